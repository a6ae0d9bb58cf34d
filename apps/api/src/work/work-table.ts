import { WORK_COLUMNS, type WorkRow } from "@kinward/domain/views";
import { dutyOfRow } from "@kinward/wording";
import { duties } from "@kinward/wording/en/duties";
import { labels } from "@kinward/wording/en/labels";
import { lists as words } from "@kinward/wording/en/lists";
import { dateCell, type ExportTable, textCell } from "../exports/table.ts";
import type { RowReason } from "./reasons.ts";

/** Rows of a due list as a table of a file, in the words of the screen, each with why it is due on its day. */
export const workTable = (
  rows: readonly WorkRow[],
  reasons: ReadonlyMap<string, RowReason>,
): ExportTable => ({
  title: words.list.WORK,
  columns: WORK_COLUMNS.map((column) => words.workColumn[column]),
  rows: rows.map((row) => [
    textCell(labels.bucket[row.bucket]),
    dateCell(row.dueOn),
    textCell(duties.title(dutyOfRow(row))),
    textCell(row.familyName),
    textCell(row.caseNumber),
    textCell(duties.stillNeeded(row)),
    textCell(duties.rule(row.rule)),
    textCell(row.waitingOn),
    textCell(reasons.get(row.id)?.source),
    textCell(reasons.get(row.id)?.counting),
  ]),
});
