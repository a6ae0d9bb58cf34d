import type { Duty } from "../contacts/duty.ts";
import type { Expectation } from "../contacts/explain/expectation.ts";
import { statusOn, taskStatusOn } from "../contacts/status.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { JsonObject } from "./checker.ts";
import { type Comparison, textOf } from "./compare.ts";

/** A duty in the words of the worked cases. */
export const obligationFields = (duty: Duty, day: PlainDate) => ({
  key: duty.key,
  rule: duty.rule,
  kind: duty.kind.toLowerCase(),
  subject: duty.subject,
  windowStart: duty.opensOn,
  due: duty.dueOn ?? null,
  status: statusOn(duty, day),
  satisfiedOn: duty.settledOn ?? null,
  by: duty.settledBy ?? null,
  missing: duty.missing,
  reason: duty.cancelReason ?? null,
  cancelledOn: duty.cancelledOn ?? null,
  cancelledFrom: duty.cancelledOn ?? null,
  owner: duty.owner,
  minimum: duty.level?.minimum ?? (duty.key.startsWith("PLAN:") ? 0 : 1),
  effective: duty.level?.effective ?? 1,
});

/** A task in the words of the worked cases. */
export const taskFields = (task: Duty, day: PlainDate) => ({
  key: task.key,
  type: task.key.split(":")[1] ?? task.key,
  rule: task.rule,
  subject: task.subject,
  owner: task.owner,
  openFrom: task.opensOn,
  due: task.dueOn ?? null,
  status: taskStatusOn(task, day),
  on: task.settledOn ?? null,
  reason: task.cancelReason ?? null,
});

/** What is expected beside contacts (EXP-3, EXP-6), in the words of the worked cases. */
export const expectationFields = ({ key, rule, standing, dueOn, doneOn }: Expectation) => ({
  key,
  rule,
  standing,
  due: dueOn,
  doneOn: doneOn ?? null,
});

/** Compares expectations by key, without regard to order; one that nobody wrote down is a difference. */
export const compareExpectations = (
  comparison: Comparison,
  at: string,
  expected: readonly JsonObject[],
  actual: readonly Expectation[],
): void => {
  const rows = new Map(actual.map((one) => [one.key, expectationFields(one)]));
  for (const row of expected) {
    const key = textOf(row["key"]) ?? "";
    const found = rows.get(key);
    if (found) comparison.fields(`${at} ${key}`, row, found);
    else comparison.equal(`${at} ${key}`, row, undefined);
    rows.delete(key);
  }
  for (const [key, row] of rows) comparison.unexpected(`${at} ${key}`, row);
};

/** Compares obligations by key, without regard to order; rows that nobody expects are differences. */
export const compareDuties = (
  comparison: Comparison,
  at: string,
  expected: readonly JsonObject[],
  actual: readonly Duty[],
  day: PlainDate,
  minimumMet: (key: string) => boolean,
): void => {
  const rows = new Map(actual.map((duty) => [duty.key, obligationFields(duty, day)]));
  for (const row of expected) {
    const key = textOf(row["key"]) ?? "";
    const found = rows.get(key);
    if (found)
      comparison.fields(`${at} ${key}`, row, {
        ...found,
        ...("minimumMet" in row && { minimumMet: minimumMet(key) }),
        effectiveMet: found.status === "SATISFIED" || found.status === "SATISFIED_LATE",
      });
    else comparison.equal(`${at} ${key}`, row, undefined);
    rows.delete(key);
  }
  for (const [key, row] of rows) comparison.unexpected(`${at} ${key}`, row);
};
