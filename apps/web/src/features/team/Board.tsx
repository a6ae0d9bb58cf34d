import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { UserRoundCheck } from "lucide-react";
import { Bars, BarLegend } from "@kinward/ui/BarChart";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { SummaryCounts } from "@kinward/ui/SummaryCounts";
import { UiLink } from "@kinward/ui/UiLink";
import { dates } from "@kinward/wording/en/dates";
import type { BoardPerson, TeamBoard } from "@kinward/domain/views";
import { api } from "../../api/client.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { team } from "../../messages/en/team.ts";
import { Part } from "../shared/Part.tsx";
import { Absences } from "./Absences.tsx";
import { NameCover } from "./NameCover.tsx";
import { BOARD_SERIES, barOf, onTimeText, presentPeople, presentTotals } from "./present.ts";
import "./team.css";

const words = team.board;

/** What the people whom I lead have before them, who needs help first, and who covers whom. */
export default function Board() {
  const me = useMe();
  const query = useQuery({ ...api.team.board.queryOptions({}), refetchInterval: 300_000 });
  const [naming, setNaming] = useState(false);
  const isContractor = me.organization !== undefined;
  const data = query.data;
  return (
    <div className="page">
      <PageHeader
        title={words.title}
        lead={
          data &&
          words.lead(
            isContractor
              ? words.coordinators(data.people.length)
              : words.workers(data.people.length),
            words.families(data.families),
            dates.date(data.today, { today: data.today, style: "long" }),
          )
        }
        actions={
          data &&
          data.people.length > 0 && (
            <Button icon={<UserRoundCheck size={17} aria-hidden />} onPress={() => setNaming(true)}>
              {team.cover.name}
            </Button>
          )
        }
      />
      <Part query={query} count={6}>
        {(board) => <Loaded board={board} isContractor={isContractor} />}
      </Part>
      {naming && data && <NameCover people={data.people} onClose={() => setNaming(false)} />}
    </div>
  );
}

function Loaded({ board, isContractor }: { board: TeamBoard; isContractor: boolean }) {
  if (board.people.length === 0)
    return (
      <Empty kind="start" title={words.empty}>
        {words.emptyText}
      </Empty>
    );
  const side = isContractor ? "coordinator" : "worker";
  const groups = presentPeople(board, isContractor);
  return (
    <>
      {board.recalculating && <p className="muted small">{words.recalculating}</p>}
      <SummaryCounts label={words.counts} counts={presentTotals(board.people)} />
      <Card title={words.chart[side]} actions={<BarLegend series={BOARD_SERIES} />} flush>
        <div className="card-body">
          <p className="muted small">
            {words.about[side]} {words.trendAbout}
          </p>
        </div>
        <Bars series={BOARD_SERIES} rows={groups.flatMap((group) => group.rows).map(barOf)} />
        <DataTable
          caption={words.chart[side]}
          columns={COLUMNS}
          groups={groups}
          rowKey={(person) => person.staffId}
          rowState={(person) => (person.late > 0 ? "late" : undefined)}
        />
      </Card>
      <Absences covers={board.covers} today={board.today} />
    </>
  );
}

const number = (
  id: string,
  header: string,
  of: (person: BoardPerson) => number,
): Column<BoardPerson> => ({ id, header, align: "end", cell: of });

const COLUMNS: readonly Column<BoardPerson>[] = [
  {
    id: "name",
    header: words.columns.name,
    isRowHeader: true,
    cell: (person) => (
      <>
        <UiLink href={paths.work({ staffId: person.staffId })}>{person.name}</UiLink>
        {person.cover && (
          <span className="muted small team-cover">
            {team.cover.by_(person.cover.coveredByName)},{" "}
            {dates.range(person.cover.from, person.cover.to)}
          </span>
        )}
      </>
    ),
  },
  number("families", words.columns.families, (person) => person.families),
  number("late", words.late, (person) => person.late),
  number("today", words.today, (person) => person.today),
  number("week", words.week, (person) => person.week),
  number("later", words.later, (person) => person.later),
  {
    id: "oldest",
    header: words.columns.oldest,
    cell: ({ oldestLate }) =>
      oldestLate === undefined ? (
        <span className="muted">{words.none}</span>
      ) : (
        words.since(dates.date(oldestLate, { style: "day" }))
      ),
  },
  {
    id: "onTime",
    header: words.columns.onTime,
    cell: (person) => {
      const { share, of } = onTimeText(person);
      return (
        <>
          {share} <span className="muted small">{of}</span>
        </>
      );
    },
  },
  {
    id: "action",
    header: words.columns.action,
    hideHeader: true,
    align: "end",
    fit: true,
    cell: (person) =>
      person.families > 0 && (
        <LinkButton
          size="small"
          href={paths.teamPerson(person.staffId)}
          aria-label={words.casesOf(person.name)}
        >
          {words.cases}
        </LinkButton>
      ),
  },
];
