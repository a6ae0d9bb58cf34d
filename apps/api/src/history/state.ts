import type { StoredState } from "@kinward/db/history";
import { type CaseFile, caseStageOn } from "@kinward/domain/casefile";
import { complianceStatement, evaluate } from "@kinward/domain/contacts";
import type { PlainDate } from "@kinward/domain/kernel";
import type { CaseState } from "@kinward/domain/views";
import { dutyViews } from "../cases/duties.ts";
import { peopleOf } from "../cases/people.ts";

/** Only what is dated on or before a day: a former contractor reads no later facts. */
const through = (file: CaseFile, day: PlainDate): CaseFile => ({
  ...file,
  contacts: file.contacts.filter((contact) => contact.date <= day),
  members: file.members
    .filter((member) => member.joined === undefined || member.joined <= day)
    .map((member) => ({
      ...member,
      living: member.living.filter((stay) => stay.from === undefined || stay.from <= day),
    })),
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
    people: peopleOf(file, details, day),
    duties: dutyViews(duties, notes, day),
    statement: complianceStatement(duties, day),
  };
};
