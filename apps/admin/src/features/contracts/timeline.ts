import {
  addDays,
  addMonths,
  daysBetween,
  maxDate,
  minDate,
  monthOf,
  type PlainDate,
  yearOf,
} from "@kinward/domain/kernel";
import type { ContractMatrix, ContractView } from "@kinward/domain/views";

/** A piece of a line of time, in percent of its length. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

/** Where days lie on a line from one day to another; nothing when they lie outside. */
export function spanOf(
  days: { readonly from: PlainDate; readonly to: PlainDate },
  shown: { readonly from: PlainDate; readonly to: PlainDate },
): Span | undefined {
  if (days.to < shown.from || days.from > shown.to) return undefined;
  const total = daysBetween(shown.from, shown.to) + 1;
  const from = maxDate(days.from, shown.from);
  const to = minDate(days.to, shown.to);
  const percent = (count: number) => Math.round((count / total) * 10_000) / 100;
  return {
    start: percent(daysBetween(shown.from, from)),
    length: percent(daysBetween(from, to) + 1),
  };
}

/** The day as a place on the line; nothing outside. */
export const markOf = (
  day: PlainDate,
  shown: { readonly from: PlainDate; readonly to: PlainDate },
): number | undefined => spanOf({ from: day, to: day }, shown)?.start;

const QUARTER = 3;

/** The quarters that begin within the line, for its scale: the year stands at January and at the beginning. */
export function scaleOf(shown: {
  readonly from: PlainDate;
  readonly to: PlainDate;
}): readonly { readonly label: string; readonly start: number }[] {
  const marks: { label: string; start: number }[] = [];
  for (let month = shown.from; month <= shown.to; month = addMonths(month, QUARTER)) {
    const name = MONTHS[monthOf(month) - 1] ?? "";
    const withYear = marks.length === 0 || monthOf(month) <= QUARTER;
    marks.push({
      label: withYear ? `${name} ${yearOf(month)}` : name,
      start: markOf(month, shown) ?? 0,
    });
  }
  return marks;
}
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Last day of a line of so many months. */
export const lastDayShown = (from: PlainDate, months: number): PlainDate =>
  addDays(addMonths(from, months), -1);

export interface Bar {
  readonly contract: ContractView;
  readonly lane: 1 | 2;
  readonly span: Span;
}

/** The contracts of an area that touch the line. */
export const barsOf = (
  area: ContractMatrix["areas"][number],
  shown: { readonly from: PlainDate; readonly to: PlainDate },
): readonly Bar[] =>
  area.contracts.flatMap((contract) => {
    const span = spanOf(contract, shown);
    return span === undefined ? [] : [{ contract, lane: contract.position, span }];
  });
