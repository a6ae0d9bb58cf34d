import type { InterpreterUse, SafetyAnswer } from "@kinward/domain/contacts";
import type { CaseId, PersonId, PlainDate } from "@kinward/domain/kernel";
import {
  CONTACT_MODES,
  CONTACT_PLACES,
  type ContactMode,
  type ContactPlace,
} from "@kinward/domain/people";
import { contacts as words } from "../../messages/en/contacts.ts";

export const JOINT_ANSWERS = ["YES", "NOT_AVAILABLE", "NOT_JOINT"] as const;
export type JointAnswer = (typeof JOINT_ANSWERS)[number];
export const INTERPRETER_ANSWERS: readonly InterpreterUse[] = [
  "NOT_NEEDED",
  "USED",
  "NEEDED_NOT_AVAILABLE",
];

/** The form as it is typed; also the content of its draft. A missing key is a question not yet answered. */
export interface ContactValues {
  readonly caseId?: string | undefined;
  readonly mode?: ContactMode | undefined;
  readonly date?: string | undefined;
  readonly start: string;
  readonly end: string;
  readonly with: readonly string[];
  readonly place?: ContactPlace | undefined;
  readonly interpreter?: InterpreterUse | undefined;
  /** Recorded elsewhere; a correction must not lose it. */
  readonly safetyConcern?: SafetyAnswer | undefined;
  readonly joint?: JointAnswer | undefined;
  readonly jointNote: string;
  readonly notes: string;
  readonly reason: string;
}

/** Nothing is known before somebody says it (45 CFR 1355.52(d)(1)(v)). */
export const NOTHING: ContactValues = {
  start: "",
  end: "",
  with: [],
  jointNote: "",
  notes: "",
  reason: "",
};

/** The fields of the form, as refusals name them. */
export const CONTACT_FIELDS = [
  "caseId",
  "mode",
  "date",
  "startsAt",
  "endsAt",
  "minutes",
  "with",
  "place",
  "interpreter",
  "joint",
  "jointNote",
  "notes",
  "reason",
  "withdrawn",
];

/** Reads a draft back; what does not fit is left out. */
export function readDraft(content: Readonly<Record<string, unknown>>): ContactValues {
  const text = (name: string) => (typeof content[name] === "string" ? content[name] : undefined);
  const oneOf = <T extends string>(name: string, list: readonly T[]) =>
    list.find((each) => each === content[name]);
  const people = content["with"];
  return {
    ...NOTHING,
    ...given({
      caseId: text("caseId"),
      mode: oneOf("mode", CONTACT_MODES),
      date: text("date"),
      place: oneOf("place", CONTACT_PLACES),
      interpreter: oneOf("interpreter", INTERPRETER_ANSWERS),
      joint: oneOf("joint", JOINT_ANSWERS),
    }),
    start: text("start") ?? "",
    end: text("end") ?? "",
    jointNote: text("jointNote") ?? "",
    notes: text("notes") ?? "",
    reason: text("reason") ?? "",
    with: Array.isArray(people) ? people.filter((each) => typeof each === "string") : [],
  };
}

/** A draft over a form in which more may be answered: what the draft leaves open is open then. */
export const replacedBy = (content: Readonly<Record<string, unknown>>): ContactValues => ({
  caseId: undefined,
  mode: undefined,
  date: undefined,
  place: undefined,
  interpreter: undefined,
  joint: undefined,
  ...readDraft(content),
});

/** What is sent to be kept: only what somebody entered. */
export const draftOf = (values: ContactValues): Readonly<Record<string, unknown>> =>
  given(
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        value === "" || (Array.isArray(value) && value.length === 0) ? undefined : value,
      ]),
    ),
  );

const given = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;

/** A time as people type it: "4:30 pm", "4 pm", "16:30", "430p". Answers `hh:mm`, or nothing when it is no time. */
export function parseTime(typed: string): string | undefined {
  const match = /^\s*(\d{1,2})(?:[:.]?(\d{2}))?\s*([ap])?\.?\s?m?\.?\s*$/iu.exec(typed);
  if (!match) return undefined;
  const [hour, minute, half] = [Number(match[1]), Number(match[2] ?? 0), match[3]?.toLowerCase()];
  if (minute > 59 || (half !== undefined ? hour < 1 || hour > 12 : hour > 23)) return undefined;
  // A bare "4" could be either half of the day: it must say which.
  if (half === undefined && match[2] === undefined) return undefined;
  const full = half === "p" ? (hour % 12) + 12 : half === "a" ? hour % 12 : hour;
  return `${String(full).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export interface ContactInput {
  readonly caseId: CaseId;
  readonly date?: PlainDate;
  readonly mode?: ContactMode;
  readonly with?: readonly PersonId[];
  readonly place?: ContactPlace;
  readonly startsAt?: string;
  readonly minutes?: number;
  readonly interpreter?: InterpreterUse;
  readonly safetyConcern?: SafetyAnswer;
  readonly notes?: string;
  readonly reason?: string;
}

/** Faults that only the form can see: times that cannot be read, a note that belongs to an answer. */
export function ownFaults(values: ContactValues): readonly { name: string; message: string }[] {
  const start = values.start === "" ? undefined : parseTime(values.start);
  const end = values.end === "" ? undefined : parseTime(values.end);
  return [
    ...(values.caseId === undefined ? [{ name: "caseId", message: words.missing.caseId }] : []),
    ...(values.start !== "" && start === undefined
      ? [{ name: "startsAt", message: words.missing.startsAt }]
      : []),
    ...(values.end !== "" &&
    (end === undefined || start === undefined || minutesOf(end) < minutesOf(start))
      ? [{ name: "endsAt", message: words.missing.endsAt }]
      : []),
    ...(values.joint === "NOT_AVAILABLE" && values.jointNote.trim() === ""
      ? [{ name: "jointNote", message: words.missing.jointNote }]
      : []),
  ];
}

/** The command of the form. What was not answered is not there: the server says what is needed. */
export function toInput(values: ContactValues, caseId: CaseId): ContactInput {
  const start = parseTime(values.start);
  const end = parseTime(values.end);
  return {
    caseId,
    ...given({
      date: values.date as PlainDate | undefined,
      mode: values.mode,
      place: values.place,
      startsAt: start,
      minutes:
        start !== undefined && end !== undefined ? minutesOf(end) - minutesOf(start) : undefined,
      interpreter: values.interpreter,
      safetyConcern: values.safetyConcern,
      with: values.with.length === 0 ? undefined : (values.with as readonly PersonId[]),
      notes: values.notes.trim() === "" ? undefined : values.notes,
      reason: values.reason.trim() === "" ? undefined : values.reason,
    }),
  };
}

/** The joint meeting as answered; nothing while it is no joint meeting. */
export const jointMeetingOf = (
  values: ContactValues,
): { workerPresent: boolean; note?: string } | undefined =>
  values.joint === "YES"
    ? { workerPresent: true }
    : values.joint === "NOT_AVAILABLE"
      ? { workerPresent: false, note: values.jointNote }
      : undefined;
