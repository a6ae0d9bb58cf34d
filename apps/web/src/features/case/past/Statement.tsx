import type { ComplianceCounts, ComplianceStanding } from "@kinward/domain/contacts";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { duties } from "@kinward/wording/en/duties";
import type { AsKnownView } from "@kinward/domain/views";
import { past as words } from "../../../messages/en/past.ts";

interface Row {
  readonly id: string;
  readonly label: string;
  readonly before: ComplianceCounts | undefined;
  readonly now: ComplianceCounts | undefined;
}

const STANDINGS = Object.keys(words.standing) as readonly ComplianceStanding[];

/** How the duties of a case stood on the earlier day and stand on the later one, by rule. */
export function Statement({ view: { before, now } }: { view: AsKnownView }) {
  const rules = new Set(
    [...now.statement.rules, ...(before?.statement.rules ?? [])].map(({ rule }) => rule),
  );
  const of = (state: typeof before, rule: string) =>
    state?.statement.rules.find((one) => one.rule === rule)?.counts;
  const rows: readonly Row[] = [
    ...[...rules].map((rule) => ({
      id: rule,
      label: duties.title({ rule }),
      before: of(before, rule),
      now: of(now, rule),
    })),
    { id: "all", label: words.total, before: before?.statement.total, now: now.statement.total },
  ];
  return (
    <DataTable
      caption={words.parts.statement}
      columns={COLUMNS}
      rowKey={(row) => row.id}
      cardsUnder={0}
      rows={rows}
    />
  );
}

const COLUMNS: readonly Column<Row>[] = [
  { id: "what", header: words.columns.what, isRowHeader: true, cell: (row) => row.label },
  ...STANDINGS.map((standing): Column<Row> => ({
    id: standing,
    header: words.standing[standing],
    align: "end",
    fit: true,
    cell: (row) => <Count before={row.before?.[standing] ?? 0} now={row.now?.[standing] ?? 0} />,
  })),
];

/** One number where both days say the same, else both. */
function Count({ before, now }: { before: number; now: number }) {
  if (before === now) return <span className={now === 0 ? "muted" : undefined}>{now}</span>;
  return (
    <>
      <span className="strong" aria-hidden>
        {words.fromTo(before, now)}
      </span>
      <span className="sr">{words.fromToSpoken(before, now)}</span>
    </>
  );
}
