import {
  addDays,
  addMonths,
  endOfMonth,
  type PlainDate,
  startOfMonth,
  weekdayOf,
} from "@kinward/domain/kernel";
import type { CalendarContact, CalendarView, WorkRow } from "@kinward/domain/views";

/** First and last day of the weeks, Sunday to Saturday, that a month touches. */
export function spanOf(day: PlainDate): { readonly from: PlainDate; readonly to: PlainDate } {
  const [first, last] = [startOfMonth(day), endOfMonth(day)];
  return { from: sundayOf(first), to: addDays(sundayOf(last), 6) };
}

export const sundayOf = (day: PlainDate): PlainDate => addDays(day, -(weekdayOf(day) % 7));

export const weekOf = (day: PlainDate): readonly PlainDate[] =>
  Array.from({ length: 7 }, (_, at) => addDays(sundayOf(day), at));

/** The weeks of a month, each seven days. */
export function weeksOf(day: PlainDate): readonly (readonly PlainDate[])[] {
  const { from, to } = spanOf(day);
  const weeks: (readonly PlainDate[])[] = [];
  for (let sunday = from; sunday < to; sunday = addDays(sunday, 7)) weeks.push(weekOf(sunday));
  return weeks;
}

export interface Day {
  readonly date: PlainDate;
  readonly dues: readonly WorkRow[];
  readonly contacts: readonly CalendarContact[];
}

/** What each day of a calendar has. */
export function daysOf({ dues, contacts }: Pick<CalendarView, "dues" | "contacts">) {
  const of = (date: PlainDate): Day => ({
    date,
    dues: dues.filter((row) => row.dueOn === date),
    contacts: contacts.filter((contact) => contact.on === date),
  });
  return of;
}

/** The days from one on that have something, to the end of the span. */
export function agendaOf(
  view: Pick<CalendarView, "dues" | "contacts">,
  from: PlainDate,
  to: PlainDate,
): readonly Day[] {
  const dates = new Set<PlainDate>();
  for (const { dueOn } of view.dues) if (dueOn !== undefined) dates.add(dueOn);
  for (const { on } of view.contacts) dates.add(on);
  return [...dates]
    .filter((date) => from <= date && date <= to)
    .toSorted()
    .map(daysOf(view));
}

/** The day that a key leads to; undefined for any other key. */
export function dayOfKey(key: string, day: PlainDate, today: PlainDate): PlainDate | undefined {
  switch (key) {
    case "ArrowLeft":
      return addDays(day, -1);
    case "ArrowRight":
      return addDays(day, 1);
    case "ArrowUp":
      return addDays(day, -7);
    case "ArrowDown":
      return addDays(day, 7);
    case "PageUp":
      return addMonths(day, -1);
    case "PageDown":
      return addMonths(day, 1);
    case "t":
    case "T":
      return today;
    default:
      return undefined;
  }
}
