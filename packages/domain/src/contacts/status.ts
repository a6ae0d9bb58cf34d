import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import type { Duty, DutyKind, ObligationStatus } from "./duty.ts";

/**
 * The status of a duty on a day (D4). The row holds dates only; it is true from the day it was evaluated for up to the
 * day before `changesOn`. A deadline passed unmet is OVERDUE and can still be cured; a window is MISSED for good
 * (DEC-17). The due day itself still counts.
 */
export const statusOn = (duty: Duty, day: PlainDate): ObligationStatus => {
  if (duty.cancelledOn !== undefined && duty.cancelledOn <= day) return "CANCELLED";
  if (duty.settledOn !== undefined && duty.settledOn <= day)
    return duty.kind !== "WINDOW" && duty.dueOn !== undefined && duty.settledOn > duty.dueOn
      ? "SATISFIED_LATE"
      : "SATISFIED";
  if (day < duty.opensOn) return "UPCOMING";
  if (duty.dueOn === undefined || day <= duty.dueOn) return "OPEN";
  return duty.kind === "WINDOW" ? "MISSED" : "OVERDUE";
};

/**
 * What a duty reads as on a day, for people: its status, but for a deadline that nobody can meet any more. The register
 * keeps that one OVERDUE (DEC-14); nobody is late with it, it was missed.
 */
export const readsAs = (duty: Duty, day: PlainDate): ObligationStatus => {
  const status = statusOn(duty, day);
  return status === "OVERDUE" && duty.lapsedOn !== undefined ? "MISSED" : status;
};

export const TASK_STATUSES = ["OPEN", "SATISFIED", "WORKER_NOT_AVAILABLE", "CANCELLED"] as const;
export type CaseTaskStatus = (typeof TASK_STATUSES)[number];

/** The status of a task on a day (C2 CaseTaskStatus); a task is never overdue (DEC-21, DEC-22). */
export const taskStatusOn = (duty: Duty, day: PlainDate): CaseTaskStatus => {
  switch (statusOn(duty, day)) {
    case "CANCELLED":
      return "CANCELLED";
    case "SATISFIED":
    case "SATISFIED_LATE":
      return duty.workerNotAvailable ? "WORKER_NOT_AVAILABLE" : "SATISFIED";
    default:
      return "OPEN";
  }
};

/**
 * What lists tell duties apart by: the kind, and of deadlines whether they can still be met. One that has lapsed is
 * history as a missed window is, although it keeps its status (DEC-14).
 */
export type ListKind = DutyKind | "LAPSED";

export const listKindOf = (duty: Pick<Duty, "kind" | "lapsedOn">): ListKind =>
  duty.lapsedOn === undefined ? duty.kind : "LAPSED";

/** The groups of every list of work. What was missed is no work: it waits for the reason to be recorded. */
export const BUCKETS = ["late", "today", "week", "later", "missed"] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Bounds of a group for duties neither settled nor cancelled: a due date in [dueFrom, dueTo], or none at all. */
export interface BucketBounds {
  readonly kinds: readonly ListKind[];
  readonly dueFrom?: PlainDate;
  readonly dueTo?: PlainDate;
  readonly orNoDueDate: boolean;
}

const ALL: readonly ListKind[] = ["DEADLINE", "WINDOW", "TASK", "LAPSED"];

/**
 * The date bounds of each group on a day. Late is what can still be done; this week is the next seven days after today.
 * `db` puts these bounds into WHERE clauses; `bucketOf` is the same for a row in memory.
 */
export const bucketBounds = (day: PlainDate): Readonly<Record<Bucket, BucketBounds>> => {
  const yesterday = addDays(day, -1);
  return {
    late: { kinds: ["DEADLINE", "TASK"], dueTo: yesterday, orNoDueDate: false },
    today: { kinds: ALL, dueFrom: day, dueTo: day, orNoDueDate: false },
    week: { kinds: ALL, dueFrom: addDays(day, 1), dueTo: addDays(day, 7), orNoDueDate: false },
    later: { kinds: ALL, dueFrom: addDays(day, 8), orNoDueDate: true },
    missed: { kinds: ["WINDOW", "LAPSED"], dueTo: yesterday, orNoDueDate: false },
  };
};

/** The group in which a duty stands on a day; undefined once it is settled or cancelled. */
export const bucketOf = (duty: Duty, day: PlainDate): Bucket | undefined => {
  switch (readsAs(duty, day)) {
    case "SATISFIED":
    case "SATISFIED_LATE":
    case "CANCELLED":
      return undefined;
    case "OVERDUE":
      return "late";
    case "MISSED":
      return "missed";
    case "OPEN":
    case "UPCOMING":
      if (duty.dueOn === undefined || duty.dueOn > addDays(day, 7)) return "later";
      return duty.dueOn === day ? "today" : "week";
  }
};
