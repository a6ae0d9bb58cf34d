import type { PlainDate } from "@kinward/domain/kernel";
import type { ExportFile, ExportFormat } from "@kinward/domain/views";
import { csvOf } from "./csv.ts";
import { xlsxOf } from "./xlsx.ts";

/** What stands in one cell of a file; nothing where there is no value. */
export type Cell =
  | { readonly text: string }
  | { readonly date: PlainDate }
  | { readonly number: number }
  | undefined;

export interface ExportTable {
  /** Name of the sheet and beginning of the file's name. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** So many rows a file has at most; more is a report, not a list. */
export const MOST_EXPORTED = 5_000;

export const textCell = (text: string | undefined): Cell =>
  text === undefined ? undefined : { text };
export const dateCell = (date: PlainDate | undefined): Cell =>
  date === undefined ? undefined : { date };

const MEDIA_TYPES = {
  CSV: "text/csv; charset=utf-8; header=present",
  XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const satisfies Record<ExportFormat, string>;

/**
 * A list as a file.
 * @param total how many rows the list has in all
 */
export async function exportFile(
  table: ExportTable,
  format: ExportFormat,
  today: PlainDate,
  total: number,
): Promise<ExportFile> {
  const bytes = format === "CSV" ? Buffer.from(csvOf(table)) : await xlsxOf(table);
  return {
    fileName: `${table.title.toLowerCase().replaceAll(" ", "-")}-${today}.${format.toLowerCase()}`,
    mediaType: MEDIA_TYPES[format],
    base64: bytes.toString("base64"),
    rows: table.rows.length,
    left: Math.max(0, total - table.rows.length),
  };
}
