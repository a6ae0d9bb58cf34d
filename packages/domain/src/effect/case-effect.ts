import type { CaseFile } from "../casefile/case-file.ts";
import { type Duty, dutyId, type DutyRule } from "../contacts/duty.ts";
import { evaluate } from "../contacts/evaluate.ts";
import { CONTACT_SETTINGS } from "../contacts/facts/contact-policy.ts";
import { project } from "../contacts/project.ts";
import { readsAs } from "../contacts/status.ts";
import { ia } from "../kernel/citation.ts";
import { addDays, maxDate, type PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import type { CaseProfile, SettingKey } from "../policy/settings.ts";
import type { JudgedRow, Outcome } from "./tally.ts";

/** So many days back a new rule is tried on what was due, had it been in force throughout. */
export const JUDGED_DAYS = 90;
/** So many days from its first day on the effect on duties still to come is shown. */
export const COMING_DAYS = 90;

/** One case by two policy books: the one in force and the candidate. */
export interface EffectBooks {
  readonly before: PolicyBook;
  readonly after: PolicyBook;
  /** The candidate's values as if they had always been in force: for the days that are past. */
  readonly throughout: PolicyBook;
  /** First day of the candidate's change. */
  readonly from: PlainDate;
}

/** A duty as it is and as it would be; without one of them it appears or goes. */
export interface DutyChange {
  readonly before?: Duty;
  readonly after?: Duty;
}

export interface CaseEffect {
  /** What the table of duties says otherwise as soon as the candidate is published. */
  readonly changes: readonly DutyChange[];
  /** The same of duties that begin later, if nothing new happens. */
  readonly coming: readonly DutyChange[];
  /** How many begin later by the book in force, changed or not. */
  readonly comingBefore: number;
  /** Of what was due in the last 90 days: as it is, and as it would be had the candidate always been in force. */
  readonly judged: readonly JudgedRow[];
}

/**
 * Whether a due date can follow from these settings, or without them from the holidays: the others move none. Cases of the
 * Kentucky profile owe no contacts (DEC-70).
 */
export const movesDuties = (profile: CaseProfile, keys?: readonly SettingKey[]): boolean =>
  profile === "IA_FSRP" &&
  (keys === undefined ||
    keys.some((key) => (CONTACT_SETTINGS as readonly SettingKey[]).includes(key)));

/** Last day of the stretch ahead that an effect is worked out for. */
export const comingUntil = (from: PlainDate, today: PlainDate): PlainDate =>
  addDays(maxDate(from, today), COMING_DAYS);

const OUTCOMES = {
  SATISFIED: "met",
  SATISFIED_LATE: "late",
  OVERDUE: "overdue",
  MISSED: "missed",
} as const satisfies Partial<Record<ReturnType<typeof readsAs>, Outcome>>;

const nothing = () => ({ met: 0, late: 0, overdue: 0, missed: 0 });

const judge = (
  before: readonly Duty[],
  after: readonly Duty[],
  today: PlainDate,
): readonly JudgedRow[] => {
  const first = addDays(today, -JUDGED_DAYS);
  const rows = new Map<DutyRule, Record<"before" | "after", Record<Outcome, number>>>();
  const count = (duties: readonly Duty[], by: "before" | "after"): void => {
    for (const duty of duties) {
      if (duty.dueOn === undefined || duty.dueOn < first || duty.dueOn >= today) continue;
      const status = readsAs(duty, today);
      if (!(status in OUTCOMES)) continue;
      const row = rows.get(duty.rule) ?? { before: nothing(), after: nothing() };
      row[by][OUTCOMES[status as keyof typeof OUTCOMES]] += 1;
      rows.set(duty.rule, row);
    }
  };
  count(before, "before");
  count(after, "after");
  return [...rows].map(([ruleId, row]) => ({ rule: ruleId, ...row }));
};

const FIELDS = [
  "rule",
  "kind",
  "subject",
  "owner",
  "opensOn",
  "dueOn",
  "settledOn",
  "settledBy",
  "cancelledOn",
  "cancelReason",
  "lapsedOn",
  "workerNotAvailable",
] as const satisfies readonly (keyof Duty)[];

type AnyDuty = Pick<Duty, "episodeId" | "key" | "missing"> & Partial<Duty>;

const sameDuty = (a: AnyDuty, b: AnyDuty): boolean =>
  FIELDS.every((field) => a[field] === b[field]) &&
  a.missing.join() === b.missing.join() &&
  a.level?.minimum === b.level?.minimum &&
  a.level?.effective === b.level?.effective;

/** What differs between two lists of duties of one case, each of which names a duty once. */
export const dutyChanges = (
  before: readonly Duty[],
  after: readonly Duty[],
): readonly DutyChange[] => {
  const former = new Map(before.map((duty) => [dutyId(duty), duty]));
  const changes: DutyChange[] = [];
  for (const duty of after) {
    const was = former.get(dutyId(duty));
    former.delete(dutyId(duty));
    if (was === undefined) changes.push({ after: duty });
    else if (!sameDuty(was, duty)) changes.push({ before: was, after: duty });
  }
  for (const duty of former.values()) changes.push({ before: duty });
  return changes;
};

/**
 * What a candidate of the policy book would do to one case, by the very evaluation that follows its publication: the
 * duties that change at once, those to come, and how the last 90 days would have been judged (DEC-48: a version counts
 * for clocks that start on or after its first day; a holiday counts on its own date).
 * @param isKept whether the table of duties keeps a row
 */
export const effectOnCase = rule(
  { id: "X-6", also: ["X-4"], cites: [ia("60")], decisions: ["DEC-01", "DEC-48"] },
  (
    file: CaseFile,
    books: EffectBooks,
    today: PlainDate,
    isKept: (duty: Duty) => boolean = () => true,
  ): CaseEffect => {
    const before = evaluate(file, books.before, today).duties;
    const after = evaluate(file, books.after, today).duties;
    const throughout =
      books.throughout === books.after ? after : evaluate(file, books.throughout, today).duties;
    const until = comingUntil(books.from, today);
    const toCome = project(file, books.before, today, until, before);
    return {
      changes: dutyChanges(before.filter(isKept), after.filter(isKept)),
      coming: dutyChanges(toCome, project(file, books.after, today, until, after)),
      comingBefore: toCome.length,
      judged: judge(before, throughout, today),
    };
  },
);
