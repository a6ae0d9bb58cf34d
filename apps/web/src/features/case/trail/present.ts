import { dayIn } from "@kinward/domain/kernel";
import type { HistoryEntry, Me } from "@kinward/domain/views";
import { isHistoryProcedure } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { fieldValue } from "@kinward/wording/en/fields";
import { history } from "@kinward/wording/en/history";
import { trail } from "../../../messages/en/trail.ts";

const words = trail.history;

export interface EntryView {
  readonly id: string;
  readonly sentence: string;
  readonly time: string;
  readonly by: string;
  /** When it was recorded on a device and arrived later. */
  readonly received: string | undefined;
  readonly reason: string | undefined;
  readonly changes: readonly {
    readonly field: string;
    readonly label: string;
    readonly before: string;
    readonly after: string;
  }[];
}
export interface DayView {
  readonly date: string;
  readonly label: string;
  readonly entries: readonly EntryView[];
}

/** A device whose clock is a minute off is no late delivery. */
const LATE_MS = 10 * 60_000;

/** Entries under their days, in the agency's zone. */
export function presentHistory(
  entries: readonly HistoryEntry[],
  { agency, today }: Pick<Me, "agency" | "today">,
): readonly DayView[] {
  const dayOf = dayIn(agency.timeZone);
  const days: { date: string; label: string; entries: EntryView[] }[] = [];
  for (const entry of entries) {
    const date = dayOf(entry.at);
    let day = days.at(-1);
    if (day?.date !== date) {
      day = { date, label: dates.date(date, { today, style: "long" }), entries: [] };
      days.push(day);
    }
    day.entries.push(presentEntry(entry, agency.timeZone, today));
  }
  return days;
}

function presentEntry(entry: HistoryEntry, timeZone: string, today: string): EntryView {
  const moment = (at: string) => dates.moment(at, timeZone, { today });
  const isLate =
    entry.recordedAt !== undefined && Date.parse(entry.at) - Date.parse(entry.recordedAt) > LATE_MS;
  return {
    id: entry.commandId,
    sentence: isHistoryProcedure(entry.procedure)
      ? history.sentence[entry.procedure]({ ...entry.params, today })
      : entry.procedure,
    time: dates.time(entry.at, timeZone),
    by: words.by(entry.by, entry.organizationName),
    received:
      isLate && entry.recordedAt !== undefined
        ? words.recorded(moment(entry.recordedAt), moment(entry.at))
        : undefined,
    reason: entry.reason === undefined ? undefined : words.reason(entry.reason),
    changes: entry.changes.map((change) => ({
      field: `${change.table}.${change.field}`,
      label: history.field(change.table, change.field),
      before: said(change, change.before, today),
      after: said(change, change.after, today),
    })),
  };
}

const said = (
  { table, field }: HistoryEntry["changes"][number],
  value: string | undefined,
  today: string,
): string => (value === undefined ? words.nothing : fieldValue(table, field, value, today));
