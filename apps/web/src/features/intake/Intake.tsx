import { lazy, Suspense, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { DueTag } from "@kinward/ui/DueTag";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import type { IntakeList, IntakeRow, Me } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { api, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { done } from "../../app/done.ts";

import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { toast } from "../../app/toast.ts";
import { app } from "../../messages/en/app.ts";
import { intake as words } from "../../messages/en/intake.ts";
import { sentenceOf } from "../shared/faults.ts";
import { Part } from "../shared/Part.tsx";
import { languageNeed, presentClock, presentGroups, turnText } from "./present.ts";

const AssignCoordinator = lazy(() => import("../shared/coordinator/AssignCoordinator.tsx"));

/** What the Department referred: acknowledged, and given a care coordinator. */
export default function Intake() {
  const query = useQuery({ ...api.intake.list.queryOptions({}), refetchInterval: 120_000 });
  const [assigning, setAssigning] = useState<IntakeRow>();
  const me = useMe();
  const { today } = me;
  return (
    <div className="page">
      <PageHeader title={words.title} lead={query.data && words.lead(query.data.rows.length)} />
      <section className="card" aria-label={words.title}>
        <Part query={query}>
          {({ rows }) => (
            <DataTable
              caption={words.title}
              columns={columnsFor(today, setAssigning)}
              groups={presentGroups(rows)}
              rowKey={(row) => row.referralId}
              rowState={(row) => (row.late ? "late" : undefined)}
              headingLevel={2}
              empty={
                <Empty
                  kind="allDone"
                  title={words.empty}
                  action={
                    me.menu.includes("ORDER") && (
                      <LinkButton href={paths.order()}>{words.order}</LinkButton>
                    )
                  }
                >
                  {words.emptyText}
                </Empty>
              }
            />
          )}
        </Part>
      </section>
      {query.data !== undefined && query.data.takenBack.length > 0 && (
        <TakenBack turns={query.data.takenBack} me={me} />
      )}
      <Suspense fallback={null}>
        {assigning && (
          <AssignCoordinator
            episodeId={assigning.episodeId}
            familyName={assigning.familyName}
            present={assigning.coordinator?.name}
            languages={assigning.languages}
            onClose={() => setAssigning(undefined)}
          />
        )}
      </Suspense>
    </div>
  );
}

/** Referrals that are gone again, by their turns: no family is named any more. */
function TakenBack({ turns, me }: { turns: IntakeList["takenBack"]; me: Me }) {
  const day = (at: string) => dates.moment(at, me.agency.timeZone, { today: me.today });
  return (
    <Card title={words.takenBack.title} flush>
      <p className="muted card-body">{words.takenBack.lead}</p>
      <ul className="link-rows">
        {turns.map((turn) => (
          <li key={`${turn.contractAreaId} ${turn.turn}`}>
            <span>{words.takenBack.line(turn.areaName, turn.turn)}</span>
            <span className="muted small">
              {words.takenBack.detail(day(turn.assignedAt), day(turn.takenBackAt))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const columnsFor = (
  today: string,
  assign: (row: IntakeRow) => void,
): readonly Column<IntakeRow>[] => {
  const { columns } = words;
  return [
    {
      id: "clock",
      header: columns.clock,
      card: "top",
      cell: (row) => <Clock row={row} today={today} />,
    },
    {
      id: "family",
      header: columns.family,
      isRowHeader: true,
      cell: (row) => (
        <>
          <UiLink href={paths.case(row.caseId)}>{row.familyName}</UiLink>{" "}
          <span className="muted small nowrap">{row.caseNumber}</span>
        </>
      ),
    },
    {
      id: "service",
      header: columns.service,
      card: "plain",
      cell: (row) => (
        <>
          {words.service[row.serviceType]}
          <div className="muted small">
            {turnText(row)}.{" "}
            <UiLink
              href={paths.receipt(row.referralId)}
              aria-label={words.receiptOf(row.familyName)}
            >
              {words.receipt}
            </UiLink>
          </div>
        </>
      ),
    },
    { id: "needs", header: columns.needs, card: "plain", cell: (row) => <Needs row={row} /> },
    {
      id: "worker",
      header: columns.worker,
      cell: (row) => (
        <>
          {row.workerName}{" "}
          <a href={`mailto:${row.workerEmail}`} className="small">
            {row.workerEmail}
          </a>
        </>
      ),
    },
    {
      id: "coordinator",
      header: columns.coordinator,
      cell: (row) => row.coordinator?.name ?? <span className="muted">{words.none}</span>,
    },
    {
      id: "action",
      header: columns.action,
      hideHeader: true,
      align: "end",
      fit: true,
      cell: (row) => <Action row={row} onAssign={() => assign(row)} />,
    },
  ];
};

function Clock({ row, today }: { row: IntakeRow; today: string }) {
  const clock = presentClock(row, today);
  return (
    <span>
      <DueTag state={clock.state} text={clock.text} date={clock.date} />
      {clock.day !== undefined && <span className="muted small"> {clock.day}</span>}
    </span>
  );
}

function Needs({ row }: { row: IntakeRow }) {
  const language = languageNeed(row);
  return (
    <div className="stack-small small">
      <span>{words.people(row.people, row.children)}</span>
      {language !== undefined && <Tag wrap>{language}</Tag>}
      {row.risks !== undefined && (
        <details>
          <summary>{words.risks}</summary>
          <p className="pre">{row.risks}</p>
        </details>
      )}
    </div>
  );
}

/** One verb for each row: acknowledge first, then assign. */
function Action(props: { row: IntakeRow; onAssign: () => void }) {
  return props.row.withdrawnOn === undefined ? <OpenAction {...props} /> : null;
}

function OpenAction({ row, onAssign }: { row: IntakeRow; onAssign: () => void }) {
  const acknowledge = useCommand(trpcClient.intake.acknowledge.mutate, {
    onSuccess: () => done(words.acknowledged),
  });
  if (row.acknowledgedAt === undefined)
    return (
      <Button
        size="small"
        aria-label={words.of(words.acknowledge, row.familyName)}
        isPending={acknowledge.isPending}
        pendingText={app.saving}
        onPress={() =>
          acknowledge.mutate(
            { referralId: row.referralId },
            { onError: (error) => toast(sentenceOf(failureOf(error))) },
          )
        }
      >
        {words.acknowledge}
      </Button>
    );
  const verb = row.coordinator === undefined ? words.assign : words.reassign;
  return (
    <Button size="small" aria-label={words.of(verb, row.familyName)} onPress={onAssign}>
      {verb}
    </Button>
  );
}
