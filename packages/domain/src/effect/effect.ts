import type { Member } from "../casefile/case-file.ts";
import type { Duty, DutyKind, DutyRule, ObligationStatus } from "../contacts/duty.ts";
import { readsAs } from "../contacts/status.ts";
import { type PlainDate, daysBetween } from "../kernel/plain-date.ts";
import type { MemberRole } from "../people/people.ts";
import type { CaseEffect, DutyChange } from "./case-effect.ts";
import { addPlaces, type Place, type PlaceRow } from "./places.ts";
import { addJudged, addTallies, type JudgedRow, NO_TALLY } from "./tally.ts";

/** What happens to a due date; `OTHER`: the date stays, what is asked for or how it came out does not. */
export const EFFECT_KINDS = ["MOVES", "APPEARS", "GOES", "OTHER"] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];

/** Duties of one rule to which the same happens. */
export interface EffectRow {
  readonly rule: DutyRule;
  readonly kind: EffectKind;
  /** Calendar days by which the last day moves; later is positive. */
  readonly days?: number;
  readonly count: number;
}

/** A duty by one book: its days, and what it is today. */
export interface DutyStanding {
  readonly opensOn: PlainDate;
  readonly dueOn?: PlainDate;
  readonly status: ObligationStatus;
}

/** Whom a duty is about without a name: the family, or the how manieth child or adult of the case. */
export type Whom = "FAMILY" | { readonly role: MemberRole; readonly no: number };

/** One change as it is listed: the number of the case, whom it is about and dates, never a name. */
export interface ListedChange {
  readonly caseNumber: string;
  readonly place?: Pick<Place, "contractAreaId" | "organizationId">;
  readonly whom: Whom;
  readonly rule: DutyRule;
  readonly duty: DutyKind;
  readonly kind: EffectKind;
  readonly days?: number;
  readonly before?: DutyStanding;
  readonly after?: DutyStanding;
}

/** What a candidate of the policy book would do to many cases. */
export interface Effect {
  /** Cases looked at, and those of which some duty changes at once. */
  readonly cases: number;
  readonly touched: number;
  /** Open duties that change at once. */
  readonly open: readonly EffectRow[];
  /** Open duties that become late by it, and late ones that are so no longer. */
  readonly becomeLate: number;
  readonly noLongerLate: number;
  /** Duties that are over already and would be recorded otherwise: by corrected holidays. */
  readonly over: number;
  /** Duties to come, as far as anything is known today. */
  readonly coming: readonly EffectRow[];
  readonly comingBefore: number;
  /** How what was due in the last 90 days came out, and would have. */
  readonly judged: readonly JudgedRow[];
  /** The same by contract area and contractor. */
  readonly places: readonly PlaceRow[];
  /** The first changes of open duties, at most `LISTED_MOST`. */
  readonly listed: readonly ListedChange[];
}

/** Changes listed one by one at most, so that whoever reads them can hold them; the counts are of all. */
export const LISTED_MOST = 2_000;

export const NO_EFFECT: Effect = {
  cases: 0,
  touched: 0,
  open: [],
  becomeLate: 0,
  noLongerLate: 0,
  over: 0,
  coming: [],
  comingBefore: 0,
  judged: [],
  places: [],
  listed: [],
};

const LATE: ReadonlySet<ObligationStatus> = new Set(["OVERDUE", "MISSED"]);
const OPEN: ReadonlySet<ObligationStatus> = new Set(["UPCOMING", "OPEN", "OVERDUE"]);

/** A duty as it stands on a day, for lists of what changes. */
export const standing = (duty: Duty, today: PlainDate): DutyStanding => ({
  opensOn: duty.opensOn,
  ...(duty.dueOn !== undefined && { dueOn: duty.dueOn }),
  status: readsAs(duty, today),
});

const rowOf = ({ before, after }: DutyChange): Omit<EffectRow, "count"> => {
  const { rule } = (after ?? before) as Duty;
  if (before === undefined) return { rule, kind: "APPEARS" };
  if (after === undefined) return { rule, kind: "GOES" };
  if (before.dueOn === undefined || after.dueOn === undefined || before.dueOn === after.dueOn)
    return { rule, kind: "OTHER" };
  return { rule, kind: "MOVES", days: daysBetween(before.dueOn, after.dueOn) };
};

