import { type ComplianceCounts, type ComplianceStanding, dutyId } from "@kinward/domain/contacts";
import type {
  AsKnownView,
  CaseState,
  DutyView,
  EpisodeView,
  KnownAct,
  PersonView,
  StatePart,
} from "@kinward/domain/views";
import { isHistoryProcedure, labelOf } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { history } from "@kinward/wording/en/history";
import { labels } from "@kinward/wording/en/labels";
import { past as words } from "../../../messages/en/past.ts";
import { dayBefore } from "../../shared/day-before.ts";
import { dutyTitle, languagesOf } from "../present.ts";
import { basisText, livingText, personDetail } from "../present-people.ts";

/** One line of a side; `differs`: the other side does not say it. */
export interface LineView {
  readonly text: string;
  readonly differs: boolean;
}
export interface ActView {
  readonly id: string;
  readonly sentence: string;
  readonly by: string;
  readonly reason: string | undefined;
  readonly earlier: string | undefined;
  /** The day before it was recorded, in the agency's zone. */
  readonly dayBefore: string;
}
export interface CompareRow {
  readonly id: string;
  readonly label: string;
  readonly detail: string | undefined;
  readonly before: readonly LineView[];
  readonly now: readonly LineView[];
  readonly mark: "changed" | "new" | "gone" | undefined;
  readonly acts: readonly ActView[];
  /** What changed it beside acts: days that went by, something that is not told here. */
  readonly besides: readonly string[];
}
export interface PastView {
  readonly differing: number;
  readonly facts: readonly CompareRow[];
  readonly people: readonly CompareRow[];
  readonly duties: readonly CompareRow[];
  readonly acts: readonly ActView[];
}

export interface Reader {
  readonly today: string;
  readonly timeZone: string;
}

/** Both sides of an earlier day in words, row by row, each with why it differs. */
export function presentPast(view: AsKnownView, reader: Reader): PastView {
  const acts = new Map(view.acts.map((act) => [act.commandId, actView(act, reader)]));
  const row = comparer(view, acts);
  const { before: earlier, now } = view;
  const both = <T>(list: (state: CaseState) => readonly T[], key: (one: T) => string) =>
    pairs(earlier === undefined ? [] : list(earlier), list(now), key);
  const day = (iso: string) => dates.date(iso, { today: reader.today, style: "day" });
  const facts = FACTS.map(([field, label, text]) =>
    row("CASE", "", { field, label, before: earlier && text(earlier, day), now: text(now, day) }),
  );
  const episodes = both(
    (state) => state.episodes,
    (one) => one.episodeId,
  ).map(({ a, b, one, id }) =>
    row("EPISODE", id, {
      label: labels.serviceType[one.serviceType],
      before: a && episodeLines(a, day),
      now: b && episodeLines(b, day),
    }),
  );
  const people = both(
    (state) => state.people,
    (one) => one.personId,
  ).map(({ a, b, one, id }) =>
    row("PERSON", id, {
      label: one.name,
      before: a && personLines(a, reader.today, a.name !== b?.name),
      now: b && personLines(b, reader.today, a !== undefined && a.name !== b.name),
    }),
  );
  const names = new Map(
    [...(earlier?.people ?? []), ...now.people].map((one) => [one.personId as string, one.name]),
  );
  const duties = both((state) => state.duties, dutyId).map(({ a, b, one, id }) =>
    row("DUTY", id, {
      label: dutyTitle(one),
      detail: names.get(one.subject),
      before: a && dutyLines(a, names, day),
      now: b && dutyLines(b, names, day),
    }),
  );
  const shown = [...facts, ...episodes].filter(
    (one) => one.mark !== undefined || one.before.length + one.now.length > 0,
  );
  return {
    differing: [...shown, ...people, ...duties].filter((one) => one.mark !== undefined).length,
    facts: shown,
    people,
    duties,
    acts: [...acts.values()],
  };
}

interface Pair<T> {
  readonly id: string;
  readonly a: T | undefined;
  readonly b: T | undefined;
  /** The later of the two, or the only one. */
  readonly one: T;
}

/** Things of both sides by their keys, in the order of the later side. */
const pairs = <T>(
  earlier: readonly T[],
  now: readonly T[],
  key: (one: T) => string,
): readonly Pair<T>[] => {
  const before = new Map(earlier.map((one) => [key(one), one]));
  const after = new Map(now.map((one) => [key(one), one]));
  return [...new Map([...after, ...before]).keys()].flatMap((id) => {
    const [a, b] = [before.get(id), after.get(id)];
    const one = b ?? a;
    return one === undefined ? [] : { id, a, b, one };
  });
};

interface Sides {
  readonly label: string;
  readonly detail?: string | undefined;
  /** Only differences of this field; absent: of every field. */
  readonly field?: string;
  /** Absent: the thing was not there. */
  readonly before: readonly string[] | undefined;
  readonly now: readonly string[] | undefined;
}

const comparer =
  ({ differences, before: whole }: AsKnownView, acts: ReadonlyMap<string, ActView>) =>
  (
    part: StatePart,
    id: string,
    { label, detail, field, before: earlier, now }: Sides,
  ): CompareRow => {
    const own = differences.filter(
      (one) =>
        one.part === part &&
        one.id === id &&
        (field === undefined || one.field === undefined || one.field === field),
    );
    // Without an earlier state there is nothing that anything could differ from.
    const known = whole === undefined ? [] : own;
    const mark =
      known.length === 0
        ? undefined
        : earlier === undefined
          ? "new"
          : now === undefined
            ? "gone"
            : "changed";
    const because = new Set(known.flatMap((one) => one.acts));
    return {
      id: `${part} ${id} ${field ?? ""}`,
      label,
      detail,
      before: lines(earlier, now),
      now: lines(now, earlier),
      mark,
      acts: [...because].flatMap((act) => acts.get(act) ?? []),
      besides: [
        ...(known.some((one) => one.byTime) ? [words.daysWentBy] : []),
        ...(known.some((one) => one.elsewhere) ? [words.elsewhere] : []),
      ],
    };
  };

