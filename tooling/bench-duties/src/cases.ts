import type { CaseFile, Contact, Member } from "@kinward/domain/casefile";
import {
  addDays,
  type ContactId,
  type EpisodeId,
  type PersonId,
  type PlainDate,
  plainDate,
} from "@kinward/domain/kernel";

/** The day on which everything is judged. */
export const AS_OF: PlainDate = plainDate("2027-07-19");

const id = (text: string) => text as PersonId;
const child = (
  name: string,
  dob: string,
  setting: Member["living"][number]["setting"],
): Member => ({
  id: id(name),
  role: "CHILD",
  dob: plainDate(dob),
  living: [{ setting }],
});

const MEMBERS: readonly Member[] = [
  { id: id("dana"), role: "PARENT", living: [{ setting: "PARENTAL_HOME" }] },
  { id: id("rob"), role: "PARENT", living: [{ setting: "NONRESIDENT" }] },
  { ...child("mia", "2018-03-02", "PARENTAL_HOME"), criteria: ["ABUSE_VICTIM"] },
  { ...child("noah", "2015-07-09", "FOSTER_FAMILY"), criteria: ["CINA"] },
  { ...child("dee", "2012-01-30", "KINSHIP"), criteria: ["SIBLING"] },
];

/** Whom a visit of the month meets, and on which day of it. */
const VISITS: readonly (readonly [number, readonly string[]])[] = [
  [3, ["dana", "mia"]],
  [10, ["noah"]],
  [15, ["dee", "rob"]],
];

/** One five-person case over eight months: every kind of obligation, most of them met. */
export function exampleCase(effectiveDate = plainDate("2026-11-20"), seed = 0): CaseFile {
  const contacts: Omit<Contact, "id">[] = [];
  const visit = (date: PlainDate, people: readonly string[]) =>
    contacts.push({
      date,
      mode: "FACE_TO_FACE",
      by: "CONTRACTOR",
      place: "FAMILY_HOME",
      with: people.map(id),
    });
  visit(addDays(effectiveDate, 3), ["dana", "mia"]);
  visit(addDays(effectiveDate, 4), ["noah"]);
  for (const week of [1, 2, 3]) visit(addDays(effectiveDate, 3 + 7 * week), ["dana", "mia"]);
  for (let month = 1; month <= 7; month += 1)
    for (const [day, people] of VISITS)
      // Some visits do not take place: of each hundred cases every one lacks others.
      if ((seed + month * 7 + day) % 11 !== 0)
        visit(addDays(effectiveDate, 14 + 30 * month + day), people);
  return {
    profile: "IA_FSRP",
    episodes: [{ id: "fsrp" as EpisodeId, serviceType: "FSRP", effectiveDate }],
    members: MEMBERS,
    contacts: contacts
      .filter(({ date }) => date <= AS_OF)
      .map((contact, index) => ({ ...contact, id: `c${index}` as ContactId })),
    planFrequencies: [
      {
        member: id("rob"),
        times: 1,
        per: "MONTH",
        source: "CASE_PLAN",
        from: addDays(effectiveDate, 42),
      },
    ],
  };
}

/** Open cases as an agency has them: from one to five people, begun on any of the last 240 days. */
export function openCases(count: number): readonly CaseFile[] {
  return Array.from({ length: count }, (_, index) => {
    const whole = exampleCase(addDays(AS_OF, -1 - ((index * 37) % 240)), index);
    const people = MEMBERS.slice(0, 2 + (index % 4)).map((member) => member.id);
    const isThere = (person: PersonId) => people.includes(person);
    return {
      ...whole,
      members: whole.members.filter((member) => isThere(member.id)),
      contacts: whole.contacts
        .map((contact) => ({ ...contact, with: contact.with.filter(isThere) }))
        .filter((contact) => contact.with.length > 0),
    };
  });
}
