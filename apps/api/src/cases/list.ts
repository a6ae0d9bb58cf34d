import { areaOptions, listServiceOrganizations, loadServiceAreas } from "@kinward/db/agency";
import { listCaseFilters, listCases } from "@kinward/db/cases";
import {
  type ContractAreaId,
  id,
  type OrganizationId,
  type StaffId,
  text,
} from "@kinward/domain/kernel";
import {
  CASE_COLUMNS,
  type CaseColumn,
  CASE_SORTS,
  type CaseFilterOptions,
  type CasePage,
  type CaseRow,
  DUE_FILTERS,
  EXPORT_FORMATS,
  type ExportFile,
  SEEN_FILTERS,
} from "@kinward/domain/views";
import { labels } from "@kinward/wording/en/labels";
import { lists as words } from "@kinward/wording/en/lists";
import { z } from "zod";
import { type Cell, dateCell, exportFile, MOST_EXPORTED, textCell } from "../exports/table.ts";
import { query, type ScopeContext } from "../trpc/procedures.ts";
import { scopeOf } from "./scope.ts";

const STAGES = [
  "REFERRED",
  "SAFETY_PLAN",
  "FIRST_30_DAYS",
  "ONGOING",
  "ENDED",
  "OPEN",
  "CLOSED",
] as const;
const optional = z.exactOptional;

/** Order and filters, the same for the page and for the file of what it shows. */
const Selection = {
  sort: optional(z.enum(CASE_SORTS)),
  direction: optional(z.enum(["ascending", "descending"])),
  filter: optional(
    z.strictObject({
      text: optional(text(100)),
      stage: optional(z.enum(STAGES)),
      contractAreaId: optional(id<ContractAreaId>()),
      organizationId: optional(id<OrganizationId>()),
      workerId: optional(id<StaffId>()),
      coordinatorId: optional(id<StaffId>()),
      late: optional(z.boolean()),
      due: optional(z.enum(DUE_FILTERS)),
      seen: optional(z.enum(SEEN_FILTERS)),
    }),
  ),
};
const SelectionSchema = z.strictObject(Selection);

const select = (
  { trx, who, today }: ScopeContext,
  { sort = "nextDue", direction = "ascending", filter = {} }: z.output<typeof SelectionSchema>,
  page: number,
  pageSize?: number,
): Promise<CasePage> =>
  listCases(
    trx,
    scopeOf(who),
    { page, sort, direction, filter, ...(pageSize === undefined ? {} : { pageSize }) },
    today,
  );

export const list = query(
  "cases.list",
  z.strictObject({ page: optional(z.int().min(1).max(10_000)), ...Selection }),
  async (context, { page = 1, ...selection }): Promise<CasePage> => {
    const found = await select(context, selection, page);
    context.saw(found.rows.map((row) => row.caseId));
    return found;
  },
  { current: true },
);

const CELLS: Readonly<Record<CaseColumn, (row: CaseRow) => readonly Cell[]>> = {
  family: (row) => [textCell(row.familyName)],
  number: (row) => [textCell(row.caseNumber)],
  area: (row) => [textCell(row.areaName)],
  contractor: (row) => [textCell(row.contractorName)],
  worker: (row) => [textCell(row.workerName)],
  coordinator: (row) => [textCell(row.coordinatorName)],
  nextDue: (row) => [dateCell(row.nextDueOn), { number: row.late }],
  lastSeen: (row) => [dateCell(row.lastSeenOn)],
  stage: (row) => [textCell(labels.stage[row.stage])],
  opened: (row) => [dateCell(row.openedOn)],
};
const HEADINGS = (column: CaseColumn): readonly string[] =>
  column === "nextDue"
    ? [words.caseColumn.nextDue, words.caseColumn.late]
    : [words.caseColumn[column]];

/** What the list shows, as a file: the same cases, filters, order and columns. */
export const exportCases = query(
  "cases.export",
  z.strictObject({
    ...Selection,
    format: z.enum(EXPORT_FORMATS),
    columns: z.array(z.enum(CASE_COLUMNS)).min(1).max(CASE_COLUMNS.length),
  }),
  async (context, { format, columns, ...selection }): Promise<ExportFile> => {
    const found = await select(context, selection, 1, MOST_EXPORTED);
    context.saw(found.rows.map((row) => row.caseId));
    const table = {
      title: words.list.CASES,
      columns: columns.flatMap(HEADINGS),
      rows: found.rows.map((row) => columns.flatMap((column) => CELLS[column](row))),
    };
    return exportFile(table, format, context.today, found.total);
  },
  { current: true },
);

/** What the filters of the list offer. An auditor, who sees every case, finds people by typing. */
export const options = query(
  "cases.options",
  z.strictObject({}),
  async ({ trx, who, today }): Promise<CaseFilterOptions> => {
    const areas = areaOptions(await loadServiceAreas(trx), today);
    if (!who.actor.roles.includes("AUDITOR"))
      return { areas, ...(await listCaseFilters(trx, scopeOf(who), today)) };
    const organizations = await listServiceOrganizations(trx);
    return {
      areas,
      contractors: organizations.map(({ organizationId, name }) => ({ id: organizationId, name })),
      workers: [],
      coordinators: [],
    };
  },
);
