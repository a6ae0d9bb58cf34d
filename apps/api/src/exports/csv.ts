import type { Cell, ExportTable } from "./table.ts";

/**
 * Signs with which a spreadsheet begins a formula, also in the wide forms that some read as the same, after any blanks;
 * and a tab or line break at the very beginning, which ends the cell before.
 */
const FORMULA = /^(?:[\s\u00A0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/u;

/** Text that no spreadsheet calculates: an apostrophe goes before what looks like a formula. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const textOf = (cell: Cell): string => {
  if (cell === undefined) return "";
  if ("date" in cell) return cell.date;
  return "number" in cell ? String(cell.number) : harmless(cell.text);
};

/** Every field in quotes: no sign of a text can end it. */
const field = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A list as RFC 4180 text, with the mark by which spreadsheets recognize UTF-8. */
export const csvOf = ({ columns, rows }: Pick<ExportTable, "columns" | "rows">): string =>
  `\uFEFF${[columns.map(harmless), ...rows.map((row) => row.map(textOf))]
    .map((fields) => `${fields.map(field).join(",")}\r\n`)
    .join("")}`;
