import type { ReadTrx } from "@kinward/db";
import { loadAreaContracts } from "@kinward/db/admin";
import { loadPolicyBook } from "@kinward/db/policy";
import { type AreaRotation, loadTails } from "@kinward/db/rotation";
import { orderNow, rotationRulesOn } from "@kinward/domain/assignment";
import type { PlainDate } from "@kinward/domain/kernel";
import type { RotationRow } from "@kinward/domain/views";

/** Areas as they stand today: balance, next turn and what is still to be repaid. */
export async function rotationRows(
  trx: ReadTrx,
  areas: readonly AreaRotation[],
  today: PlainDate,
): Promise<readonly RotationRow[]> {
  const contracts = await loadAreaContracts(trx);
  const tails = await loadTails(trx);
  const rules = rotationRulesOn(await loadPolicyBook(trx, "IA_FSRP"), today);
  return areas.map(({ contractAreaId, name, to, head, pauses }) => {
    const now = orderNow(
      head,
      contracts.get(contractAreaId) ?? { contracts: [], starters: [] },
      today,
      rules,
      tails.get(contractAreaId) ?? [],
    );
    return {
      contractAreaId,
      name,
      ...(to !== undefined && to < today ? { endedOn: to } : {}),
      lines: head.seq,
      ...(now.epoch && {
        epoch: { number: now.epoch.number, from: now.epoch.from, pair: now.epoch.contractors },
      }),
      lanes: now.lanes.map(({ pool, ...lane }) => ({
        ...lane,
        turns: [pool[0]?.turns ?? 0, pool[1]?.turns ?? 0] as const,
      })),
      refusals: now.refusals,
      pauses: pauses.filter(({ resumesOn }) => resumesOn === undefined || resumesOn > today),
    };
  });
}
