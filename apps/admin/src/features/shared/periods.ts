import { inForceOn, type PlainDate, yearOf } from "@kinward/domain/kernel";
import type { DueState } from "@kinward/ui";
import { formatDate } from "@kinward/ui";
import { shared as m } from "./messages.ts";

/** A day in words, "Nov 17" or "Nov 17, 2027". */
export const dayWords = (date: PlainDate, today: PlainDate): string =>
  formatDate(date, "en-US", { today, style: "day" });

/** Days in words: "Jul 1, 2025 to Jun 30, 2027", "from Jul 1", "until Jun 30". */
export const periodWords = (
  period: { readonly from?: PlainDate; readonly to?: PlainDate },
  today: PlainDate,
): string => {
  const { from, to } = period;
  // Across years both are named, so that "Jul 1, 2025 to Dec 31" never has to be guessed.
  const isAcross = from !== undefined && to !== undefined && yearOf(from) !== yearOf(to);
  const day = (date: PlainDate) =>
    isAcross ? formatDate(date, "en-US", { style: "day" }) : dayWords(date, today);
  if (from !== undefined && to !== undefined)
    return from === to ? day(from) : m.fromTo(day(from), day(to));
  if (from !== undefined) return m.from(day(from));
  return to === undefined ? m.noEnd : m.until(day(to));
};

/** Where a dated record stands on a day. */
export type PeriodState = "PAST" | "NOW" | "FUTURE";
export const periodState = (
  period: { readonly from?: PlainDate; readonly to?: PlainDate },
  today: PlainDate,
): PeriodState => {
  if (inForceOn(period, today)) return "NOW";
  return period.to !== undefined && period.to < today ? "PAST" : "FUTURE";
};

/** The look of a dated record: in force, to come, over. */
export const PERIOD_LOOK: Record<PeriodState, DueState> = {
  NOW: "done",
  FUTURE: "later",
  PAST: "notDue",
};

/** In force first, then to come, then past; within each the newest first. */
export const byPeriod =
  (today: PlainDate) =>
  (
    a: { readonly from: PlainDate; readonly to?: PlainDate },
    b: { readonly from: PlainDate; readonly to?: PlainDate },
  ): number => {
    const order: Record<PeriodState, number> = { NOW: 0, FUTURE: 1, PAST: 2 };
    const byState = order[periodState(a, today)] - order[periodState(b, today)];
    return byState || (a.from < b.from ? 1 : a.from > b.from ? -1 : 0);
  };
