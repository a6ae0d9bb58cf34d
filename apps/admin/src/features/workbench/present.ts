import { holidaysOf } from "@kinward/domain/calendar";
import type { CaseFile, Episode, TaskRecord } from "@kinward/domain/casefile";
import { type Duty, dutyId, evaluate, type Evaluation, statusOn } from "@kinward/domain/contacts";
import { dutyChanges } from "@kinward/domain/effect";
import { maxDate, minDate, type PlainDate, yearOf } from "@kinward/domain/kernel";
import {
  type PolicyBook,
  type SettingKey,
  SETTINGS,
  type SettingValue,
  type SettingValues,
  withSettings,
} from "@kinward/domain/policy";
import type { DueState } from "@kinward/ui";
import type { BookView } from "@kinward/domain/views";
import { duties as dutyWords } from "@kinward/wording/en/duties";
import { dayWords } from "../shared/periods.ts";
import { labelWords } from "../shared/words.ts";
import { nameOf } from "./edit-person.ts";
import { workbench as m } from "./messages.ts";

/** Which settings the case is counted with; `BOOK 3` is the policy book of that number. */
export type PolicyChoice = "IN_FORCE" | "TEXTS" | "CASE" | `BOOK ${number}`;
export type AgainstChoice = PolicyChoice | "OTHER" | "NONE";

/** The number of a published book that has been chosen. */
export const bookNumberOf = (choice: AgainstChoice): number | undefined => {
  const number = /^BOOK (\d+)$/u.exec(choice)?.[1];
  return number === undefined ? undefined : Number(number);
};

/** What a case can be counted with: in force, the texts, its own, then every other book, the newest first. */
export const policyChoices = (
  inForce: number,
  books: readonly BookView[],
  hasOwn: boolean,
  today: PlainDate,
): readonly { readonly id: PolicyChoice; readonly label: string }[] => {
  const { policies } = m.result;
  return [
    { id: "IN_FORCE", label: policies.IN_FORCE(inForce) },
    { id: "TEXTS", label: policies.TEXTS },
    ...(hasOwn ? [{ id: "CASE" as const, label: policies.CASE }] : []),
    ...books
      .filter(({ number }) => number !== inForce && number !== 0)
      .map(({ number, effectiveOn }) => ({
        id: `BOOK ${number}` as const,
        label: policies.BOOK(number, effectiveOn && dayWords(effectiveOn, today)),
      })),
  ];
};

/** A duty on the workbench, by one policy or by two. */
export interface BenchRow {
  readonly key: string;
  readonly duty: Duty;
  /** By the settings chosen first; absent where only the compared ones ask for it. */
  readonly first?: Duty;
  readonly second?: Duty;
  readonly differs: boolean;
}

const inOrder = (a: BenchRow, b: BenchRow): number =>
  (a.duty.dueOn ?? "9").localeCompare(b.duty.dueOn ?? "9", "en") ||
  a.duty.opensOn.localeCompare(b.duty.opensOn, "en") ||
  a.key.localeCompare(b.key, "en");

/** Every duty of the day, the earliest due first; compared with those of another evaluation if there is one. */
export function benchRows(first: Evaluation, second: Evaluation | undefined): readonly BenchRow[] {
  if (second === undefined)
    return first.duties
      .map((duty) => ({ key: dutyId(duty), duty, first: duty, differs: false }))
      .toSorted(inOrder);
  const changed = new Set(
    dutyChanges(first.duties, second.duties).map(({ before, after }) =>
      dutyId((after ?? before) as Duty),
    ),
  );
  const rows = new Map<string, BenchRow>();
  for (const duty of first.duties) {
    const key = dutyId(duty);
    rows.set(key, { key, duty, first: duty, differs: changed.has(key) });
  }
  for (const duty of second.duties) {
    const key = dutyId(duty);
    const known = rows.get(key);
    rows.set(key, {
      ...(known ?? { key, duty, differs: true }),
      second: duty,
    });
  }
  return [...rows.values()].toSorted(inOrder);
}

