import { useQuery } from "@tanstack/react-query";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { PageHeader } from "@kinward/ui/PageHeader";
import { UiLink } from "@kinward/ui/UiLink";
import type { StateRow } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { api } from "../../api/client.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { state as words } from "../../messages/en/calendar.ts";
import { Part } from "../shared/Part.tsx";
import { shareOf, totalOf } from "./present.ts";

/** The state by contract area and contractor. The numbers lead to the cases only where somebody may see these. */
export default function Overview() {
  const me = useMe();
  const query = useQuery(api.state.view.queryOptions({}));
  const measured = query.data?.measured;
  const inWords = (day: string) => dates.date(day, { today: me.today, style: "day" });
  // A supervisor's list has the cases of the own people only: its count would not be the one that led there.
  const mayList = me.roles.includes("AUDITOR");
  return (
    <div className="page">
      <PageHeader
        title={words.title}
        lead={measured && words.lead(inWords(measured.from), inWords(measured.to))}
      />
      <Part query={query} count={8}>
        {({ rows }) => (
          <>
            {rows.length > 0 && <Totals rows={rows} />}
            <section className="card" aria-label={words.title}>
              <DataTable
                caption={words.title}
                columns={columns(mayList)}
                rows={rows}
                rowKey={(row) => `${row.contractAreaId} ${row.organizationId}`}
                headingLevel={2}
                empty={
                  <Empty kind="start" title={words.empty}>
                    {words.emptyText}
                  </Empty>
                }
              />
            </section>
          </>
        )}
      </Part>
    </div>
  );
}

const seenText = (row: Pick<StateRow, "fellDue" | "seenOnTime">): string => {
  const share = shareOf(row);
  return share === undefined
    ? words.none
    : `${words.share(share)}, ${words.seen(row.seenOnTime, row.fellDue)}`;
};

function Totals({ rows }: { rows: readonly StateRow[] }) {
  const all = totalOf(rows);
  const { columns: names } = words;
  return (
    <dl className="state-totals">
      {[
        [names.open, all.open],
        [names.late, all.late],
        [names.week, all.dueThisWeek],
        [names.missed, all.missedWithoutReason],
        [names.seen, seenText(all)],
      ].map(([name, value]) => (
        <div key={name} className="card card-body">
          <dt className="small">{name}</dt>
          <dd className="num">
            <strong>{value}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function columns(mayList: boolean): readonly Column<StateRow>[] {
  const { columns: names } = words;
  const cases = (row: StateRow, search: Record<string, boolean> = {}, text: string | number) =>
    mayList ? (
      <UiLink
        href={paths.cases({ area: row.contractAreaId, contractor: row.organizationId, ...search })}
      >
        {text}
      </UiLink>
    ) : (
      text
    );
  return [
    { id: "area", header: names.area, isRowHeader: true, cell: (row) => row.areaName },
    {
      id: "contractor",
      header: names.contractor,
      card: "plain",
      cell: (row) => row.contractorName,
    },
    { id: "open", header: names.open, align: "end", cell: (row) => cases(row, {}, row.open) },
    {
      id: "late",
      header: names.late,
      align: "end",
      cell: (row) => (row.late === 0 ? row.late : cases(row, { late: true }, row.late)),
    },
    { id: "week", header: names.week, align: "end", cell: (row) => row.dueThisWeek },
    { id: "missed", header: names.missed, align: "end", cell: (row) => row.missedWithoutReason },
    { id: "seen", header: names.seen, align: "end", cell: seenText },
  ];
}
