import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { Empty } from "@kinward/ui/Empty";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Form } from "@kinward/ui/Form";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { TextArea } from "@kinward/ui/TextArea";
import { dates } from "@kinward/wording/en/dates";
import type { CaseId, StaffId } from "@kinward/domain/kernel";
import type { CaseOfPerson, CasesOfPerson } from "@kinward/domain/views";
import { api, queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { asId } from "../../app/ids.ts";
import { useMe } from "../../app/me.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { toast } from "../../app/toast.ts";
import { app } from "../../messages/en/app.ts";
import { team } from "../../messages/en/team.ts";
import { useKeptTexts } from "../shared/drafts/use-kept.ts";
import { Part } from "../shared/Part.tsx";
import { useErrorTitle } from "../shared/use-error-title.ts";
import { HandoverFields } from "../shared/handover/HandoverFields.tsx";
import { handoverOf } from "../shared/handover/kept.ts";
import { faultsOfMany } from "../shared/handover/many.ts";
import { useHandover } from "../shared/handover/use-handover.ts";
import "./team.css";

const words = team.person;
const route = getRouteApi("/app/team/$staffId");

/** The cases of one of my people, several of which can go to somebody else at once. */
export default function PersonCases() {
  const staffId = asId<StaffId>(route.useParams().staffId);
  const query = useQuery(api.team.casesOf.queryOptions({ staffId }));
  const kind = query.isError ? failureOf(query.error).kind : undefined;
  if (kind === "NOT_FOUND" || kind === "INVALID") return <NoAccess />;
  return (
    <div className="page page-narrow">
      <Part query={query}>{(data) => <Loaded data={data} />}</Part>
    </div>
  );
}

function Loaded({ data }: { data: CasesOfPerson }) {
  return (
    <>
      <PageHeader
        title={words.title(data.name)}
        lead={data.cases.length === 0 ? undefined : words.lead}
        actions={
          <>
            <LinkButton href={paths.team()}>{words.back}</LinkButton>
            <LinkButton href={paths.work({ staffId: data.staffId })}>{words.work}</LinkButton>
          </>
        }
      />
      {data.cases.length === 0 ? (
        <Empty kind="start" title={words.empty}>
          {words.emptyText}
        </Empty>
      ) : (
        <HandOverMany data={data} />
      )}
    </>
  );
}

function HandOverMany({ data }: { data: CasesOfPerson }) {
  const router = useRouter();
  const [chosen, setChosen] = useState<readonly CaseId[]>([]);
  const handover = useHandover(data.candidates, data.staffId);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.message;
  useErrorTitle(faults.length > 0);
  const save = useCommand(trpcClient.team.reassignMany.mutate);
  const cases = data.cases.filter((one) => chosen.includes(one.caseId));
  const noteOf = (caseId: CaseId) => handoverOf([caseId]);
  const notes = useKeptTexts(cases.map((one) => noteOf(one.caseId)));

  // With a single case there is no box for all of them.
  const listName = data.cases.length > 1 ? "cases" : data.cases[0]?.caseId;

  async function submit() {
    setFaults([
      ...(cases.length === 0 ? [{ name: listName, message: words.enterCases }] : []),
      ...handover.faults,
    ]);
    if (cases.length === 0 || handover.to === undefined || save.isPending) return;
    try {
      await save.mutateAsync({
        fromStaffId: data.staffId,
        ...handover.to,
        cases: cases.map(({ caseId, revision }) => {
          const note = notes.of(noteOf(caseId)).trim();
          return { caseId, revision, ...(note ? { note } : {}) };
        }),
      });
      notes.done();
      toast(words.done(cases.length, handover.name));
      await queryClient.invalidateQueries();
      router.history.push(paths.team());
    } catch (error) {
      setFaults(faultsOfMany(failureOf(error), cases));
    }
  }

  const toggle = (caseId: CaseId, on: boolean) =>
    setChosen(on ? [...chosen, caseId] : chosen.filter((one) => one !== caseId));
  return (
    <Form faults={faults} onSubmit={() => void submit()}>
      <Card title={words.chosen(cases.length)}>
        <div className="stack">
          {data.cases.length > 1 && (
            <CheckboxField
              name="cases"
              label={words.all(data.cases.length)}
              value={cases.length === data.cases.length}
              onChange={(on) => setChosen(on ? data.cases.map((one) => one.caseId) : [])}
              error={faultOf("cases")}
            />
          )}
          {data.cases.map((one) => (
            <CaseLine
              key={one.caseId}
              one={one}
              isChosen={chosen.includes(one.caseId)}
              onToggle={(on) => toggle(one.caseId, on)}
              note={notes.of(noteOf(one.caseId))}
              onNote={(note) => notes.change(noteOf(one.caseId), note)}
              error={faultOf(one.caseId)}
            />
          ))}
        </div>
      </Card>
      <Card title={words.handOver}>
        <div className="stack">
          <HandoverFields {...handover.fields} faultOf={faultOf} />
          <p className="muted small">{words.noteHint}</p>
          <div>
            <Button
              type="submit"
              kind="primary"
              isPending={save.isPending}
              pendingText={app.saving}
            >
              {words.save}
            </Button>
          </div>
        </div>
      </Card>
    </Form>
  );
}

/** One case to choose; chosen, it takes the words for whoever takes over. */
function CaseLine(props: {
  one: CaseOfPerson;
  isChosen: boolean;
  onToggle: (on: boolean) => void;
  note: string;
  onNote: (note: string) => void;
  error: string | undefined;
}) {
  const { today } = useMe();
  const { one, isChosen, error } = props;
  const facts = [
    one.late > 0 && words.late(one.late),
    one.nextDueOn && words.next(dates.date(one.nextDueOn, { today, style: "day" })),
    words.since(dates.date(one.since, { today, style: "day" })),
  ].filter(Boolean);
  return (
    <div className="stack-small">
      <CheckboxField
        name={one.caseId}
        label={`${one.familyName}, ${one.caseNumber}`}
        hint={facts.join(", ")}
        value={isChosen}
        onChange={props.onToggle}
        error={error}
      />
      {isChosen && (
        <TextArea
          name={`note ${one.caseId}`}
          label={words.note(one.familyName)}
          mark="optional"
          rows={2}
          value={props.note}
          onChange={props.onNote}
        />
      )}
    </div>
  );
}
