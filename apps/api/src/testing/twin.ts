import { newId, runCommand, system } from "@kinward/db";
import { type CaseId, type CommandId, type PersonId, plainDate } from "@kinward/domain/kernel";
import type { WorldServer } from "./server.ts";
import type { PersonName } from "./world.ts";

/** A child of the name and birth date of Ada of the test family, in a case of its own of the given worker. */
export async function addTwin(
  { services, world }: WorldServer,
  worker: PersonName,
  number: string,
  given: string,
): Promise<PersonId> {
  const [caseId, personId] = [newId<CaseId>(), newId<PersonId>()];
  const birthDate = plainDate("2018-05-04");
  await runCommand(
    services.db,
    { commandId: newId<CommandId>(), procedure: "test", caller: system("test"), input: {} },
    async ({ trx, touch }) => {
      await trx
        .insertInto("caseRecord")
        .values({
          caseId,
          number,
          profile: "KY_IN_HOME",
          familyName: "Testfamily",
          openedOn: plainDate("2026-11-02"),
        })
        .execute();
      await trx
        .insertInto("caseTeam")
        .values({
          caseTeamId: newId(),
          caseId,
          staffId: world.people[worker].staffId,
          role: "CASEWORKER",
          fromOn: plainDate("2026-11-02"),
        })
        .execute();
      await trx
        .insertInto("person")
        .values({
          personId,
          given,
          family: "Testfamily",
          birthDate,
          phone: "555-0100",
          languages: [],
        })
        .execute();
      await trx
        .insertInto("member")
        .values({ memberId: newId(), caseId, personId, role: "CHILD" })
        .execute();
      touch(caseId);
      return { done: { result: null } };
    },
  );
  return personId;
}
