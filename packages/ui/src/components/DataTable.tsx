import { useId, useRef, type ReactNode } from "react";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import {
  nextSort,
  type Column,
  type RowGroup,
  type Sort,
  type TableModel,
} from "../lib/table-model.ts";
import { useNarrow } from "../lib/use-narrow.ts";
import { ScrollRegion } from "./ScrollRegion.tsx";
import { TableCards } from "./TableCards.tsx";

export type { Column, RowGroup, Sort };

export interface DataTableProps<Row> extends Omit<TableModel<Row>, "groups"> {
  /** Rows without groups; or `groups`. */
  rows?: readonly Row[] | undefined;
  groups?: readonly RowGroup<Row>[] | undefined;
  /** Shown instead of the table when there is no row: an `Empty`. */
  empty?: ReactNode;
  /** The caption is for screen readers only, when a heading beside it says the same. */
  hideCaption?: boolean | undefined;
  /** Old rows while new ones load: dimmed, still readable. */
  isStale?: boolean | undefined;
  /** Width of the container in pixels under which rows become cards; 0 for never. Default 860. */
  cardsUnder?: number | undefined;
  /** Level of group headings on cards. Default 3. */
  headingLevel?: 2 | 3 | 4 | undefined;
}

/** A real table, printable, with sorting and group headers; each row a card where the container is narrow. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(box, props.cardsUnder ?? 860);
  const groups = props.groups ?? [{ id: "all", rows: props.rows ?? [] }];
  const model: TableModel<Row> = { ...props, groups };
  const isEmpty = groups.every((group) => group.rows.length === 0);
  return (
    <div ref={box} className={props.isStale ? "table-stale" : undefined} aria-busy={props.isStale}>
      {isEmpty && props.empty !== undefined ? (
        props.empty
      ) : narrow ? (
        <TableCards model={model} headingLevel={props.headingLevel ?? 3} />
      ) : (
        <WideTable model={model} hideCaption={props.hideCaption ?? true} />
      )}
    </div>
  );
}

function WideTable<Row>({ model, hideCaption }: { model: TableModel<Row>; hideCaption: boolean }) {
  const { columns, groups } = model;
  const id = useId();
  return (
    <ScrollRegion label={model.caption}>
      <table className="table">
        <caption className={hideCaption ? "sr" : undefined}>{model.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHeader key={column.id} column={column} model={model} />
            ))}
          </tr>
        </thead>
        {groups
          .filter((group) => group.rows.length > 0)
          .map((group) => (
            <tbody key={group.id} aria-labelledby={group.label && `${id}-${group.id}`}>
              {group.label !== undefined && (
                <tr className="table-group">
                  <th id={`${id}-${group.id}`} colSpan={columns.length} scope="rowgroup">
                    {group.label} <span className="muted">{group.count ?? group.rows.length}</span>
                  </th>
                </tr>
              )}
              {group.rows.map((row) => (
                <tr
                  key={model.rowKey(row)}
                  data-due={model.rowState?.(row)}
                  data-current={model.isCurrentRow?.(row) || undefined}
                >
                  {columns.map((column) => {
                    const Cell = column.isRowHeader ? "th" : "td";
                    return (
                      <Cell
                        key={column.id}
                        scope={column.isRowHeader ? "row" : undefined}
                        className={cellClass(column)}
                      >
                        {column.cell(row)}
                      </Cell>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          ))}
      </table>
    </ScrollRegion>
  );
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  const names = [column.align === "end" && "cell-end num", column.fit && "cell-fit"];
  return names.filter(Boolean).join(" ") || undefined;
}

function ColumnHeader<Row>({ column, model }: { column: Column<Row>; model: TableModel<Row> }) {
  const { sort, onSort } = model;
  const sorted = sort?.column === column.id ? sort.direction : undefined;
  return (
    <th
      scope="col"
      className={column.align === "end" ? "cell-end" : undefined}
      aria-sort={column.isSortable ? (sorted ?? "none") : undefined}
    >
      {column.isSortable && onSort ? (
        <button
          type="button"
          className="table-sort"
          onClick={() => onSort(nextSort(sort, column.id))}
        >
          {column.header}
          <SortIcon direction={sorted} />
        </button>
      ) : (
        <span className={column.hideHeader ? "sr" : undefined}>{column.header}</span>
      )}
    </th>
  );
}

function SortIcon({ direction }: { direction: Sort["direction"] | undefined }) {
  if (direction === "ascending") return <ArrowUp size={14} aria-hidden />;
  if (direction === "descending") return <ArrowDown size={14} aria-hidden />;
  return <ChevronsUpDown size={14} aria-hidden />;
}
