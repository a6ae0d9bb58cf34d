import { ia } from "../kernel/citation.ts";
import type { CaseId, CommandId, PersonId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import { NAME_PARTS, type Person, type PersonName } from "./person.ts";
import type { Recorder } from "./roster/facts.ts";

/** Who someone is, whole: what is left out is not known. */
export type PersonDetails = Omit<Person, "id" | "deceasedOn">;

/** Another name, birth date, sex or language than was recorded. */
export interface CorrectPerson {
  readonly commandId: CommandId;
  readonly recordedAt?: Instant;
  /** The case in which it was noticed; who somebody is holds in all of them. */
  readonly caseId: CaseId;
  readonly personId: PersonId;
  /** Of the record of the person as it was seen. */
  readonly version: number;
  readonly details: PersonDetails;
  readonly reason: string;
}

export interface CorrectPersonFacts {
  readonly person: Person;
  readonly version: number;
  readonly recorder: Pick<Recorder, "by">;
  /** First day on which anything is recorded of them in any case. */
  readonly firstDay?: PlainDate;
}

export interface PersonCorrected {
  readonly person: Person;
  /** A contractor's word takes effect at once and waits for the Department's (requirements D9). */
  readonly confirmed: boolean;
}

/**
 * Corrects who someone is, with a reason; what was recorded before stays in the history. A birth date fits what is
 * recorded already: nobody was seen, moved or joined a case before it.
 */
export const decideCorrectPerson = rule(
  { id: "CASE-6", also: ["CON-13"], cites: [ia("17-26"), ia("48")], decisions: ["DEC-15"] },
  (
    facts: CorrectPersonFacts,
    command: CorrectPerson,
    today: PlainDate,
  ): Result<PersonCorrected> => {
    const { person: was, version, recorder } = facts;
    const details = tidy(command.details);
    const refusals: Refusal[] = [];
    if (command.version !== version) refusals.push({ code: "PERSON_CHANGED" });
    if (!isNamed(details) && isNamed(was))
      refusals.push({ code: "FIELD_REQUIRED", path: ["given"], params: { of: "name" } });
    refusals.push(...birthRefusals(facts, details, today));
    if (sayings(details) === sayings(tidy(was))) refusals.push({ code: "VALUE_UNCHANGED" });
    if (command.reason.trim() === "") refusals.push({ code: "REASON_REQUIRED", path: ["reason"] });
    if (refusals.length > 0) return refuse(...refusals);
    const { deceasedOn } = was;
    return accept({
      person: { id: was.id, ...details, ...(deceasedOn && { deceasedOn }) },
      confirmed: recorder.by === "DEPARTMENT",
    });
  },
);

const birthRefusals = (
  { person: was, firstDay }: CorrectPersonFacts,
  { birthDate, birthDateKind }: PersonDetails,
  today: PlainDate,
): readonly Refusal[] => {
  const path = ["birthDate"];
  if (birthDate === undefined) return [];
  if (birthDateKind === undefined)
    return [{ code: "FIELD_REQUIRED", path: ["birthDateKind"], params: { of: "birthDateKind" } }];
  // Who is yet to be born may be entered before: parents of an unborn child are served.
  if (birthDateKind === "EXPECTED") return [];
  if (birthDate > today) return [{ code: "DATE_IN_FUTURE", path, params: { of: "birthDate" } }];
  const latest = [was.deceasedOn, firstDay].filter((day) => day !== undefined).toSorted()[0];
  return latest !== undefined && birthDate > latest
    ? [{ code: "DATE_BEFORE_BIRTH", path, params: { on: latest } }]
    : [];
};

const isNamed = ({ given, family, preferred }: PersonName): boolean =>
  [given, family, preferred].some((part) => part !== undefined && part.trim() !== "");

/** Without blanks, and without another name that says nothing or the same again. */
const tidy = (details: PersonDetails): PersonDetails => {
  const { otherNames = [], birthDate, birthDateKind, sex } = details;
  const name = tidyName(details);
  const spellings = new Set([sayings(name), sayings({})]);
  const others = otherNames.map(tidyName).filter((other) => {
    const isNew = !spellings.has(sayings(other));
    spellings.add(sayings(other));
    return isNew;
  });
  return {
    ...name,
    ...(others.length > 0 && { otherNames: others }),
    ...(birthDate && { birthDate }),
    ...(birthDate && birthDateKind && { birthDateKind }),
    ...(sex && { sex }),
    languages: [...new Set(details.languages)],
  };
};

const tidyName = (name: PersonName): PersonName =>
  Object.fromEntries(
    NAME_PARTS.flatMap((part) => {
      const text = name[part]?.trim();
      return text === undefined || text === "" ? [] : [[part, text]];
    }),
  );

const sayings = (said: object): string =>
  JSON.stringify(Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1)));