export const evaluationOf = (file: CaseFile, book: PolicyBook, asOf: PlainDate): Evaluation =>
  evaluate(file, book, asOf);

/** "Weekly family contact, week 2". */
export const dutyTitle = (duty: Duty): string => {
  const window = /^(?:WEEK|MONTH|PLAN):([^:]+)/u.exec(duty.key)?.[1];
  return dutyWords.title({
    rule: duty.rule,
    key: duty.key,
    family: duty.subject === "FAMILY",
    ...(window === undefined ? {} : { window }),
  });
};

/** The tasks that something can be recorded about, by the names of their duties. */
export const taskNames: Readonly<Record<TaskRecord["type"], string>> = {
  JOINT_MEETING: dutyWords.title({ rule: "CON-5" }),
  FIRST_MEETING_EMAIL: dutyWords.title({ rule: "REP-2" }),
  ICPC_COORDINATION: dutyWords.title({ rule: "CON-12" }),
};

/** "Safety plan services, Nov 2". */
export const serviceWords = ({ serviceType, effectiveDate }: Episode, today: PlainDate): string =>
  `${labelWords.serviceType[serviceType]}, ${dayWords(effectiveDate, today)}`;

export const whoWords = (duty: Duty, file: CaseFile): string =>
  duty.subject === "FAMILY" ? m.result.family : personName(file, duty.subject);

export const personName = (file: CaseFile, id: string): string => {
  const member = file.members.find((one) => one.id === id);
  return member === undefined ? id : nameOf(member);
};

/** "Nov 29 to Dec 5" of a window, "Dec 1" of a deadline. */
export const dueWords = (duty: Duty, today: PlainDate): string => {
  if (duty.dueOn === undefined) return m.result.noDate;
  return duty.kind === "WINDOW"
    ? m.result.window(dayWords(duty.opensOn, today), dayWords(duty.dueOn, today))
    : dayWords(duty.dueOn, today);
};

const LOOK = {
  UPCOMING: "later",
  OPEN: "week",
  SATISFIED: "done",
  SATISFIED_LATE: "done",
  OVERDUE: "late",
  MISSED: "missed",
  CANCELLED: "notDue",
} as const satisfies Record<ReturnType<typeof statusOn>, DueState>;

export const lookOf = (duty: Duty, asOf: PlainDate): DueState => LOOK[statusOn(duty, asOf)];

export interface UsedHoliday {
  readonly date: PlainDate;
  readonly name: string;
  readonly source: "LIST" | "RULE";
}

/** The office holidays between the first and the last day that any duty speaks of. */
export function usedHolidays(rows: readonly BenchRow[], book: PolicyBook): readonly UsedHoliday[] {
  const days = rows.flatMap(({ duty }) => [duty.opensOn, ...(duty.dueOn ? [duty.dueOn] : [])]);
  const [some] = days;
  if (some === undefined) return [];
  const first = days.reduce(minDate, some);
  const last = days.reduce(maxDate, some);
  const years = Array.from(
    { length: yearOf(last) - yearOf(first) + 2 },
    (_, index) => yearOf(first) + index,
  );
  return years
    .flatMap((year) => {
      const { holidays, source } = holidaysOf(book, year);
      return holidays.map(({ date, name }) => ({ date, name, source }));
    })
    .filter(({ date }) => date >= first && date <= last);
}

/** The settings that decide when someone must be seen. */
export const isBenchSetting = (key: SettingKey): boolean => SETTINGS[key].profile === "IA_FSRP";

/** The chosen settings with other values from the start. */
export const withOther = (
  book: PolicyBook,
  values: Readonly<Partial<Record<SettingKey, SettingValue>>>,
): PolicyBook => withSettings(book, values as Partial<SettingValues>);
