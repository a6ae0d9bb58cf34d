import type { DutyRule } from "../contacts/duty.ts";

/** How duties with a due date in a stretch of past days came out. */
export interface Tally {
  readonly met: number;
  readonly late: number;
  /** Past due and still to be done. */
  readonly overdue: number;
  readonly missed: number;
}
export type Outcome = keyof Tally;

/** Duties of one rule that were due, by both books. */
export interface JudgedRow {
  readonly rule: DutyRule;
  readonly before: Tally;
  readonly after: Tally;
}

export const NO_TALLY: Tally = { met: 0, late: 0, overdue: 0, missed: 0 };

export const addTallies = (a: Tally, b: Tally): Tally => ({
  met: a.met + b.met,
  late: a.late + b.late,
  overdue: a.overdue + b.overdue,
  missed: a.missed + b.missed,
});

export const addJudged = (
  a: readonly JudgedRow[],
  b: readonly JudgedRow[],
): readonly JudgedRow[] => {
  const rows = new Map<DutyRule, JudgedRow>();
  for (const row of [...a, ...b]) {
    const known = rows.get(row.rule);
    const sum = known && {
      rule: row.rule,
      before: addTallies(known.before, row.before),
      after: addTallies(known.after, row.after),
    };
    rows.set(row.rule, sum ?? row);
  }
  return [...rows.values()].toSorted((x, y) => x.rule.localeCompare(y.rule, "en"));
};
