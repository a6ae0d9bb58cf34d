import type { ReactNode } from "react";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { Tag } from "@kinward/ui/Tag";
import { past as words } from "../../../messages/en/past.ts";
import type { ActView, Both, CompareRow, LineView } from "./present.ts";

export interface CompareTableProps {
  readonly caption: string;
  /** "On Nov 5". */
  readonly before: string;
  readonly now: string;
  readonly rows: readonly CompareRow[];
  /** Leads to the reason of what a side says; `text` is what stands on the button. */
  readonly why?: (row: CompareRow, side: keyof Both<unknown>, text: string) => ReactNode;
  /** On paper everything is in sight. */
  readonly isPaper: boolean;
}

/** An earlier day beside a later one, what differs first, with why. */
export function CompareTable({ caption, before, now, rows, why, isPaper }: CompareTableProps) {
  const differing = rows.filter((row) => row.mark !== undefined);
  const same = rows.filter((row) => row.mark === undefined);
  const paper = isPaper ? { cardsUnder: 0 } : {};
  const what: Column<CompareRow> = {
    id: "what",
    header: words.columns.what,
    isRowHeader: true,
    cell: (row) => <What row={row} />,
  };
  return (
    <>
      {differing.length > 0 && (
        <DataTable
          caption={`${caption}: ${words.differs}`}
          columns={[
            what,
            {
              id: "before",
              header: before,
              cell: (row) => <Side lines={row.before}>{why?.(row, "before", words.why)}</Side>,
            },
            {
              id: "now",
              header: now,
              cell: (row) => <Side lines={row.now}>{why?.(row, "now", words.why)}</Side>,
            },
            {
              id: "why",
              header: words.columns.why,
              card: "plain",
              cell: (row) => <Why row={row} />,
            },
          ]}
          rowKey={(row) => row.id}
          {...paper}
          rows={differing}
        />
      )}
      {same.length > 0 && (
        <details className="past-same" open={isPaper || undefined}>
          <summary>{words.same(same.length)}</summary>
          <DataTable
            caption={`${caption}: ${words.same(same.length)}`}
            columns={[
              what,
              {
                id: "both",
                header: words.both(before, now),
                card: "plain",
                cell: (row) => (
                  <Side lines={row.now}>
                    {why?.(row, "before", words.whyOf(before))}
                    {why?.(row, "now", words.whyOf(now))}
                  </Side>
                ),
              },
            ]}
            rowKey={(row) => row.id}
            {...paper}
            rows={same}
          />
        </details>
      )}
    </>
  );
}

function What({ row }: { row: CompareRow }) {
  return (
    <div className="stack-small">
      <span>{row.label}</span>
      {row.detail !== undefined && <span className="muted small">{row.detail}</span>}
      {row.mark !== undefined && (
        <span>
          <Tag strong>{words.mark[row.mark]}</Tag>
        </span>
      )}
    </div>
  );
}

function Side({ lines, children }: { lines: readonly LineView[]; children?: ReactNode }) {
  if (lines.length === 0) return <span className="muted">{words.notThere}</span>;
  return (
    <>
      <ul className="compare-lines">
        {lines.map((line) => (
          <li key={line.text} className={line.differs ? "strong" : undefined}>
            {line.text}
          </li>
        ))}
      </ul>
      <div className="row">{children}</div>
    </>
  );
}

function Why({ row }: { row: CompareRow }) {
  if (row.mark === undefined) return null;
  return (
    <ul className="stack-small small">
      {row.acts.map((act) => (
        <li key={act.id}>
          <Act act={act} />
        </li>
      ))}
      {row.besides.map((text) => (
        <li key={text} className="muted">
          {text}
        </li>
      ))}
    </ul>
  );
}

/** What was done, by whom, when and why. */
export function Act({ act }: { act: ActView }) {
  return (
    <div>
      <span className="strong">{act.sentence}</span>
      <div className="muted">{act.by}</div>
      {act.earlier !== undefined && <div className="muted">{act.earlier}</div>}
      {act.reason !== undefined && <div className="pre">{act.reason}</div>}
    </div>
  );
}
