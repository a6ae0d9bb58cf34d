import { decideBeginCase } from "@kinward/domain/assignment";
import { addDays, type CaseId, type PersonId, type PlainDate } from "@kinward/domain/kernel";
import type { SampleAgency } from "./agency.ts";
import { makeFamily } from "./family.ts";
import { addPeople } from "./people.ts";
import type { Chance, IdMaker } from "./random.ts";
import type { Referrals } from "./referrals.ts";
import { momentOf, type Rows } from "./rows.ts";

/** Begins a Kentucky in-home case: no referral, no contractor; its plan comes with the planning screens. */
export const beginKentuckyCase = (
  rows: Rows,
  id: IdMaker,
  chance: Chance,
  agency: SampleAgency,
  referrals: Referrals,
  on: PlainDate,
): void => {
  const family = makeFamily(chance, on);
  const worker = chance.pick(agency.staff.filter((one) => one.roles.includes("CASEWORKER")));
  const people = family.people.map((person) => ({
    ...person,
    bases: [],
    ...(person.living === undefined
      ? {}
      : {
          living: {
            ...person.living,
            state: "KY",
            address: person.living.address?.replace(/, [A-Z]{2}$/, ", KY") ?? "",
          },
        }),
  }));
  const begun = decideBeginCase(
    {
      openingBasis: "CHILD_PROTECTIVE_ASSESSMENT",
      openedOn: addDays(on, -3),
      assignedOn: on,
      people,
    },
    on,
  );
  if (!begun.ok) throw new Error(`the sample is refused: ${JSON.stringify(begun.refusals)}`);
  const { value } = begun;
  const at = momentOf(on, 10, chance.whole(0, 59));
  const caseId = id<CaseId>(at);
  const known = rows.act("cases.begin", worker, at, {
    caseId,
    params: { openedOn: value.openedOn },
  });
  rows.add("caseRecord", {
    caseId,
    number: referrals.caseNumber(on),
    profile: value.profile,
    familyName: value.familyName ?? family.name,
    openedOn: value.openedOn,
    openingBasis: value.openingBasis,
    assignedOn: value.assignedOn,
    languages: family.languages,
    interpreterNeeded: family.interpreterNeeded,
    changedAt: at,
    ...known,
  });
  rows.add("caseTeam", {
    caseTeamId: id(at),
    caseId,
    staffId: worker.staffId,
    role: "CASEWORKER",
    fromOn: on,
    ...known,
  });
  const written = addPeople(rows, id, caseId, value.members, known);
  for (const relationship of family.relationships)
    rows.add("relationship", {
      relationshipId: id(at),
      caseId,
      personId: written.get(relationship.from) as PersonId,
      kind: relationship.kind ?? "OTHER",
      otherPersonId: written.get(relationship.to) as PersonId,
      ...known,
    });
};
