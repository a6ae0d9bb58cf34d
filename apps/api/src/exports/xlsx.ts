import writeXlsxFile from "write-excel-file/node";
import type { Cell, ExportTable } from "./table.ts";

/** A cell of the sheet. Text is text by its type: a sheet calculates none of it, whatever sign it begins with. */
const sheetCell = (cell: Cell) => {
  if (cell === undefined) return null;
  if ("text" in cell) return { type: String, value: cell.text };
  if ("number" in cell) return { type: Number, value: cell.number };
  // The library counts days in UTC.
  return { type: Date, value: new Date(`${cell.date}T00:00:00Z`), format: "yyyy-mm-dd" };
};

/** Control characters have no place in XML. */
// oxlint-disable-next-line eslint/no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

const clean = (cell: Cell): Cell =>
  cell !== undefined && "text" in cell ? { text: cell.text.replaceAll(CONTROLS, "") } : cell;

/** Width in characters: as its longest value, within reason. */
const widthOf = (table: ExportTable, index: number): number => {
  const lengths = table.rows.map((row) => {
    const cell = row[index];
    return cell !== undefined && "text" in cell ? cell.text.length : 10;
  });
  return Math.min(50, Math.max(10, (table.columns[index] ?? "").length, ...lengths) + 2);
};

/** A list as a sheet whose first row stays in sight. */
export async function xlsxOf(table: ExportTable): Promise<Buffer> {
  const head = table.columns.map((value) => ({
    type: String,
    value,
    fontWeight: "bold" as const,
  }));
  const body = table.rows.map((row) => row.map((cell) => sheetCell(clean(cell))));
  return writeXlsxFile([head, ...body], {
    sheet: table.title,
    columns: table.columns.map((_, index) => ({ width: widthOf(table, index) })),
    stickyRowsCount: 1,
  }).toBuffer();
}
