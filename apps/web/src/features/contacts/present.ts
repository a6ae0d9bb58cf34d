import type { PersonView, ContactReceipt, ContactView } from "@kinward/domain/views";
import { labelOf } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { duties } from "@kinward/wording/en/duties";
import { labels } from "@kinward/wording/en/labels";
import { contacts as words } from "../../messages/en/contacts.ts";

type RuleOf = Parameters<typeof duties.title>[0]["rule"];

/** "Child, 9. Parental home": who the chip stands for, and a note when the day was outside the membership. */
export function personDetail(person: PersonView, today: string, on?: string): string {
  const who = [labels.memberRole[person.role], person.age]
    .filter((part) => part !== undefined)
    .join(", ");
  const where =
    person.living === undefined ? labels.setting.UNKNOWN : labels.setting[person.living.setting];
  const day = (iso: string) => dates.date(iso, { today, style: "day" });
  const outside =
    on !== undefined && person.memberFrom !== undefined && on < person.memberFrom
      ? words.notYetMember(day(person.memberFrom))
      : on !== undefined && person.memberTo !== undefined && on > person.memberTo
        ? words.leftOn(day(person.memberTo))
        : undefined;
  return [`${who}. ${where}`, outside].filter((part) => part !== undefined).join(", ");
}

/** The title of a duty from rule and key. */
export function titleOfKey(rule: string, key: string): string {
  const window = /^WEEK:(\d+)/u.exec(key)?.[1] ?? /^(?:MONTH|PLAN):(\d{4}-\d{2})/u.exec(key)?.[1];
  return duties.title({
    rule: rule as RuleOf,
    window,
    family: key.startsWith("WEEK:") || key.endsWith(":FAMILY"),
  });
}

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

/** What a contact did, one sentence for each kind of duty: "First face-to-face contact met for Dana and Theo, late." */
export function presentReceipt(
  receipt: ContactReceipt,
  today: string,
  isDepartment: boolean,
): readonly string[] {
  const groups = new Map<
    string,
    { title: string; names: string[]; late: boolean; family: boolean }
  >();
  for (const duty of receipt.settled) {
    const title = titleOfKey(duty.rule, duty.key);
    const id = `${title} ${duty.late}`;
    const group = groups.get(id) ?? {
      title,
      names: [],
      late: duty.late,
      family: duty.subject === "FAMILY",
    };
    if (duty.subject !== "FAMILY") group.names.push(duty.subjectName);
    groups.set(id, group);
  }
  const met = [...groups.values()].map((group) =>
    group.family
      ? words.receipt.metFamily(group.title, group.late)
      : words.receipt.met(group.title, group.names.length, dates.list(group.names), group.late),
  );
  const reopened = receipt.reopened.map((duty) =>
    words.receipt.reopened(
      titleOfKey(duty.rule, duty.key),
      duty.subject === "FAMILY" ? "" : duty.subjectName,
    ),
  );
  const weeks =
    receipt.weeks === undefined
      ? []
      : [
          words.receipt.weeks(
            receipt.weeks.count,
            dates.range(receipt.weeks.from, receipt.weeks.to, { today }),
          ),
        ];
  const all = [...met, ...reopened, ...weeks];
  return all.length > 0
    ? all
    : [isDepartment ? words.receipt.departmentNothing : words.receipt.nothing];
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
