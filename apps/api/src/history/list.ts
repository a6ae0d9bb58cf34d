import { listCaseHistory, listHistoryOptions } from "@kinward/db/history";
import { findCaseFacts } from "@kinward/db/cases";
import {
  type CaseId,
  dayIn,
  id,
  type PersonId,
  type PlainDate,
  PlainDateSchema,
  type StaffId,
} from "@kinward/domain/kernel";
import {
  EXPORT_FORMATS,
  type ExportFile,
  HISTORY_KINDS,
  type HistoryEntry,
  type HistoryFilterOptions,
} from "@kinward/domain/views";
import { isHistoryProcedure } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { fieldValue } from "@kinward/wording/en/fields";
import { history as sentences } from "@kinward/wording/en/history";
import { trail as words } from "@kinward/wording/en/trail";
import { z } from "zod";
import { readingBounds } from "../cases/reading-bounds.ts";
import { type Cell, dateCell, exportFile, MOST_EXPORTED, textCell } from "../exports/table.ts";
import { orNotFound } from "../trpc/failure.ts";
import { caseQuery } from "../trpc/procedures.ts";

const OfCase = { caseId: id<CaseId>() };
const optional = z.exactOptional;
const Filter = {
  filter: optional(
    z.strictObject({
      kind: optional(z.enum(HISTORY_KINDS)),
      personId: optional(id<PersonId>()),
      staffId: optional(id<StaffId>()),
      from: optional(PlainDateSchema),
      to: optional(PlainDateSchema),
    }),
  ),
};

/** Who did what to a case, newest first. */
export const list = caseQuery(
  "cases.history",
  z.strictObject({ ...OfCase, page: z.int().min(1).max(10_000), ...Filter }),
  async (
    { trx, caseId, who, relation },
    { page, filter },
  ): Promise<{ readonly entries: readonly HistoryEntry[]; readonly more: boolean }> =>
    listCaseHistory(trx, caseId, { page, ...(filter && { filter }) }, readingBounds(who, relation)),
);

/** Whom the history can be asked about. */
export const filters = caseQuery(
  "history.filters",
  z.strictObject(OfCase),
  async ({ trx, caseId, who, relation }): Promise<HistoryFilterOptions> =>
    listHistoryOptions(trx, caseId, readingBounds(who, relation)),
);

/** The history as filtered, as a file: a row for each thing that an act changed. */
export const exportHistory = caseQuery(
  "history.export",
  z.strictObject({ ...OfCase, ...Filter, format: z.enum(EXPORT_FORMATS) }),
  async ({ trx, caseId, who, relation, today }, { filter, format }): Promise<ExportFile> => {
    const { number } = orNotFound(await findCaseFacts(trx, caseId, today));
    const { entries } = await listCaseHistory(
      trx,
      caseId,
      { page: 1, pageSize: MOST_EXPORTED, ...(filter && { filter }) },
      readingBounds(who, relation),
    );
    const { timeZone } = who.agency;
    const dayOf = dayIn(timeZone);
    const rows = entries.flatMap((entry) => rowsOf(entry, timeZone, dayOf));
    const table = {
      title: words.history.title(number),
      columns: words.history.columns,
      rows: rows.slice(0, MOST_EXPORTED),
    };
    return exportFile(table, format, today, rows.length);
  },
);

/** Dates keep their years: a file is read in later ones. */
const rowsOf = (
  entry: HistoryEntry,
  timeZone: string,
  dayOf: (at: string) => PlainDate,
): readonly (readonly Cell[])[] => {
  const act = [
    dateCell(dayOf(entry.at)),
    textCell(dates.time(entry.at, timeZone)),
    textCell(entry.by),
    textCell(entry.organizationName),
    textCell(
      isHistoryProcedure(entry.procedure)
        ? sentences.sentence[entry.procedure](entry.params)
        : entry.procedure,
    ),
    textCell(entry.reason),
  ];
  const device = textCell(entry.recordedAt && dates.moment(entry.recordedAt, timeZone, {}));
  const said = (table: string, field: string, value: string | undefined): Cell =>
    textCell(value && fieldValue(table, field, value));
  const changes = entry.changes.map(({ table, field, before, after }) => [
    textCell(sentences.field(table, field)),
    said(table, field, before),
    said(table, field, after),
  ]);
  return (changes.length === 0 ? [[undefined, undefined, undefined]] : changes).map((change) => [
    ...act,
    ...change,
    device,
  ]);
};
