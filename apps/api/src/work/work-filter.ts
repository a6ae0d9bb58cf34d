import type { DutyOfWork } from "@kinward/db/work";
import {
  addDays,
  type CaseId,
  id,
  type OrganizationId,
  type PlainDate,
  type StaffId,
  text,
} from "@kinward/domain/kernel";
import {
  WORK_WITHIN,
  type WorkFilter,
  type WorkFilterOptions,
  type WorkRow,
} from "@kinward/domain/views";
import { z } from "zod";

/** Input fields of a filtered due list. */
export const WorkFilterFields = {
  within: z.exactOptional(z.literal([...WORK_WITHIN])),
  rule: z.exactOptional(text(40)),
  caseId: z.exactOptional(id<CaseId>()),
  contractorId: z.exactOptional(id<OrganizationId>()),
  workerId: z.exactOptional(id<StaffId>()),
};

/** Whether a duty is of the contractor and worker that are looked for. */
export const isOf =
  ({ contractorId, workerId }: WorkFilter) =>
  (one: Pick<DutyOfWork, "contractorId" | "workerId">): boolean =>
    (contractorId === undefined || one.contractorId === contractorId) &&
    (workerId === undefined || one.workerId === workerId);

/** Whether a row is about the family and of the kind that are looked for, and due in time. */
export const fitsRow =
  ({ within, rule, caseId }: WorkFilter, today: PlainDate) =>
  (row: Pick<WorkRow, "rule" | "caseId" | "dueOn">): boolean =>
    (rule === undefined || row.rule === rule) &&
    (caseId === undefined || row.caseId === caseId) &&
    (within === undefined || (row.dueOn !== undefined && row.dueOn <= addDays(today, within)));

/** What stands in a list, each once and by name. */
export function optionsOf(
  rows: readonly WorkRow[],
  duties: readonly DutyOfWork[],
): WorkFilterOptions {
  const named = <Id extends string>(
    pairs: readonly (readonly [Id | undefined, string | undefined])[],
  ): readonly { readonly id: Id; readonly name: string }[] =>
    [...new Map(pairs)]
      .flatMap(([key, name]) =>
        key === undefined || name === undefined ? [] : [{ id: key, name }],
      )
      .toSorted((a, b) => a.name.localeCompare(b.name));
  return {
    rules: [...new Set(rows.map((row) => row.rule))].toSorted(),
    families: named(rows.map((row) => [row.caseId, `${row.familyName}, ${row.caseNumber}`])),
    contractors: named(duties.map((one) => [one.contractorId, one.contractorName])),
    workers: named(duties.map((one) => [one.workerId, one.workerName])),
  };
}
