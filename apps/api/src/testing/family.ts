import { newId, runCommand, system } from "@kinward/db";
import { type CommandId, type PersonId, plainDate } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { WorldServer } from "./server.ts";

export interface TestFamily {
  readonly ada: PersonId;
  readonly dana: PersonId;
}

/** Puts people into the world's case, which has none: Dana and her daughter Ada, both at home. */
export async function addFamily({
  services,
  world,
}: Pick<WorldServer, "services" | "world">): Promise<TestFamily> {
  const { caseId } = world.theCase;
  const family = { ada: newId<PersonId>(), dana: newId<PersonId>() };
  const members = [
    { personId: family.ada, given: "Ada", role: "CHILD", birthDate: plainDate("2018-05-04") },
    { personId: family.dana, given: "Dana", role: "PARENT", birthDate: null },
  ] as const;
  await runCommand(
    services.db,
    {
      commandId: newId<CommandId>(),
      procedure: "test",
      caller: system("test family"),
      input: {},
      cases: [{ caseId }],
    },
    async ({ trx }) => {
      for (const [position, { personId, given, role, birthDate }] of members.entries()) {
        const names = { given, family: "Testfamily", otherNames: sql<never>`'[]'::jsonb` };
        await trx
          .insertInto("person")
          .values({ personId, ...names, birthDate, languages: ["en"] })
          .execute();
        await trx
          .insertInto("member")
          .values({ memberId: newId(), caseId, personId, role, position })
          .execute();
        await trx
          .insertInto("livingSituation")
          .values({
            livingSituationId: newId(),
            caseId,
            personId,
            setting: "PARENTAL_HOME",
            state: "IA",
          })
          .execute();
      }
      await trx
        .insertInto("memberBasis")
        .values({
          memberBasisId: newId(),
          caseId,
          personId: family.ada,
          basis: "ABUSE_VICTIM",
          meetsOpeningCriteria: true,
        })
        .execute();
      return { done: { result: null, caseId } };
    },
  );
  return family;
}
