import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { Tag } from "@kinward/ui/Tag";
import { Download, RotateCcw } from "lucide-react";
import type { ContractAreaId } from "@kinward/domain/kernel";
import type { OrderOverview, OrderReplay } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { api, queryClient } from "../../api/client.ts";
import { failureOf } from "../../api/failure.ts";
import { saveFile } from "../../app/save-file.ts";
import { toast } from "../../app/toast.ts";
import { order as words } from "../../messages/en/order.ts";
import { sentenceOf } from "../shared/faults.ts";
import { Part } from "../shared/Part.tsx";
import { presentFault, type Telling } from "./present.ts";

export interface ProofCardProps {
  contractAreaId: ContractAreaId;
  head: OrderOverview["head"];
  telling: Telling;
}

/** Recomputes the ledger when asked, and gives it away for others to verify. */
export function ProofCard({ contractAreaId, head, telling }: ProofCardProps) {
  const replay = useQuery({
    ...api.order.replay.queryOptions({ contractAreaId }),
    enabled: false,
    gcTime: 0,
  });
  const heads = useQuery(api.proof.heads.queryOptions({}, { staleTime: 60_000 }));
  const signed = heads.data?.areas.find(
    (area) => area.contractAreaId === contractAreaId,
  )?.checkpoint;
  return (
    <Card title={words.proof.title}>
      <div className="stack">
        {head.seq === 0 ? (
          <p className="muted">{words.proof.noLines}</p>
        ) : (
          <p>
            {words.proof.head(head.seq)} <code className="hash">{head.hash}</code>
          </p>
        )}
        {signed !== undefined && (
          <p className="muted">
            {words.proof.signed(
              signed.seq,
              dates.date(signed.day, { today: telling.today, style: "day" }),
            )}
          </p>
        )}
        <section className="stack-small" aria-label={words.proof.replay}>
          <p className="muted small">{words.proof.replayText}</p>
          <div className="row">
            <Button
              onPress={() => void replay.refetch()}
              isPending={replay.isFetching}
              pendingText={words.proof.replaying}
              icon={<RotateCcw size={16} aria-hidden />}
            >
              {words.proof.replay}
            </Button>
          </div>
          {(replay.data !== undefined || replay.isError) && (
            <Part query={replay} skeleton="text" count={1}>
              {(answer) => <Verdict answer={answer} telling={telling} />}
            </Part>
          )}
        </section>
        <section className="stack-small" aria-label={words.proof.export}>
          <p className="muted small">{words.proof.exportText}</p>
          <div className="row">
            {(["JSON", "CSV", "CHECKPOINTS"] as const).map((format) => (
              <Save key={format} contractAreaId={contractAreaId} format={format} />
            ))}
          </div>
        </section>
      </div>
    </Card>
  );
}

function Verdict({ answer, telling }: { answer: OrderReplay; telling: Telling }) {
  const { verdict, checkedAt } = answer;
  const when = words.proof.checked(
    dates.moment(checkedAt, telling.timeZone, { today: telling.today }),
  );
  if (verdict.ok)
    return (
      <p role="status" className="row">
        <Tag state="done" wrap>
          {words.proof.good(verdict.lines)}
        </Tag>
        <span className="muted small">{when}</span>
      </p>
    );
  const fault = presentFault(verdict, telling.contractors);
  return (
    <div role="alert" className="stop">
      <div className="stack-small">
        <p className="strong">{fault.title}</p>
        <p className="hash">{fault.differs}</p>
        <p>
          {words.proof.tell} {when}
        </p>
      </div>
    </div>
  );
}

/** One file of the published ledger, as the server made it. */
function Save({
  contractAreaId,
  format,
}: {
  contractAreaId: ContractAreaId;
  format: "JSON" | "CSV" | "CHECKPOINTS";
}) {
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      saveFile(
        await queryClient.fetchQuery({
          ...api.proof.ledger.queryOptions({ contractAreaId, format }),
          staleTime: 0,
          gcTime: 0,
        }),
      );
    } catch (error) {
      toast(sentenceOf(failureOf(error)));
    } finally {
      setSaving(false);
    }
  };
  return (
    <Button
      onPress={() => void save()}
      isPending={isSaving}
      pendingText={words.proof.saving}
      icon={<Download size={16} aria-hidden />}
    >
      {words.proof.save[format]}
    </Button>
  );
}
