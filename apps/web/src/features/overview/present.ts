import type { StateRow } from "@kinward/domain/views";

type Numbers = Pick<
  StateRow,
  "open" | "late" | "dueThisWeek" | "missedWithoutReason" | "fellDue" | "seenOnTime"
>;

/** All rows together. */
export const totalOf = (rows: readonly Numbers[]): Numbers => {
  const sum = (key: keyof Numbers) => rows.reduce((all, row) => all + row[key], 0);
  return {
    open: sum("open"),
    late: sum("late"),
    dueThisWeek: sum("dueThisWeek"),
    missedWithoutReason: sum("missedWithoutReason"),
    fellDue: sum("fellDue"),
    seenOnTime: sum("seenOnTime"),
  };
};

/** Whole percent, rounded down: all but one of a thousand is not all. */
export const shareOf = ({
  seenOnTime,
  fellDue,
}: Pick<Numbers, "seenOnTime" | "fellDue">): number | undefined =>
  fellDue === 0 ? undefined : Math.floor((seenOnTime * 100) / fellDue);
