import type { StoredState } from "@kinward/db/history";
import { type CaseFile, caseStageOn } from "@kinward/domain/casefile";
import { complianceStatement, evaluate } from "@kinward/domain/contacts";
import type { PlainDate } from "@kinward/domain/kernel";
import type { CaseState, PersonView } from "@kinward/domain/views";
import { dutyViews } from "../cases/duties.ts";
import { peopleOf } from "../cases/people.ts";

/** Only what is dated on or before a day: a former contractor reads no later facts. */
const through = (file: CaseFile, day: PlainDate): CaseFile => ({
  ...file,
  contacts: file.contacts.filter((contact) => contact.date <= day),
  members: file.members
    .filter((member) => begunBy(day)({ from: member.joined }))
    .map((member) => ({ ...member, living: member.living.filter(begunBy(day)) })),
});

const begunBy =
  (day: PlainDate) =>
  ({ from }: { readonly from?: PlainDate | undefined }): boolean =>
    from === undefined || from <= day;

const personThrough =
  (day: PlainDate) =>
  ({ memberTo, ...person }: PersonView): PersonView => ({
    ...person,
    ...(memberTo === undefined || memberTo > day ? {} : { memberTo }),
    bases: person.bases.filter(begunBy(day)),
    memberships: person.memberships.filter(begunBy(day)),
    livingHistory: person.livingHistory.filter(begunBy(day)),
  });

/**
 * What the pages of a case say on a day of what was known: the same rules as always, on what was known then.
 * @param bounded facts dated later than the day are left out, for who may not know them
 */
export const stateOn = (
  stored: StoredState | undefined,
  day: PlainDate,
  bounded = false,
): CaseState | undefined => {
  if (stored === undefined) return undefined;
  const { facts, loaded, episodes, details, notes } = stored;
  const { book } = loaded;
  const file = bounded ? through(loaded.file, day) : loaded.file;
  const people = peopleOf(file, details, day);
  const { duties } = evaluate(file, book, day);
  return {
    case: {
      familyName: facts.familyName,
      stage: caseStageOn(file, book, day).stage,
      ...(facts.openedOn === undefined ? {} : { openedOn: facts.openedOn }),
      ...(facts.openingBasis === undefined ? {} : { openingBasis: facts.openingBasis }),
      ...(facts.workerName === undefined ? {} : { workerName: facts.workerName }),
      interpreterLanguages: facts.interpreterNeeded ? facts.languages : [],
      policyBook: book.number,
    },
    episodes: bounded ? episodes.filter((one) => one.effectiveDate <= day) : episodes,
    people: bounded ? people.map(personThrough(day)) : people,
    duties: dutyViews(duties, notes, day),
    statement: complianceStatement(duties, day),
  };
};
