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
import { asIfSeen } from "./assumed.ts";
import { nextMonthStart, withoutLaterContacts } from "./project.ts";
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
      /** Where it would lie if the family were seen today. */
      readonly projected?: true;
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

/** One person in one period; `dutyKey` opens the reason, also why someone is not owed anything in a family's window. */
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
  const family = judged.duties.find((duty) => duty.subject === "FAMILY" && isIn(column, duty));
  const cell: CoverageCell = cells[0] ?? {
    state: perPlan ? "perPlan" : "notDue",
    ...(family && { dutyKey: family.key }),
  };
  return isProjected(column) ? { ...cell, projected: true } : cell;
};

const isProjected = (column: CoverageColumn): boolean =>
  (column.kind === "MONTH" || column.kind === "WEEK") && column.projected === true;

/** A period with the episode that its cells are judged by: as it stands, or as it would be. */
interface Period {
  readonly column: CoverageColumn;
  readonly by: JudgedEpisode;
}

const recordedColumns = (judged: JudgedEpisode): CoverageColumn[] => {
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
  return columns;
};

const monthColumn = (month: string) => {
  const start = plainDate(`${month}-01`);
  return { kind: "MONTH", month, start, end: endOfMonth(start) } as const;
};

/** How many months the grid of a case looks ahead. */
const MONTHS_AHEAD = 3;

type Judge = (file: CaseFile, day: PlainDate) => JudgedEpisode | undefined;

/** The weekly windows of a family that was not met yet, as they would lie if it were seen today. */
const expectedWeeks = (
  judged: JudgedEpisode,
  caseFile: CaseFile,
  asOf: PlainDate,
  judge: Judge,
) => {
  if (judged.initial !== undefined || judged.view.closedOn <= judged.view.asOf) return [];
  const by = judge(asIfSeen(caseFile, asOf), asOf);
  return (by?.weekStarts ?? []).map((start, i): Period => ({
    column: {
      kind: "WEEK",
      n: i + 1,
      start: toDate(start),
      end: toDate(start + 6),
      projected: true,
    },
    by: by as JudgedEpisode,
  }));
};

/** The months to come, each judged on its first day without any contact of a later day. */
const expectedMonths = (caseFile: CaseFile, asOf: PlainDate, judge: Judge): readonly Period[] => {
  const file = withoutLaterContacts(caseFile, asOf);
  const periods: Period[] = [];
  let month = nextMonthStart(asOf);
  for (let i = 0; i < MONTHS_AHEAD; i += 1, month = nextMonthStart(month)) {
    const by = judge(file, month);
    if (by === undefined || by.view.closedOn < by.view.asOf) break;
    periods.push({ column: { ...monthColumn(month.slice(0, 7)), projected: true }, by });
  }
  return periods;
};

/**
 * The grid of an episode on a day: people by requirement period, and the periods to come as projections. Without an
 * episode id the one that began last. Undefined where no contact duties exist.
 */
export const coverage = (
  caseFile: CaseFile,
  book: PolicyBook,
  asOf: PlainDate,
  episodeId?: EpisodeId,
): Coverage | undefined => {
  const facts = caseFacts(caseFile);
  const judge: Judge = (file, day) =>
    judgeCase(file === caseFile ? facts : caseFacts(file), book, toDay(day)).findLast(
      ({ view }) => view.episode.id === (episodeId ?? view.episode.id),
    );
  const judged = judge(caseFile, asOf);
  if (!judged) return undefined;
  const ofEpisode: Judge = (file, day) =>
    judgeCase(caseFacts(file), book, toDay(day)).find(
      ({ view }) => view.episode.id === judged.view.episode.id,
    );
  const recorded = recordedColumns(judged).map((column): Period => ({ column, by: judged }));
  const isMonth = ({ column }: Period) => column.kind === "MONTH";
  const periods = [
    ...recorded.filter((period) => !isMonth(period)),
    ...expectedWeeks(judged, caseFile, asOf, ofEpisode),
    ...recorded.filter(isMonth),
    ...(judged.view.closedOn > judged.view.asOf ? expectedMonths(caseFile, asOf, ofEpisode) : []),
  ];
  return {
    episodeId: judged.view.episode.id,
    columns: periods.map(({ column }) => column),
    rows: facts.people.map((person) => ({
      person: person.id,
      cells: periods.map(({ column, by }) => cellOf(by, personOf(by, person), column, asOf)),
    })),
  };
};

/** The same person in the facts that a period is judged by. */
const personOf = (by: JudgedEpisode, person: PersonFacts): PersonFacts =>
  by.view.facts.byId.get(person.id) ?? person;
