import { toDate, toDay } from "../calendar/day-number.ts";
import type { CaseFile } from "../casefile/case-file.ts";
import type { EpisodeId, PersonId } from "../kernel/ids.ts";
import { endOfMonth, type PlainDate, plainDate } from "../kernel/plain-date.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import type { Duty } from "./duty.ts";
import { judgeCase, type JudgedEpisode } from "./evaluate.ts";
import { familyVerdict, type JudgedWindow } from "./explain/people.ts";
import { judgedWindow } from "./explain/window.ts";
import { caseFacts, type PersonFacts } from "./facts/case-facts.ts";
import { nextMonthStart } from "./project.ts";
import { type Bucket, bucketOf, statusOn } from "./status.ts";
import { isHomeAdult, isMember, isParentElsewhere } from "./who-is-owed/membership.ts";
import { firstSeen } from "./who-is-owed/seen.ts";

export type CoverageState = "done" | Bucket | "notDue" | "perPlan" | "excused";

/** A requirement period of the grid *Who must be seen, and when*. */
export type CoverageColumn =
  | { readonly kind: "FIRST_CONTACT"; readonly dueOn: PlainDate }
  | { readonly kind: "FIRST_30"; readonly dueOn: PlainDate }
  | {
      readonly kind: "WEEK";
      readonly n: number;
      readonly start: PlainDate;
      readonly end: PlainDate;
    }
  | {
      readonly kind: "MONTH";
      /** `yyyy-mm` */
      readonly month: string;
      readonly start: PlainDate;
      readonly end: PlainDate;
      /** What would be owed if nothing new happens. */
      readonly projected?: true;
    };

/** One person in one period; `dutyKey` opens the reason. */
export interface CoverageCell {
  readonly state: CoverageState;
  readonly dutyKey?: string;
  /** The day on which the person was seen. */
  readonly on?: PlainDate;
  readonly dueOn?: PlainDate;
  readonly projected?: true;
}

export interface Coverage {
  readonly episodeId: EpisodeId;
  readonly columns: readonly CoverageColumn[];
  /** Cells stand in the order of the columns. */
  readonly rows: readonly { readonly person: PersonId; readonly cells: readonly CoverageCell[] }[];
}

/** Which of several duties in one cell is shown: what presses most. */
const ORDER: readonly CoverageState[] = [
  "late",
  "missed",
  "today",
  "week",
  "later",
  "done",
  "excused",
  "perPlan",
  "notDue",
];

const dueOf = (duty: Duty) => (duty.dueOn === undefined ? {} : { dueOn: duty.dueOn });

const ownCell = (duty: Duty, asOf: PlainDate): CoverageCell => {
  const base = { dutyKey: duty.key, ...dueOf(duty) };
  if (duty.settledOn !== undefined) return { state: "done", on: duty.settledOn, ...base };
  return { state: bucketOf(duty, asOf) ?? "excused", ...base };
};

/** A person's part in a family window: seen, still needed, or covered by another adult (DEC-08). */
const familyCell = (
  judged: JudgedEpisode,
  person: PersonFacts,
  duty: Duty,
  window: JudgedWindow,
  asOf: PlainDate,
): CoverageCell | undefined => {
  const { view } = judged;
  const verdict = familyVerdict(view, person, window);
  if (verdict !== "HOME_ADULT" && verdict !== "HOME_CHILD") return undefined;
  const base = { dutyKey: duty.key, ...dueOf(duty) };
  if (statusOn(duty, asOf) === "CANCELLED") return { state: "excused", ...base };
  const needed =
    duty.missing.includes(person.id) ||
    duty.missing.includes("ANYONE_HOME") ||
    (duty.missing.includes("ADULT") && isHomeAdult(person, window.judgedOn)) ||
    duty.missing.some((label) => label.startsWith("ANOTHER_DATE"));
  if (needed) return { state: bucketOf(duty, asOf) ?? "notDue", ...base };
  const seen = firstSeen(
    person,
    Math.max(window.start, view.effective),
    Math.min(window.end, view.countsThrough),
  );
  return seen ? { state: "done", on: toDate(seen.day), ...base } : { state: "notDue", ...base };
};

