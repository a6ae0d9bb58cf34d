import type { CaseId, ContactId } from "@kinward/domain/kernel";
import type { ContactView } from "@kinward/domain/views";
import { labelOf } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { titleOfKey } from "./present.ts";
import { NOTHING, type ContactValues } from "./values.ts";

/** The rule behind a key, where only the key is known. */
export function ruleOfKey(key: string): string {
  const [kind, name] = key.split(":");
  if (kind === "INITIAL") return "CON-4";
  if (kind === "FIRST30") return "CON-10";
  if (kind === "WEEK") return "CON-9";
  if (kind === "MONTH") return "CON-13";
  if (kind === "PLAN") return "CON-7";
  return name === "JOINT_MEETING" ? "CON-5" : name === "FIRST_MEETING_EMAIL" ? "REP-2" : "CON-12";
}

export interface ContactRowView {
  readonly contact: ContactView;
  readonly how: string;
  readonly time: string | undefined;
  readonly people: string;
  readonly place: string;
  readonly by: string;
  readonly met: readonly string[];
}

/** "4:30 pm to 5:15 pm" of a start and a length in minutes. */
export function timesOf(startsAt: string, minutes: number | undefined): string {
  const start = dates.clock(startsAt);
  return minutes === undefined ? start : `${start} to ${dates.clock(endOf(startsAt, minutes))}`;
}

/** `hh:mm` that many minutes after `hh:mm`. */
export function endOf(startsAt: string, minutes: number): string {
  const end = Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3)) + minutes;
  return `${String(Math.floor(end / 60) % 24).padStart(2, "0")}:${String(end % 60).padStart(2, "0")}`;
}

export function presentContact(contact: ContactView): ContactRowView {
  return {
    contact,
    how: labels.mode[contact.mode],
    time: contact.startsAt === undefined ? undefined : timesOf(contact.startsAt, contact.minutes),
    people: dates.list(contact.people.map((person) => person.name)),
    place: contact.place === undefined ? "" : labels.place[contact.place],
    by: [contact.by.name, contact.by.organizationName].filter(Boolean).join(", "),
    met: [...new Set(contact.satisfied.map((key) => titleOfKey(ruleOfKey(key), key)))],
  };
}

/** Attempts stand apart from contacts that were made. */
export const splitContacts = (contacts: readonly ContactView[]) => ({
  made: contacts.filter((contact) => contact.mode !== "ATTEMPT").map(presentContact),
  attempts: contacts.filter((contact) => contact.mode === "ATTEMPT").map(presentContact),
});

export const interpreterText = (code: string): string => labelOf(labels.interpreterUse, code);

/** A recorded contact as values of the form, to be corrected. */
export const valuesOf = (
  contact: ContactView,
  caseId: CaseId,
): ContactValues & { contactId: ContactId } => ({
  ...NOTHING,
  contactId: contact.contactId,
  caseId,
  mode: contact.mode,
  date: contact.on,
  start: contact.startsAt === undefined ? "" : dates.clock(contact.startsAt),
  end:
    contact.startsAt === undefined || contact.minutes === undefined
      ? ""
      : dates.clock(endOf(contact.startsAt, contact.minutes)),
  safetyConcern: contact.safetyConcern,
  with: contact.people.map((person) => person.personId),
  place: contact.place,
  interpreter: contact.interpreter,
  notes: contact.notes ?? "",
});
