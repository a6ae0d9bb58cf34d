import { bucketBounds, type BucketBounds, listKindOf } from "../contacts/status.ts";
import type { Duty } from "../contacts/duty.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";

/** Days back for which a board says how many contacts were made on time. */
export const ON_TIME_DAYS = 30;

/** Bounds of what a board counts on a day; `db` puts them into WHERE clauses, `countForBoard` is the same in memory. */
export interface BoardBounds {
  readonly late: BucketBounds;
  readonly today: BucketBounds;
  readonly week: BucketBounds;
  readonly later: BucketBounds;
  /** Contacts that had to be made by now: due in these days, whether made or not. */
  readonly onTime: { readonly dueFrom: PlainDate; readonly dueTo: PlainDate };
  /** Late a week ago: due before that day, and on it neither made nor cancelled. */
  readonly weekAgo: PlainDate;
}

export const boardBounds = (day: PlainDate): BoardBounds => {
  const { late, today, week, later } = bucketBounds(day);
  return {
    late,
    today,
    week,
    later,
    onTime: { dueFrom: addDays(day, -ON_TIME_DAYS), dueTo: addDays(day, -1) },
    weekAgo: addDays(day, -7),
  };
};

export interface BoardCounts {
  readonly late: number;
  readonly today: number;
  readonly week: number;
  readonly later: number;
  readonly lateWeekAgo: number;
  /** Of the contacts that had to be made, those made by their due date. */
  readonly made: number;
  readonly due: number;
}

/** What a board counts of duties on a day. A window that nobody met counts as due and not made, never as late. */
export const countForBoard = (duties: readonly Duty[], day: PlainDate): BoardCounts => {
  const bounds = boardBounds(day);
  const isOpen = (duty: Duty) => duty.settledOn === undefined && duty.cancelledOn === undefined;
  const inBucket = ({ kinds, dueFrom, dueTo, orNoDueDate }: BucketBounds, duty: Duty) =>
    isOpen(duty) &&
    kinds.includes(listKindOf(duty)) &&
    (duty.dueOn === undefined
      ? orNoDueDate
      : (dueFrom === undefined || duty.dueOn >= dueFrom) &&
        (dueTo === undefined || duty.dueOn <= dueTo));
  const count = (test: (duty: Duty) => boolean) => duties.filter(test).length;
  const hadToBeMade = (duty: Duty) =>
    duty.kind !== "TASK" &&
    duty.cancelledOn === undefined &&
    duty.dueOn !== undefined &&
    duty.dueOn >= bounds.onTime.dueFrom &&
    duty.dueOn <= bounds.onTime.dueTo;
  return {
    late: count((duty) => inBucket(bounds.late, duty)),
    today: count((duty) => inBucket(bounds.today, duty)),
    week: count((duty) => inBucket(bounds.week, duty)),
    later: count((duty) => inBucket(bounds.later, duty)),
    lateWeekAgo: count(
      (duty) =>
        bounds.late.kinds.includes(duty.kind) &&
        duty.dueOn !== undefined &&
        duty.dueOn < bounds.weekAgo &&
        (duty.settledOn === undefined || duty.settledOn > bounds.weekAgo) &&
        (duty.cancelledOn === undefined || duty.cancelledOn > bounds.weekAgo) &&
        (duty.lapsedOn === undefined || duty.lapsedOn > bounds.weekAgo),
    ),
    made: count(
      (duty) =>
        hadToBeMade(duty) && duty.settledOn !== undefined && duty.settledOn <= (duty.dueOn ?? ""),
    ),
    due: count(hadToBeMade),
  };
};

interface Need {
  readonly late: number;
  readonly today: number;
  readonly week: number;
  readonly oldestLate?: PlainDate;
  readonly isOwn: boolean;
  readonly name: string;
}

/** Whom to look at first: my own people, then who has most that is late, oldest first. An order of need, not of merit. */
export const byNeed = (a: Need, b: Need): number =>
  Number(b.isOwn) - Number(a.isOwn) ||
  b.late - a.late ||
  (a.oldestLate ?? "9999").localeCompare(b.oldestLate ?? "9999") ||
  b.today - a.today ||
  b.week - a.week ||
  a.name.localeCompare(b.name);
