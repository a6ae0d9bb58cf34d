import { BEGINNING, NEVER, toDay, toDayOr } from "../../calendar/day-number.ts";
import type { CaseFile, Contact, Episode } from "../../casefile/case-file.ts";
import {
  type Level,
  type ReadCaseFile,
  readCaseFile,
  type ReadMember,
} from "../../casefile/read-case-file.ts";
import type { ContactId, PersonId } from "../../kernel/ids.ts";
import { birthdayOf, type EpochDay, type PlainDate } from "../../kernel/plain-date.ts";
import type { MemberRole } from "../../people/people.ts";
import { type Stay, staysOf } from "./stays.ts";

/** A face-to-face contact that counts: made by the contractor or its subcontractor (DEC-18). */
export interface CountedContact {
  readonly id: ContactId;
  readonly day: EpochDay;
  /** Place among the counted contacts of the case: by date, of one date by id. */
  readonly order: number;
  readonly with: readonly PersonFacts[];
}

/** What the rules read of one person, in day numbers. */
export interface PersonFacts {
  readonly id: PersonId;
  readonly role: MemberRole;
  /** The birthday that ends childhood under an age limit; `NEVER` when unknown or when the case goes on (DEC-15). */
  readonly majorityOn: (ageLimit: number) => EpochDay;
  /** First and last day of membership. */
  readonly from: EpochDay;
  readonly to: EpochDay;
  /** Between two memberships; hardly anybody has one. */
  readonly absences: readonly { readonly from: EpochDay; readonly to: EpochDay }[];
  readonly diedOn: EpochDay;
  readonly stays: readonly Stay[];
  /** Face-to-face contacts with this person, oldest first, of one day by id. */
  readonly seen: readonly CountedContact[];
  /** Rights to all case children ended on this day (CASE-5). */
  readonly rightsEndedOn: EpochDay;
  /** ABUSE_VICTIM and CINA marks by date (CASE-1, CASE-2). */
  readonly marks: readonly { readonly from: EpochDay; readonly to: EpochDay }[];
  readonly record: ReadMember;
}

export interface LevelFacts {
  readonly person?: PersonFacts;
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly record: Level;
  /** Position in the case file: of records of one day the later one is newer. */
  readonly index: number;
}

/** A case file made ready for judging: read once, used for every day that is asked about. */
export interface CaseFacts {
  readonly file: ReadCaseFile;
  readonly people: readonly PersonFacts[];
  readonly byId: ReadonlyMap<PersonId, PersonFacts>;
  readonly contacts: readonly CountedContact[];
  readonly levels: readonly LevelFacts[];
}

const numbered = /^(\D*)(\d+)$/;

/** Order of contact ids: numbers by value (`c2` before `c10`), anything else as text. */
const compareIds = (a: string, b: string): number => {
  const [left, right] = [numbered.exec(a), numbered.exec(b)];
  if (left && right && left[1] === right[1]) return Number(left[2]) - Number(right[2]);
  return a < b ? -1 : a > b ? 1 : 0;
};

const rightsEndedOn = (file: ReadCaseFile, parent: PersonId): EpochDay => {
  const own = file.terminationsOfRights.filter((ended) => ended.parent === parent);
  if (own.length === 0) return NEVER;
  const allAtOnce = Math.min(
    ...own.filter((ended) => ended.child === "ALL").map((ended) => toDay(ended.date)),
    NEVER,
  );
  const children = file.members.filter((member) => member.role === "CHILD");
  const oneByOne = children.map((child) =>
    Math.min(...own.filter((e) => e.child === child.id).map((e) => toDay(e.date)), NEVER),
  );
  return Math.min(allAtOnce, children.length === 0 ? NEVER : Math.max(...oneByOne));
};

const majorityOf = (member: ReadMember): ((ageLimit: number) => EpochDay) => {
  const { dob } = member;
  if (dob === undefined || member.continuesPastMajority === true) return () => NEVER;
  let knownLimit = -1;
  let birthday = NEVER;
  return (ageLimit) => {
    if (ageLimit !== knownLimit) {
      knownLimit = ageLimit;
      birthday = toDay(birthdayOf(dob, ageLimit));
    }
    return birthday;
  };
};

const MARKS = new Set(["ABUSE_VICTIM", "CINA"]);

const NO_ABSENCES: PersonFacts["absences"] = [];

interface OpenPerson extends PersonFacts {
  readonly seen: CountedContact[];
}

