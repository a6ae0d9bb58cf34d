import type { StoredState } from "@kinward/db/history";
import { caseStageOn, factsUntil } from "@kinward/domain/casefile";
import {
  complianceStatement,
  dutiesUntil,
  evaluate,
  explainExpectations,
} from "@kinward/domain/contacts";
import type { PlainDate } from "@kinward/domain/kernel";
import type { CaseState } from "@kinward/domain/views";
import { dutyViews } from "../cases/duties.ts";
import { episodesUntil } from "../cases/header.ts";
import { peopleOf, peopleUntil } from "../cases/people.ts";

/** Languages of the family; who served earlier reads of them only what the head of the case says. */
const needsOf = (
  { languages, interpreterNeeded }: StoredState["facts"],
  until: PlainDate | undefined,
): Pick<CaseState["case"], "languages" | "interpreterNeeded"> => {
  if (until !== undefined && interpreterNeeded !== true) return { languages: [] };
  return { languages, ...(typeof interpreterNeeded === "boolean" && { interpreterNeeded }) };
};

/**
 * What the pages of a case say on a day of what was known: the same rules as always, on what was known then.
 * @param until last day of which the reader may know facts; absent: all
 */
export const stateOn = (
  stored: StoredState | undefined,
  day: PlainDate,
  until?: PlainDate,
): CaseState | undefined => {
  if (stored === undefined) return undefined;
  const { facts, loaded, episodes, details, notes } = stored;
  const { book } = loaded;
  const file = until === undefined ? loaded.file : factsUntil(loaded.file, until);
  const people = peopleUntil(peopleOf(file, details, day), until);
  const duties = dutiesUntil(evaluate(file, book, day).duties, until);
  return {
    case: {
      familyName: facts.familyName,
      stage: caseStageOn(file, book, day).stage,
      ...(facts.openedOn === undefined ? {} : { openedOn: facts.openedOn }),
      ...(facts.openingBasis === undefined ? {} : { openingBasis: facts.openingBasis }),
      ...(facts.workerName === undefined ? {} : { workerName: facts.workerName }),
      ...needsOf(facts, until),
      // Undated words: who served earlier keeps to what has a day.
      ...(facts.culturalNotes === undefined || until !== undefined
        ? {}
        : { culturalNotes: facts.culturalNotes }),
      policyBook: book.number,
    },
    episodes: until === undefined ? episodes : episodesUntil(episodes, until),
    people,
    duties: dutyViews(duties, notes, day),
    expectations: explainExpectations(file, book, day),
    statement: complianceStatement(duties, day),
  };
};