const isIn = (column: CoverageColumn, duty: Duty): boolean => {
  switch (column.kind) {
    case "FIRST_CONTACT":
      return duty.key.startsWith("INITIAL:");
    case "FIRST_30":
      return duty.key.startsWith("FIRST30:");
    case "WEEK":
      return duty.key === `WEEK:${column.n}`;
    case "MONTH":
      return (
        (duty.key.startsWith("MONTH:") || duty.key.startsWith("PLAN:")) &&
        duty.opensOn.startsWith(column.month)
      );
  }
};

const cellOf = (
  judged: JudgedEpisode,
  person: PersonFacts,
  column: CoverageColumn,
  asOf: PlainDate,
): CoverageCell => {
  const cells = judged.duties
    .filter((duty) => isIn(column, duty))
    .flatMap((duty) => {
      if (duty.subject === person.id) return ownCell(duty, asOf);
      if (duty.subject !== "FAMILY") return [];
      return familyCell(judged, person, duty, judgedWindow(judged.view, duty), asOf) ?? [];
    })
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const perPlan = isMember(person, judged.view.asOf) && isParentElsewhere(person, judged.view.asOf);
  const cell = cells[0] ?? { state: perPlan ? "perPlan" : "notDue" };
  return column.kind === "MONTH" && column.projected ? { ...cell, projected: true } : cell;
};

const columnsOf = (judged: JudgedEpisode, ahead: PlainDate | undefined): CoverageColumn[] => {
  const { view, duties } = judged;
  const columns: CoverageColumn[] = [{ kind: "FIRST_CONTACT", dueOn: toDate(view.initialDue) }];
  if (duties.some((duty) => duty.key.startsWith("FIRST30:")))
    columns.push({ kind: "FIRST_30", dueOn: toDate(view.day30) });
  judged.weekStarts.forEach((start, i) =>
    columns.push({ kind: "WEEK", n: i + 1, start: toDate(start), end: toDate(start + 6) }),
  );
  const months = new Set<string>();
  for (const duty of duties)
    if (duty.key.startsWith("MONTH:") || duty.key.startsWith("PLAN:"))
      months.add(duty.opensOn.slice(0, 7));
  for (const month of [...months].sort()) columns.push(monthColumn(month));
  if (ahead !== undefined) columns.push({ ...monthColumn(ahead.slice(0, 7)), projected: true });
  return columns;
};

const monthColumn = (month: string) => {
  const start = plainDate(`${month}-01`);
  return { kind: "MONTH", month, start, end: endOfMonth(start) } as const;
};

/**
 * The grid of an episode on a day: people by requirement period, months through the next one, which is projected. Without
 * an episode id the one that began last. Undefined where no contact duties exist.
 */
export const coverage = (
  caseFile: CaseFile,
  book: PolicyBook,
  asOf: PlainDate,
  episodeId?: EpisodeId,
): Coverage | undefined => {
  const facts = caseFacts(caseFile);
  const pick = (day: PlainDate) =>
    judgeCase(facts, book, toDay(day)).findLast(
      ({ view }) => episodeId === undefined || view.episode.id === episodeId,
    );
  const judged = pick(asOf);
  if (!judged) return undefined;
  const open = judged.view.closedOn > judged.view.asOf;
  const nextMonth = nextMonthStart(asOf);
  const ahead = open ? pick(nextMonth) : undefined;
  const columns = columnsOf(judged, ahead && nextMonth);
  return {
    episodeId: judged.view.episode.id,
    columns,
    rows: facts.people.map((person) => ({
      person: person.id,
      cells: columns.map((column) =>
        column.kind === "MONTH" && column.projected && ahead
          ? cellOf(ahead, person, column, asOf)
          : cellOf(judged, person, column, asOf),
      ),
    })),
  };
};
