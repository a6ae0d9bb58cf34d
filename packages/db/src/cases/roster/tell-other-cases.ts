import type { CaseId, Params, PersonId } from "@kinward/domain/kernel";
import type { CommandTools } from "../../core/command.ts";
import { newId } from "../../core/values.ts";
import { recordParts } from "../../people/merge-acts.ts";

/** Tells what was recorded of someone in one case in the history of their other cases, as far as the caller sees them. */
export async function tellOtherCases(
  tools: CommandTools,
  told: {
    readonly procedure: string;
    readonly caseId: CaseId;
    readonly personId: PersonId;
    readonly reason?: string;
    readonly params: Params;
  },
): Promise<void> {
  const { trx, at, commandId } = tools;
  const rows = await trx
    .selectFrom("member")
    .select("caseId")
    .distinct()
    .where("personId", "=", told.personId)
    .where("caseId", "<>", told.caseId)
    .orderBy("caseId")
    .execute();
  const others = rows.map((row) => row.caseId);
  await recordParts(
    tools,
    { at, commandIds: [commandId, ...others.map(() => newId<typeof commandId>())] },
    others,
    told,
  );
}