const personOf = (file: ReadCaseFile, member: ReadMember): OpenPerson => ({
  id: member.id,
  role: member.role,
  majorityOn: majorityOf(member),
  // A child who is yet to be born is no member (CASE-3).
  from: Math.max(
    toDayOr(member.joined, BEGINNING),
    member.role === "CHILD" ? toDayOr(member.dob, BEGINNING) : BEGINNING,
  ),
  to: toDayOr(member.to, NEVER),
  absences:
    member.absences?.map(({ from, to }) => ({ from: toDay(from), to: toDay(to) })) ?? NO_ABSENCES,
  diedOn: toDayOr(member.deceasedOn, NEVER),
  stays: staysOf(member.living),
  seen: [],
  rightsEndedOn: rightsEndedOn(file, member.id),
  marks: member.criteria
    .filter((basis) => MARKS.has(basis.basis))
    .map((basis) => ({ from: toDayOr(basis.from, BEGINNING), to: toDayOr(basis.to, NEVER) })),
  record: member,
});

/** Whether a recorded contact is of the kind that counts at all (DEC-18); its date is judged per episode. */
export const countsAtAll = (contact: Contact): boolean =>
  contact.mode === "FACE_TO_FACE" && contact.by !== "DEPARTMENT";

/** The next day after a day on which some recorded fact begins to hold or ceases; `NEVER` where none does. */
export const nextFactDay = (
  { file, people, contacts, levels }: CaseFacts,
  day: EpochDay,
): EpochDay => {
  let next = NEVER;
  const on = (candidate: EpochDay): void => {
    if (candidate > day && candidate < next) next = candidate;
  };
  const starts = (date: PlainDate | undefined): void => on(toDayOr(date, NEVER));
  const period = (entry: { readonly from?: PlainDate; readonly to?: PlainDate }): void => {
    starts(entry.from);
    on(toDayOr(entry.to, NEVER) + 1);
  };
  for (const person of people) {
    on(person.from);
    on(person.diedOn);
    on(person.rightsEndedOn);
    on(person.to + 1);
    for (const { from, to } of person.absences) {
      on(from);
      on(to + 1);
    }
    for (const stay of person.record.living) period(stay);
  }
  for (const contact of contacts) on(contact.day);
  for (const { from, to } of levels) {
    on(from);
    on(to + 1);
  }
  for (const task of file.tasks)
    starts(task.type === "FIRST_MEETING_EMAIL" ? task.sentOn : task.date);
  for (const episode of file.episodes) {
    starts(episode.effectiveDate);
    starts(episode.lastServiceDay);
    on(lastServiceDayOf(episode) + 1);
    for (const term of episode.coordinators ?? []) period(term);
  }
  return next;
};

interface OpenContact extends CountedContact {
  order: number;
}

/** The contacts that count, in order; each is noted with the people whom it met. */
const countedContacts = (
  file: ReadCaseFile,
  byId: ReadonlyMap<PersonId, OpenPerson>,
): readonly CountedContact[] => {
  const contacts: OpenContact[] = [];
  for (const contact of file.contacts) {
    if (!countsAtAll(contact)) continue;
    const met: OpenPerson[] = [];
    for (const id of contact.with) {
      const person = byId.get(id);
      if (person && !met.includes(person)) met.push(person);
    }
    contacts.push({ id: contact.id, day: toDay(contact.date), order: 0, with: met });
  }
  contacts.sort((a, b) => a.day - b.day || compareIds(a.id, b.id));
  contacts.forEach((contact, order) => {
    contact.order = order;
    for (const person of contact.with) (person as OpenPerson).seen.push(contact);
  });
  return contacts;
};

const prepare = (caseFile: CaseFile): CaseFacts => {
  const file = readCaseFile(caseFile);
  const people = file.members.map((member) => personOf(file, member));
  const byId = new Map(people.map((person) => [person.id, person]));
  const contacts = countedContacts(file, byId);
  const levels = file.levels.map((record, index) => {
    const person = record.subject === "FAMILY" ? undefined : byId.get(record.subject);
    return {
      ...(person && { person }),
      from: toDay(record.from),
      to: toDayOr(record.to, NEVER),
      record,
      index,
    };
  });
  return { file, people, byId, contacts, levels };
};

let last: { readonly of: CaseFile; readonly facts: CaseFacts } | undefined;

/** The facts of a case file; a file is never changed in place, so questions that follow each other prepare it once. */
export const caseFacts = (file: CaseFile): CaseFacts => {
  if (last?.of !== file) last = { of: file, facts: prepare(file) };
  return last.facts;
};

/** Last service day of an episode as a day number; `NEVER` while none is recorded. */
export const lastServiceDayOf = (episode: Episode): EpochDay =>
  toDayOr(episode.lastServiceDay, NEVER);
