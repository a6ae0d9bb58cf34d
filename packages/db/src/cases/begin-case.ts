import type { BegunCase } from "@kinward/domain/assignment";
import type { CaseId, StaffId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { CommandTools } from "../core/command.ts";
import { newId } from "../core/values.ts";
import { numberCase } from "./case-number.ts";
import { writeMembers } from "./write-members.ts";

/** Begins a case without referral (Kentucky): its record, its worker, its people, and last its number. */
export async function beginCase(
  { trx, at, today, touch }: CommandTools,
  begun: BegunCase,
  worker: StaffId,
): Promise<{ readonly caseId: CaseId; readonly caseNumber: string }> {
  const caseId = newId<CaseId>();
  await trx
    .insertInto("caseRecord")
    .values({
      caseId,
      number: caseId,
      profile: begun.profile,
      familyName: begun.familyName ?? "",
      openedOn: begun.openedOn,
      openingBasis: begun.openingBasis,
      assignedOn: begun.assignedOn,
      changedAt: at,
    })
    .execute();
  await trx
    .insertInto("caseTeam")
    .values({
      caseTeamId: newId(),
      caseId,
      staffId: worker,
      role: "CASEWORKER",
      fromOn: begun.assignedOn,
    })
    .execute();
  await writeMembers(trx, { caseId, members: [], from: begun.openedOn }, begun.members);
  touch(caseId);
  await sql`WITH ${numberCase(caseId, today)} SELECT 1`.execute(trx);
  const { number } = await trx
    .selectFrom("caseRecord")
    .select("number")
    .where("caseId", "=", caseId)
    .executeTakeFirstOrThrow();
  return { caseId, caseNumber: number };
}
