import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { KeyValue } from "@kinward/ui/KeyValue";
import { PageHeader } from "@kinward/ui/PageHeader";
import { dates } from "@kinward/wording/en/dates";
import { may } from "@kinward/domain/access";
import type { ProposalId } from "@kinward/domain/kernel";
import type { Me, OverrideRequestRow } from "@kinward/domain/views";
import { api, queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { done } from "../../app/done.ts";
import { actorOf, useMe } from "../../app/me.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { referrals } from "../../messages/en/referrals.ts";
import { serverFaults } from "../shared/faults.ts";
import { ReasonDialog } from "../shared/reason/ReasonDialog.tsx";
import { Part } from "../shared/Part.tsx";
import { serviceName } from "./services.ts";

const words = referrals.approvals;

type Decision = "APPROVED" | "REJECTED";
interface Answering {
  readonly row: OverrideRequestRow;
  readonly decision: Decision;
}

/** What workers of the team ask a supervisor: overrides that wait, and those that were answered (DEC-34). */
export default function OverrideRequests() {
  const me = useMe();
  const [answering, setAnswering] = useState<Answering>();
  const query = useQuery({ ...api.overrides.list.queryOptions({}), staleTime: 0 });
  if (query.isError && failureOf(query.error).kind === "FORBIDDEN") return <NoAccess />;
  const mayAnswer = may(actorOf(me), "OVERRIDE_APPROVE", { below: true }).allowed;
  return (
    <div className="page page-narrow">
      <PageHeader title={words.title} lead={words.lead} />
      <Part query={query} count={4}>
        {({ rows }) => {
          const waiting = rows.filter((row) => row.decision === undefined);
          const answered = rows.filter((row) => row.decision !== undefined);
          return (
            <>
              {waiting.length === 0 ? (
                <Card>
                  <Empty kind="allDone" title={words.none}>
                    {words.noneText}
                  </Empty>
                </Card>
              ) : (
                waiting.map((row) => (
                  <Request
                    key={row.proposalId}
                    row={row}
                    mayAnswer={mayAnswer}
                    onAnswer={(decision) => setAnswering({ row, decision })}
                  />
                ))
              )}
              {answered.length > 0 && (
                <Card title={words.answered} flush>
                  <DataTable
                    caption={words.answered}
                    columns={columnsFor(me)}
                    rows={answered}
                    rowKey={(row) => row.proposalId}
                  />
                </Card>
              )}
            </>
          );
        }}
      </Part>
      {answering && <Answer {...answering} onClose={() => setAnswering(undefined)} />}
    </div>
  );
}

function Request({
  row,
  mayAnswer,
  onAnswer,
}: {
  row: OverrideRequestRow;
  mayAnswer: boolean;
  onAnswer: (decision: Decision) => void;
}) {
  const me = useMe();
  const asked = referrals.override;
  return (
    <Card title={row.familyName}>
      <div className="stack">
        <KeyValue
          layout="list"
          facts={[
            { label: words.target, value: row.targetName },
            { label: words.area, value: row.areaName },
            { label: words.number, value: row.caseNumber ?? words.newCase },
            {
              label: words.restsOn,
              value: `${serviceName(row.service, me.today)}, ${row.service.found ? words.found : words.byHand}`,
            },
            {
              label: words.believed,
              value: dates.list(row.believedBeneficialBy.map((who) => asked.believerOnRecord[who])),
            },
            ...(row.reasonCode === undefined
              ? []
              : [
                  {
                    label: words.reason,
                    value: asked.reasons[row.reasonCode] ?? row.reasonCode,
                  },
                ]),
            { label: words.why, value: <span className="pre">{row.reason}</span> },
            {
              label: words.asked,
              value: words.by(
                row.askedBy,
                dates.moment(row.askedAt, me.agency.timeZone, { today: me.today }),
              ),
            },
          ]}
        />
        {row.own ? (
          <p className="muted">{words.own}</p>
        ) : (
          mayAnswer && (
            <div className="row">
              <Button
                kind="primary"
                aria-label={words.approveOf(row.familyName)}
                onPress={() => onAnswer("APPROVED")}
              >
                {words.approve}
              </Button>
              <Button
                aria-label={words.declineOf(row.familyName)}
                onPress={() => onAnswer("REJECTED")}
              >
                {words.decline}
              </Button>
            </div>
          )
        )}
      </div>
    </Card>
  );
}

function Answer({ row, decision, onClose }: Answering & { onClose: () => void }) {
  const approves = decision === "APPROVED";
  const answer = useCommand(trpcClient.overrides.answer.mutate, {
    onSuccess: () => done(words.done[decision], onClose),
  });
  return (
    <ReasonDialog
      title={approves ? words.approveTitle : words.declineTitle}
      saveText={approves ? words.approve : words.decline}
      words={approves ? words.note : words.declineNote}
      name="note"
      isSaving={answer.isPending}
      onClose={() => {
        onClose();
        // Answered by somebody else in the meantime: the list says so.
        if (answer.isError) void queryClient.invalidateQueries();
      }}
      onSave={(note) =>
        answer.mutate({
          proposalId: row.proposalId as ProposalId,
          decision,
          ...(note !== "" && { note }),
        })
      }
      faults={serverFaults(answer.error, ["note"])}
    >
      {approves && <p>{words.approveText(row.familyName, row.targetName)}</p>}
    </ReasonDialog>
  );
}

const columnsFor = (me: Me): readonly Column<OverrideRequestRow>[] => [
  { id: "family", header: words.family, isRowHeader: true, cell: (row) => row.familyName },
  { id: "target", header: words.target, cell: (row) => row.targetName },
  { id: "asked", header: words.asked, cell: (row) => row.askedBy },
  {
    id: "answer",
    header: words.answer,
    card: "top",
    cell: (row) =>
      row.decision === undefined
        ? ""
        : [words.decision[row.decision], row.note].filter(Boolean).join(": "),
  },
  {
    id: "at",
    header: words.decidedAt,
    cell: (row) =>
      row.decidedAt === undefined
        ? ""
        : words.by(
            row.decidedBy ?? "",
            dates.moment(row.decidedAt, me.agency.timeZone, { today: me.today }),
          ),
  },
];
