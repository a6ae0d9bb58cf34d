import { dates } from "@kinward/wording/en/dates";
import type { OrderSearch } from "../../app/search.ts";
import { order as words } from "../../messages/en/order.ts";

type Period = Pick<OrderSearch, "from" | "to">;
export interface PeriodChoice {
  /** The days themselves: `2026-11-01..2026-11-30`; `..` is all time. */
  readonly id: string;
  readonly label: string;
}

const MONTHS = 12;
const YEARS = 4;

export const periodId = ({ from = "", to = "" }: Period): string => `${from}..${to}`;

export function periodOf(id: string): { from: string | undefined; to: string | undefined } {
  const [from = "", to = ""] = id.split("..");
  return { from: from === "" ? undefined : from, to: to === "" ? undefined : to };
}

/** Periods to choose from, by the server's today; the one of the address is always among them. */
export function periodChoices(chosen: Period, today: string): readonly PeriodChoice[] {
  const { filter } = words.ledger;
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const choices: readonly PeriodChoice[] = [
    { id: periodId({}), label: filter.allTime },
    ...[30, 90].map((days) => ({
      id: periodId({ from: daysBefore(today, days) }),
      label: filter.lastDays(days),
    })),
    ...Array.from({ length: MONTHS }, (_, back) => monthChoice(year, month - back)),
    ...Array.from({ length: YEARS }, (_, back) => ({
      id: periodId({ from: `${year - back}-01-01`, to: `${year - back}-12-31` }),
      label: `${year - back}`,
    })),
  ];
  return choices.some((choice) => choice.id === periodId(chosen))
    ? choices
    : [...choices, { id: periodId(chosen), label: periodText(chosen, today) }];
}

function periodText({ from, to }: Period, today: string): string {
  const { filter } = words.ledger;
  const day = (iso: string) => dates.date(iso, { today, style: "day" });
  if (from === undefined) return filter.until(day(to ?? ""));
  return to === undefined ? filter.since(day(from)) : dates.range(from, to, { today });
}

/** A month counted from January of a year: 0 is the December before. */
function monthChoice(year: number, month: number): PeriodChoice {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const last = new Date(Date.UTC(year, month, 0));
  return {
    id: periodId({ from: isoDay(first), to: isoDay(last) }),
    label: dates.month(isoDay(first).slice(0, 7)),
  };
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

const daysBefore = (today: string, days: number): string =>
  isoDay(new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000));
