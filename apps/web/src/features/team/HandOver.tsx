import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Form } from "@kinward/ui/Form";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import type { CaseId, EpisodeId, PlainDate, StaffId } from "@kinward/domain/kernel";
import type { HandoverPreview } from "@kinward/domain/views";
import { api, queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { asId } from "../../app/ids.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { toast } from "../../app/toast.ts";
import { app } from "../../messages/en/app.ts";
import { team } from "../../messages/en/team.ts";
import { useKept } from "../shared/drafts/use-kept.ts";
import { faultsOfFailure } from "../shared/faults.ts";
import { Part } from "../shared/Part.tsx";
import { useErrorTitle } from "../shared/use-error-title.ts";
import { HandoverFields } from "../shared/handover/HandoverFields.tsx";
import { handoverOf } from "../shared/handover/kept.ts";
import { useHandover } from "../shared/handover/use-handover.ts";
import { HandoverNote } from "./HandoverNote.tsx";
import "./team.css";

const words = team.handover;
const route = getRouteApi("/app/cases/$caseId/team/$role");
const FIELDS = ["staffId", "from", "note"];

interface Input {
  readonly revision: number;
  readonly staffId: StaffId;
  readonly from: PlainDate;
  readonly note?: string;
}

/** A case, or a service of it, goes to another person with a note that the record fills. */
export default function HandOver() {
  const { caseId: param, role } = route.useParams();
  const caseId = asId<CaseId>(param);
  const caseTeam = useQuery(api.team.ofCase.queryOptions({ caseId }));
  if (role === "worker") return <ForWorker caseId={caseId} />;
  return (
    <div className="page page-narrow">
      <Part query={caseTeam} skeleton="cards">
        {({ episode }) =>
          role === "coordinator" && episode ? (
            <ForCoordinator caseId={caseId} episodeId={episode.episodeId} />
          ) : (
            <NoAccess />
          )
        }
      </Part>
    </div>
  );
}

function ForWorker({ caseId }: { caseId: CaseId }) {
  const query = useQuery(api.team.previewWorker.queryOptions({ caseId }, { staleTime: Infinity }));
  const save = useCommand(trpcClient.team.reassignWorker.mutate);
  return (
    <div className="page page-narrow">
      <Part query={query} skeleton="cards">
        {(preview) => (
          <HandOverForm
            preview={preview}
            title={words.titles.CASEWORKER}
            isSaving={save.isPending}
            onSave={(input) => save.mutateAsync({ caseId, ...input })}
          />
        )}
      </Part>
    </div>
  );
}

function ForCoordinator({ caseId, episodeId }: { caseId: CaseId; episodeId: EpisodeId }) {
  const query = useQuery(
    api.team.previewCoordinator.queryOptions({ episodeId }, { staleTime: Infinity }),
  );
  const save = useCommand(trpcClient.team.reassignCoordinator.mutate);
  return (
    <Part query={query} skeleton="cards">
      {(preview) => (
        <HandOverForm
          preview={{ ...preview, caseId }}
          title={words.titles.CARE_COORDINATOR}
          isSaving={save.isPending}
          onSave={(input) => save.mutateAsync({ episodeId, ...input })}
        />
      )}
    </Part>
  );
}

function HandOverForm({
  preview,
  title,
  isSaving,
  onSave,
}: {
  preview: HandoverPreview;
  title: string;
  isSaving: boolean;
  onSave: (input: Input) => Promise<unknown>;
}) {
  const router = useRouter();
  const { text: note, change: setNote, done: sent } = useKept(handoverOf([preview.caseId]));
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.message;
  useErrorTitle(faults.length > 0);
  const handover = useHandover(preview.candidates, preview.fromName);
  const back = paths.caseTeam(preview.caseId);

  async function save() {
    setFaults(handover.faults);
    if (handover.to === undefined || isSaving) return;
    try {
      await onSave({
        revision: preview.revision,
        ...handover.to,
        ...(note.trim() === "" ? {} : { note }),
      });
      sent();
      toast(words.done(handover.name));
      await queryClient.invalidateQueries();
      router.history.push(back);
    } catch (error) {
      setFaults(faultsOfFailure(failureOf(error), FIELDS));
    }
  }

  return (
    <>
      <PageHeader
        level={2}
        title={title}
        lead={preview.fromName === undefined ? words.leadNobody : words.lead(preview.fromName)}
      />
      <Form isCard faults={faults} onSubmit={() => void save()}>
        <HandoverFields
          {...handover.fields}
          note={{ label: words.note, hint: words.noteHint, value: note, onChange: setNote }}
          faultOf={faultOf}
        />
        <div className="row">
          <Button type="submit" kind="primary" isPending={isSaving} pendingText={app.saving}>
            {words.save}
          </Button>
          <LinkButton href={back}>{app.cancel}</LinkButton>
        </div>
      </Form>
      {preview.parts.length > 0 && (
        <Card title={words.filled}>
          <p className="muted small">{words.filledLead}</p>
          <HandoverNote parts={preview.parts} />
        </Card>
      )}
    </>
  );
}
