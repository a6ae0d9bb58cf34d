import type { AreaPause } from "@kinward/domain/agency";
import type { AreaPauseId, ContractAreaId } from "@kinward/domain/kernel";
import type { Trx } from "../core/client.ts";
import { newId } from "../core/values.ts";

/** Writes a pause that was decided. The caller holds the areas' rows. */
export async function insertPause(
  trx: Trx,
  contractAreaId: ContractAreaId,
  { from, resumesOn }: AreaPause,
  reason: string,
): Promise<AreaPauseId> {
  const areaPauseId = newId<AreaPauseId>();
  await trx
    .insertInto("areaPause")
    .values({
      areaPauseId,
      contractAreaId,
      fromOn: from,
      resumesOn: resumesOn ?? null,
      reason: reason.trim(),
    })
    .execute();
  return areaPauseId;
}

/** Sets the day on which an area takes referrals again. */
export async function resumeArea(
  trx: Trx,
  contractAreaId: ContractAreaId,
  pause: AreaPause,
): Promise<void> {
  await trx
    .updateTable("areaPause")
    .set({ resumesOn: pause.resumesOn ?? null })
    .where("contractAreaId", "=", contractAreaId)
    .where("fromOn", "=", pause.from)
    .where((eb) => eb.or([eb("resumesOn", "is", null), eb("resumesOn", "<>", pause.from)]))
    .execute();
}