const addRows = (a: readonly EffectRow[], b: readonly EffectRow[]): readonly EffectRow[] => {
  const rows = new Map<string, EffectRow>();
  for (const row of [...a, ...b]) {
    const key = `${row.rule} ${row.kind} ${row.days ?? ""}`;
    const known = rows.get(key);
    rows.set(key, known === undefined ? row : { ...row, count: known.count + row.count });
  }
  return [...rows.values()].toSorted(
    (x, y) =>
      x.rule.localeCompare(y.rule, "en") ||
      EFFECT_KINDS.indexOf(x.kind) - EFFECT_KINDS.indexOf(y.kind) ||
      (x.days ?? 0) - (y.days ?? 0),
  );
};

const whomOf = (subject: Duty["subject"], members: readonly Member[]): Whom => {
  const member = members.find((one) => one.id === subject);
  if (member === undefined) return "FAMILY";
  const alike = members.filter((one) => one.role === member.role);
  return { role: member.role, no: alike.indexOf(member) + 1 };
};

/** A case as an effect counts it. */
export interface CountedCase {
  readonly caseNumber: string;
  readonly place?: Place;
  readonly members: readonly Member[];
  readonly effect: CaseEffect;
}

/** The effect on one case in the words of the sum. */
export function summarizeCase(
  { caseNumber, place, members, effect }: CountedCase,
  today: PlainDate,
): Effect {
  const open: EffectRow[] = [];
  const listed: ListedChange[] = [];
  let [becomeLate, noLongerLate, over] = [0, 0, 0];
  for (const change of effect.changes) {
    const before = change.before && standing(change.before, today);
    const after = change.after && standing(change.after, today);
    const isLate = after !== undefined && LATE.has(after.status);
    const wasLate = before !== undefined && LATE.has(before.status);
    if (![before, after].some((one) => one !== undefined && OPEN.has(one.status))) {
      over += 1;
      continue;
    }
    if (isLate && !wasLate) becomeLate += 1;
    if (wasLate && !isLate) noLongerLate += 1;
    const row = rowOf(change);
    const duty = (change.after ?? change.before) as Duty;
    open.push({ ...row, count: 1 });
    listed.push({
      caseNumber,
      ...(place && {
        place: { contractAreaId: place.contractAreaId, organizationId: place.organizationId },
      }),
      whom: whomOf(duty.subject, members),
      ...row,
      duty: duty.kind,
      ...(before && { before }),
      ...(after && { after }),
    });
  }
  const touched = effect.changes.length > 0 ? 1 : 0;
  const moved = countOf(open, "MOVES");
  return {
    cases: 1,
    touched,
    open: addRows(open, []),
    becomeLate,
    noLongerLate,
    over,
    coming: addRows(
      effect.coming.map((change) => ({ ...rowOf(change), count: 1 })),
      [],
    ),
    comingBefore: effect.comingBefore,
    judged: addJudged(effect.judged, []),
    places: [
      {
        ...(place && { place }),
        cases: 1,
        touched,
        moved,
        otherwise: open.length - moved,
        becomeLate,
        noLongerLate,
        before: effect.judged.map((row) => row.before).reduce(addTallies, NO_TALLY),
        after: effect.judged.map((row) => row.after).reduce(addTallies, NO_TALLY),
      },
    ],
    listed,
  };
}

/** The effect on the cases of both together; the order of the parts says only what is listed first. */
export const addEffects = (a: Effect, b: Effect): Effect => ({
  cases: a.cases + b.cases,
  touched: a.touched + b.touched,
  open: addRows(a.open, b.open),
  becomeLate: a.becomeLate + b.becomeLate,
  noLongerLate: a.noLongerLate + b.noLongerLate,
  over: a.over + b.over,
  coming: addRows(a.coming, b.coming),
  comingBefore: a.comingBefore + b.comingBefore,
  judged: addJudged(a.judged, b.judged),
  places: addPlaces(a.places, b.places),
  listed: [...a.listed, ...b.listed].slice(0, LISTED_MOST),
});

/** How many rows of one kind: of due dates that move, for example. */
export const countOf = (rows: readonly EffectRow[], ...kinds: readonly EffectKind[]): number =>
  rows.reduce((sum, row) => (kinds.includes(row.kind) ? sum + row.count : sum), 0);
