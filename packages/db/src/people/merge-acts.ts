import type { CaseId, CommandId, Instant, Params } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { Trx } from "../core/client.ts";
import type { CommandTools } from "../core/command.ts";
import { sha256 } from "../core/digest.ts";
import { newId } from "../core/values.ts";

/** An act that concerns several cases, as it goes on. */
export interface ActOnCases {
  /** The act itself and its part in each case. */
  readonly commandIds: readonly CommandId[];
  /** What is written in `write` belongs to the part of the act in this case, and stands in the history of the case. */
  readonly inCase: (caseId: CaseId, write: () => Promise<void>) => Promise<void>;
  readonly at: Instant;
}

/**
 * Locks the cases in order and gives each its own part of the act: whoever may see one of the cases reads there what was
 * done in it, and nothing of the others.
 */
export async function beginActOnCases(
  tools: CommandTools,
  caseIds: readonly CaseId[],
): Promise<ActOnCases> {
  let { at } = tools;
  for (const caseId of caseIds.toSorted()) at = await tools.lock(caseId);
  const parts = new Map(caseIds.map((caseId) => [caseId, newId<CommandId>()]));
  return {
    commandIds: [tools.commandId, ...parts.values()],
    at,
    inCase: async (caseId, write) => {
      await actAs(tools.trx, parts.get(caseId) ?? tools.commandId);
      await write();
      await actAs(tools.trx, tools.commandId);
    },
  };
}

/** Whose former rows the history keeps from here on. */
const actAs = async (trx: Trx, commandId: CommandId | ""): Promise<void> =>
  void (await sql`SELECT set_config('app.command', ${commandId}, true)`.execute(trx));

/** Writes rows as they are, with the versions that they state. */
export async function asStated(
  trx: Trx,
  commandId: CommandId,
  write: () => Promise<void>,
): Promise<void> {
  await actAs(trx, "");
  await write();
  await actAs(trx, commandId);
}

/** Tells the part of an act in the history of each case. */
export async function recordParts(
  { trx, caller, commandId }: CommandTools,
  act: Pick<ActOnCases, "at" | "commandIds">,
  caseIds: readonly CaseId[],
  told: { readonly procedure: string; readonly reason?: string; readonly params: Params },
): Promise<void> {
  if (caller.kind !== "person") throw new Error("only people act on people");
  for (const [index, caseId] of caseIds.entries())
    await trx
      .insertInto("command")
      .values({
        commandId: act.commandIds[index + 1] as CommandId,
        procedure: told.procedure,
        actorStaffId: caller.staffId,
        organizationId: caller.organizationId ?? null,
        at: act.at,
        caseId,
        reason: told.reason ?? null,
        // No client ever repeats a part by itself.
        inputDigest: sha256(`part of ${commandId} in ${caseId}`),
        params: sql`${JSON.stringify(told.params)}::jsonb`,
        result: sql`'null'::jsonb`,
      })
      .execute();
}