const lines = (
  own: readonly string[] | undefined,
  other: readonly string[] | undefined,
): readonly LineView[] =>
  (own ?? []).map((text) => ({ text, differs: other !== undefined && !other.includes(text) }));

type Day = (iso: string) => string;
type FactText = (state: CaseState, day: Day) => readonly string[];
const some = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

const FACTS: readonly (readonly [string, string, FactText])[] = [
  ["familyName", words.facts.family, (state) => [state.case.familyName]],
  ["stage", words.facts.stage, (state) => [labels.stage[state.case.stage]]],
  [
    "openedOn",
    words.facts.opened,
    (state, day) => some(state.case.openedOn && day(state.case.openedOn)),
  ],
  [
    "openingBasis",
    words.facts.basis,
    (state) => some(state.case.openingBasis && labels.openingBasis[state.case.openingBasis]),
  ],
  ["workerName", words.facts.worker, (state) => some(state.case.workerName)],
  [
    "interpreterLanguages",
    words.facts.interpreter,
    ({ case: { interpreterLanguages: all } }) => (all.length === 0 ? [] : [languagesOf(all)]),
  ],
  ["culturalNotes", words.facts.culture, (state) => some(state.case.culturalNotes)],
  [
    "policyBook",
    words.facts.policyBook,
    ({ case: { policyBook: n } }) => [n === 0 ? words.facts.noBook : String(n)],
  ],
];

const episodeLines = (episode: EpisodeView, day: Day): readonly string[] => [
  words.facts.since(day(episode.effectiveDate)),
  ...some(episode.lastServiceDay && words.facts.until(day(episode.lastServiceDay))),
  `${episode.contractorName}, ${episode.areaName}`,
  words.facts.coordinator(episode.coordinator?.name ?? words.facts.none),
];

/** The name stands at the row; here only where it changed. */
function personLines(person: PersonView, today: string, isRenamed: boolean): readonly string[] {
  const day: Day = (iso) => dates.date(iso, { today, style: "day" });
  return [
    ...(isRenamed ? [person.name] : []),
    personDetail(person, today),
    ...basisText(person, today),
    ...some(person.purpose && labels.purpose[person.purpose]),
    ...(person.living === undefined ? [] : [livingText(person.living, today)]),
    ...some(person.living?.address),
    ...some(person.memberFrom && words.joined(day(person.memberFrom))),
    ...some(person.memberTo && words.left(day(person.memberTo))),
    person.lastSeenOn === undefined ? words.neverSeen : words.seen(day(person.lastSeenOn)),
  ];
}

function dutyLines(
  duty: DutyView,
  names: ReadonlyMap<string, string>,
  day: Day,
): readonly string[] {
  const missing = duty.missing.flatMap((id) => names.get(id) ?? []);
  const open = duty.status === "OPEN" || duty.status === "OVERDUE" || duty.status === "MISSED";
  const status = [
    labels.status[duty.status],
    duty.cancelReason && labelOf(labels.cancelReason, duty.cancelReason),
  ]
    .filter(Boolean)
    .join(", ");
  return [
    duty.dueOn === undefined
      ? words.opens(status, day(duty.opensOn))
      : words.due(status, day(duty.dueOn)),
    ...some(duty.settledOn && words.settled(day(duty.settledOn))),
    ...(open && duty.subject === "FAMILY" && missing.length > 0
      ? [words.stillNeeded(dates.list(missing))]
      : []),
    ...some(duty.level && words.level(duty.level.effective)),
    ...some(duty.note && words.note(duty.note)),
  ];
}

function actView(act: KnownAct, { today, timeZone }: Reader): ActView {
  return {
    id: act.commandId,
    sentence: isHistoryProcedure(act.procedure)
      ? history.sentence[act.procedure]({ ...act.params, today })
      : act.procedure,
    by: words.by(act.by, act.organizationName, dates.moment(act.at, timeZone, { today })),
    reason: act.reason === undefined ? undefined : words.reason(act.reason),
    earlier: act.andEarlier === undefined ? undefined : words.earlier(act.andEarlier),
    dayBefore: dayBefore(act.at, timeZone),
  };
}

const STANDINGS = Object.keys(words.standing) as readonly ComplianceStanding[];

/** "3 met, 1 late": what there is none of is not said. */
export const standingText = (counts: ComplianceCounts): string =>
  STANDINGS.filter((standing) => counts[standing] > 0)
    .map((standing) => words.count(counts[standing], words.standing[standing]))
    .join(", ");

const TYPED_TIME = /^(\d{1,2})[:.](\d{2})\s*([ap])?\.?(?:m\.?)?$/iu;

/** A typed time of day as `hh:mm`, from "14:30" or "2:30 pm"; nothing for what is none. */
export function timeOf(typed: string): string | undefined {
  const [, hours, minutes, half] = TYPED_TIME.exec(typed.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const whole = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (whole > 23 || Number(minutes) > 59) return undefined;
  return `${String(whole).padStart(2, "0")}:${minutes}`;
}

/** "2:30 pm" of `14:30`. */
export function timeText(at: string): string {
  const [hour = 0, minute = 0] = at.split(":").map(Number);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, "0")} ${hour < 12 ? "am" : "pm"}`;
}

/** A day, or a time of it. */
export const momentText = (day: string, at: string | undefined): string =>
  at === undefined ? day : words.atTime(day, timeText(at));
