import type { CaseId, CommandId, Instant, Params } from "@kinward/domain/kernel";
import type { Trx } from "../core/client.ts";
import type { CommandTools } from "../core/command.ts";
import { actingAs, recordOwnAct } from "../core/own-act.ts";
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
      await actingAs(tools.trx, parts.get(caseId) ?? tools.commandId);
      await write();
      await actingAs(tools.trx, tools.commandId);
    },
  };
}

/** Writes rows as they are, with the versions that they state. */
export async function asStated(
  trx: Trx,
  commandId: CommandId,
  write: () => Promise<void>,
): Promise<void> {
  await actingAs(trx, "");
  await write();
  await actingAs(trx, commandId);
}

/** Tells the part of an act in the history of each case. */
export async function recordParts(
  tools: CommandTools,
  { at, commandIds }: Pick<ActOnCases, "at" | "commandIds">,
  caseIds: readonly CaseId[],
  told: { readonly procedure: string; readonly reason?: string; readonly params: Params },
): Promise<void> {
  const { procedure, reason } = told;
  for (const [index, caseId] of caseIds.entries()) {
    const commandId = commandIds[index + 1] as CommandId;
    const act = { commandId, procedure, at, caseId, ...(reason !== undefined && { reason }) };
    await recordOwnAct(tools, act, told.params);
  }
}
