import type { ContractInput, Subcontract } from "@kinward/domain/agency";
import type {
  ContractAreaId,
  ContractId,
  Instant,
  OrganizationId,
  PlainDate,
} from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { Trx } from "../core/client.ts";
import { newId } from "../core/values.ts";

/** Writes a contract down, or what has changed of it. */
export async function saveContract(
  trx: Trx,
  contractId: ContractId,
  input: ContractInput,
): Promise<void> {
  const fields = {
    contractAreaId: input.contractAreaId,
    organizationId: input.organizationId,
    position: input.position,
    fromOn: input.from,
    toOn: input.to,
    procurementRef: input.procurementRef.trim(),
    crisisContact: input.crisisContact?.trim() || null,
    capacities: sql<readonly string[]>`${input.capacities}::text[]`,
  };
  await trx
    .insertInto("contract")
    .values({ contractId, ...fields })
    .onConflict((conflict) => conflict.column("contractId").doUpdateSet(fields))
    .execute();
}

/**
 * The monthly rate from a day on, which is the contract's first while it has not begun; the former rate ends the day
 * before.
 */
export async function setRate(
  trx: Trx,
  contractId: ContractId,
  cents: number,
  from: PlainDate,
): Promise<void> {
  const current = await trx
    .selectFrom("contractRate")
    .select(["contractRateId", "cents", "fromOn"])
    .where("contractId", "=", contractId)
    .where("toOn", "is", null)
    .executeTakeFirst();
  if (current?.cents === cents) return;
  if (current !== undefined) {
    const change = current.fromOn < from ? { toOn: sql<PlainDate>`${from}::date - 1` } : { cents };
    await trx
      .updateTable("contractRate")
      .set(change)
      .where("contractRateId", "=", current.contractRateId)
      .execute();
    if (current.fromOn >= from) return;
  }
  await trx
    .insertInto("contractRate")
    .values({ contractRateId: newId(), contractId, cents, fromOn: from })
    .execute();
}

export const activateContract = async (
  trx: Trx,
  contractId: ContractId,
  at: Instant,
): Promise<void> =>
  void (await trx
    .updateTable("contract")
    .set({ activatedAt: at })
    .where("contractId", "=", contractId)
    .execute());

export async function insertSubcontractor(
  trx: Trx,
  contractId: ContractId,
  { organizationId, from, to }: Subcontract,
): Promise<void> {
  await trx
    .insertInto("contractSubcontractor")
    .values({
      contractSubcontractorId: newId(),
      contractId,
      organizationId,
      fromOn: from,
      toOn: to ?? null,
    })
    .execute();
}

export async function endSubcontractor(
  trx: Trx,
  contractId: ContractId,
  organizationId: OrganizationId,
  from: PlainDate,
  toOn: PlainDate,
): Promise<void> {
  await trx
    .updateTable("contractSubcontractor")
    .set({ toOn })
    .where("contractId", "=", contractId)
    .where("organizationId", "=", organizationId)
    .where("fromOn", "=", from)
    .execute();
}

export async function insertStarter(
  trx: Trx,
  starter: {
    readonly contractAreaId: ContractAreaId;
    readonly contractId: ContractId;
    readonly from: PlainDate;
  },
): Promise<void> {
  const { contractAreaId, contractId, from } = starter;
  await trx
    .insertInto("areaStarter")
    .values({ areaStarterId: newId(), contractAreaId, contractId, fromOn: from })
    .execute();
}
