import { dutyId, type ExplainedExpectation } from "@kinward/domain/contacts";
import type { AsKnownView, CaseState, DutyView, KnownAct, StatePart } from "@kinward/domain/views";
import { type Explained, isHistoryProcedure } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { expectedNames, explainExpected } from "@kinward/wording/en/expected";
import { history } from "@kinward/wording/en/history";
import { labels } from "@kinward/wording/en/labels";
import { past as words } from "../../../messages/en/past.ts";
import { dayBefore } from "../../shared/day-before.ts";
import { dutyTitle } from "../present.ts";
import { dutyLines, episodeLines, FACTS, personLines } from "./lines.ts";

/** A duty of a row, which its reason is asked for by. */
export type DutyOfRow = Pick<DutyView, "episodeId" | "key">;
/** Something of each side, where that side has it. */
export interface Both<T> {
  readonly before?: T;
  readonly now?: T;
}

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
  /** Duties whose reasons the server tells when asked. */
  readonly duty?: Both<DutyOfRow>;
  /** Reasons that came with the page. */
  readonly reason?: Both<Explained>;
}
export interface PastView {
  readonly differing: number;
  readonly facts: readonly CompareRow[];
  readonly people: readonly CompareRow[];
  readonly duties: readonly CompareRow[];
  readonly expectations: readonly CompareRow[];
  /** Names of everyone whom either side knows. */
  readonly names: ReadonlyMap<string, string>;
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
  const duties = both((state) => state.duties, dutyId).map(({ a, b, one, id }) => ({
    ...row("DUTY", id, {
      label: dutyTitle(one),
      detail: names.get(one.subject),
      before: a && dutyLines(a, names, day),
      now: b && dutyLines(b, names, day),
    }),
    duty: ofBoth(a, b, ({ episodeId, key }) => ({ episodeId, key })),
  }));
  const reasonOf = (one: ExplainedExpectation) =>
    explainExpected(one, { nameOf: (id) => names.get(id) ?? id, today: reader.today });
  const services = new Map(
    [...(earlier?.episodes ?? []), ...now.episodes].map((one) => [
      one.episodeId,
      labels.serviceType[one.serviceType],
    ]),
  );
  const expectations = both(
    (state) => state.expectations,
    ({ expectation }) => expectation.key,
  ).map(({ a, b, one, id }) => {
    const { rule, episodeId } = one.expectation;
    const reason = ofBoth(a, b, reasonOf);
    return {
      ...row("EXPECTATION", id, {
        label: expectedNames[rule],
        detail: episodeId === undefined ? reasonOf(one).about : services.get(episodeId),
        before: reason.before && [reason.before.title],
        now: reason.now && [reason.now.title],
      }),
      reason,
    };
  });
  const shown = [...facts, ...episodes].filter(
    (one) => one.mark !== undefined || one.before.length + one.now.length > 0,
  );
  return {
    differing: [...shown, ...people, ...duties, ...expectations].filter(
      (one) => one.mark !== undefined,
    ).length,
    facts: shown,
    people,
    duties,
    expectations,
    names,
    acts: [...acts.values()],
  };
}

const ofBoth = <T, R>(a: T | undefined, b: T | undefined, of: (one: T) => R): Both<R> => ({
  ...(a !== undefined && { before: of(a) }),
  ...(b !== undefined && { now: of(b) }),
});

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
