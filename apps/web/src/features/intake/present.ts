import type { DueState } from "@kinward/ui";
import type { IntakeRow } from "@kinward/domain/views";
import { labelOf } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { methodText } from "../shared/assignment-words.ts";
import { intake as words } from "../../messages/en/intake.ts";

export type IntakeGroup = "late" | "new" | "unassigned" | "running" | "withdrawn";

/** What a referral waits for: what is late stands first, whatever else is missing. */
export function groupOf(row: IntakeRow): IntakeGroup {
  if (row.withdrawnOn !== undefined) return "withdrawn";
  if (row.late) return "late";
  if (row.acknowledgedAt === undefined) return "new";
  return row.coordinator === undefined ? "unassigned" : "running";
}

export const presentGroups = (rows: readonly IntakeRow[]) =>
  (["late", "new", "unassigned", "running", "withdrawn"] as const).map((id) => ({
    id,
    label: words.groups[id],
    rows: rows.filter((row) => groupOf(row) === id),
  }));

export interface ClockView {
  readonly state: DueState;
  readonly text: string;
  readonly date: string | undefined;
  /** "business day 2". */
  readonly day: string | undefined;
}

/** The clock of the first contact, with the business day that today is. */
export function presentClock(row: IntakeRow, today: string): ClockView {
  const { initialContactDueOn: due, businessDay } = row;
  if (row.withdrawnOn !== undefined)
    return {
      state: "notDue",
      text: words.clock.withdrawn,
      date: undefined,
      day: words.clock.withdrawnOn(dates.date(row.withdrawnOn, { today, style: "day" })),
    };
  if (row.firstContactMade)
    return { state: "done", text: words.clock.made, date: undefined, day: undefined };
  if (due === undefined)
    return {
      state: "notDue",
      text: labels.serviceType[row.serviceType],
      date: undefined,
      day: undefined,
    };
  if (row.late) return { state: "late", text: words.clock.late, date: due, day: undefined };
  if (row.effectiveDate > today)
    return {
      state: "later",
      text: words.clock.future(dates.date(row.effectiveDate, { today, style: "day" })),
      date: due,
      day: undefined,
    };
  return {
    state: due === today ? "today" : "week",
    text: words.clock.due(dates.date(due, { today, style: "day" })),
    date: undefined,
    day:
      businessDay === undefined
        ? undefined
        : businessDay === 0
          ? words.clock.before
          : words.clock.day(businessDay),
  };
}

/** Which turn it was and why it came here: "Ames, turn 7: in turn". */
export function turnText(
  row: Pick<IntakeRow, "areaName" | "turn" | "kind" | "method" | "counted">,
): string {
  const method = methodText(row.method);
  const why = row.kind === "MOVE" ? words.moved : method.charAt(0).toLowerCase() + method.slice(1);
  return words.turn(row.areaName, row.turn, row.counted ? why : words.notCounted(why));
}

/** What whoever is chosen should bring: languages other than English. */
export const languageNeed = (row: Pick<IntakeRow, "languages">): string | undefined => {
  const others = row.languages.filter((code) => code !== "en");
  return others.length === 0
    ? undefined
    : words.language(dates.list(others.map((code) => labelOf(labels.language, code))));
};
