import type { ReactNode } from "react";
import type { DueState } from "./state.ts";

export interface Sort {
  column: string;
  direction: "ascending" | "descending";
}

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Names the row. Exactly one column, usually the first in words. */
  isRowHeader?: boolean | undefined;
  /** `end` for columns of numbers: right-aligned, tabular figures. */
  align?: "start" | "end" | undefined;
  isSortable?: boolean | undefined;
  /** Read by screen readers only, for a column of buttons. */
  hideHeader?: boolean | undefined;
  /** As narrow as its content, on one line. */
  fit?: boolean | undefined;
  /**
   * Its place on the card of a narrow screen: `top` (the line of tags and dates), `title`, `line` (with its header as
   * label), `plain` (a line without label), `action` (at the bottom, full width) or `none`.
   */
  card?: "top" | "title" | "line" | "plain" | "action" | "none" | undefined;
}

export interface RowGroup<Row> {
  id: string;
  /** Nothing when the table has no groups. */
  label?: string | undefined;
  /** Number beside the label; the number of rows when left out. */
  count?: number | undefined;
  rows: readonly Row[];
}

/** What a table and its card twin draw. */
export interface TableModel<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  groups: readonly RowGroup<Row>[];
  rowKey: (row: Row) => string;
  rowState?: ((row: Row) => DueState | undefined) | undefined;
  isCurrentRow?: ((row: Row) => boolean) | undefined;
  sort?: Sort | undefined;
  onSort?: ((sort: Sort) => void) | undefined;
}

/** The order a press on a column header asks for: first ascending, then turned. */
export function nextSort(current: Sort | undefined, column: string): Sort {
  const turned = current?.column === column && current.direction === "ascending";
  return { column, direction: turned ? "descending" : "ascending" };
}

export function cardPlace<Row>(column: Column<Row>): NonNullable<Column<Row>["card"]> {
  return column.card ?? (column.isRowHeader ? "title" : column.hideHeader ? "action" : "line");
}
