import { type AreaPause, findPauseOn } from "@kinward/domain/agency";
import type { AreaPauseId, ContractAreaId, PlainDate } from "@kinward/domain/kernel";
import type { PausedArea } from "@kinward/domain/views";
import type { ReadTrx, Trx } from "../core/client.ts";
import { newId, present } from "../core/values.ts";

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

/** The areas that take no referrals on a day, and until when. */
export async function listPausedAreas(
  trx: ReadTrx,
  day: PlainDate,
): Promise<readonly PausedArea[]> {
  const rows = await trx
    .selectFrom("areaPause")
    .select(["contractAreaId", "fromOn as from", "resumesOn"])
    .where((eb) => eb.or([eb("resumesOn", "is", null), eb("resumesOn", ">", day)]))
    .execute();
  const pauses = rows.map((row) => present(row));
  return [...Map.groupBy(pauses, (pause) => pause.contractAreaId)].flatMap(
    ([contractAreaId, ofArea]) => {
      const pause = findPauseOn(ofArea, day);
      if (pause === undefined) return [];
      return [{ contractAreaId, ...(pause.resumesOn && { resumesOn: pause.resumesOn }) }];
    },
  );
}
