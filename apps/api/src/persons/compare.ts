import {
  casesOf,
  findDistinct,
  findMergeProposal,
  followMerged,
  listConflicts,
  loadPersonRecords,
  reviewedPeople,
} from "@kinward/db/people";
import { may } from "@kinward/domain/access";
import { id, type PersonId } from "@kinward/domain/kernel";
import {
  differingFields,
  displayName,
  fullName,
  PERSON_FIELDS,
  type PersonField,
  type RecordedPerson,
  scoreDuplicate,
} from "@kinward/domain/people";
import type { ComparedPerson, PersonComparison } from "@kinward/domain/views";
import { z } from "zod";
import { scopeOf } from "../cases/scope.ts";
import { notFound, orNotFound } from "../trpc/failure.ts";
import { query } from "../trpc/procedures.ts";
import { merges } from "./may-merge.ts";
import { presentMergeProposal } from "./merge-proposals.ts";

/** What a search shows of somebody in no case of the caller's. */
const OF_A_SEARCH: readonly PersonField[] = [
  "given",
  "middle",
  "family",
  "suffix",
  "preferred",
  "birthDate",
];

/** Two records side by side, with what speaks for one person and what has to be corrected before they become one. */
export const compare = query(
  "persons.compare",
  z.strictObject({ personId: id<PersonId>(), otherId: id<PersonId>() }),
  async ({ trx, who, today, saw }, asked): Promise<PersonComparison> => {
    const scope = scopeOf(who);
    const now = await followMerged(trx, [asked.personId, asked.otherId]);
    const ids = [now.get(asked.personId), now.get(asked.otherId)].map(orNotFound);
    const [a, b] = ids as [PersonId, PersonId];
    const ofTeam = await reviewedPeople(trx, ids, scope, today);
    // Missing, foreign, and meanwhile one record: the same answer.
    if (a === b || ofTeam.size === 0) throw notFound();
    const records = await loadPersonRecords(trx, ids);
    const cases = await casesOf(trx, ids, scope, today);
    const pairs = [[asked.personId, asked.otherId] as const, [a, b] as const];
    const stored = await findMergeProposal(trx, pairs, who.actor.staffId, today);
    const proposal = stored && presentMergeProposal(stored, who);
    // Whoever is asked to decide who is who sees who both are; of the cases no more than before.
    const seesBoth = ofTeam.size === 2 || proposal?.mayAnswer === true;
    saw([...cases.values()].flatMap((list) => list.map((one) => one.caseId)));
    const compared = (personId: PersonId): ComparedPerson => {
      const { person, version } = orNotFound(records.get(personId));
      const isShown = seesBoth || ofTeam.has(personId);
      return {
        personId,
        version,
        name: displayName(person),
        otherNames: (person.otherNames ?? []).map((name) => displayName(name) || fullName(name)),
        languages: isShown ? person.languages : [],
        fields: shown(person, isShown ? PERSON_FIELDS : OF_A_SEARCH),
        ...(person.birthDateKind && { birthDateKind: person.birthDateKind }),
        cases: cases.get(personId) ?? [],
        ofTeam: isShown,
      };
    };
    const people = [compared(a), compared(b)] as const;
    const [left, right] = ids.map((each) => orNotFound(records.get(each)).person) as [
      RecordedPerson,
      RecordedPerson,
    ];
    const mayOpen = new Set(
      people.flatMap((one) => one.cases.flatMap((each) => (each.mayOpen ? each.caseId : []))),
    );
    const distinct = await findDistinct(trx, a, b);
    const mayDecide = merges(who.actor)({ below: true });
    const mayMerge = mayDecide && ofTeam.size === 2;
    const mayPropose = may(who.actor, "PERSON_MERGE_PROPOSE", { onTeam: true, below: true });
    return {
      a: people[0],
      b: people[1],
      differing: seesBoth
        ? differingFields(left, right)
        : differingFields(left, right).filter((field) => OF_A_SEARCH.includes(field)),
      why: scoreDuplicate(left, right)?.why ?? [],
      // Of a case that is not the caller's no more than its number.
      conflicts: (await listConflicts(trx, a, b)).map(({ from, to, ...one }) => ({
        ...one,
        ...(from !== undefined && mayOpen.has(one.caseId) && { from }),
        ...(to !== undefined && mayOpen.has(one.caseId) && { to }),
      })),
      ...(distinct && { distinct }),
      ...(proposal && { proposal }),
      mayMerge,
      mayDecide,
      mayPropose: mayPropose.allowed && !mayMerge && proposal === undefined,
    };
  },
);

const shown = (person: RecordedPerson, fields: readonly PersonField[]): ComparedPerson["fields"] =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = person[field];
      return value === undefined || value === "" ? [] : [[field, value]];
    }),
  );
