import type { Contract, CountyTerm } from "@kinward/domain/agency";
import type { ContractAreaId, ContractId, PlainDate, ServiceAreaId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { newId } from "../core/values.ts";

export { loadAreaContracts, loadServiceAreas } from "../agency/areas.ts";

/** A contract with the names that lists show, and its open episodes. */
export interface NamedContract extends Contract {
  readonly organizationName: string;
  readonly subcontractorNames: readonly string[];
  readonly openCases: number;
}

/** Contracts of one area or of all, those not activated included, by first day and position. */
export async function loadContracts(
  trx: ReadTrx | Trx,
  only: { readonly contractAreaId?: ContractAreaId; readonly contractId?: ContractId } = {},
): Promise<readonly NamedContract[]> {
  const { rows } = await sql<{ contract: NamedContract }>`
    SELECT jsonb_strip_nulls(jsonb_build_object(
      'id', c.contract_id, 'contractAreaId', c.contract_area_id, 'organizationId', c.organization_id,
      'organizationName', o.name, 'position', c.position, 'from', c.from_on, 'to', c.to_on,
      'procurementRef', c.procurement_ref, 'crisisContact', c.crisis_contact, 'capacities', to_jsonb(c.capacities),
      'active', c.activated_at IS NOT NULL,
      'rates', coalesce((SELECT jsonb_agg(jsonb_build_object('cents', r.cents, 'from', r.from_on, 'to', r.to_on) ORDER BY r.from_on)
        FROM app.contract_rate r WHERE r.contract_id = c.contract_id), '[]'),
      'subcontractors', coalesce((SELECT jsonb_agg(jsonb_build_object('organizationId', s.organization_id, 'from', s.from_on, 'to', s.to_on) ORDER BY s.from_on, s.contract_subcontractor_id)
        FROM app.contract_subcontractor s WHERE s.contract_id = c.contract_id), '[]'),
      'subcontractorNames', coalesce((SELECT jsonb_agg(p.name ORDER BY s.from_on, s.contract_subcontractor_id)
        FROM app.contract_subcontractor s JOIN app.organization p USING (organization_id) WHERE s.contract_id = c.contract_id), '[]'),
      'openCases', (SELECT count(*) FROM app.episode_contractor e JOIN app.episode p USING (episode_id)
        WHERE e.contract_id = c.contract_id AND e.to_on IS NULL AND NOT p.withdrawn AND (p.last_service_day IS NULL OR p.last_service_day >= app.today()))
    )) AS contract
    FROM app.contract c JOIN app.organization o USING (organization_id)
    WHERE true ${only.contractAreaId === undefined ? sql`` : sql`AND c.contract_area_id = ${only.contractAreaId}`}
      ${only.contractId === undefined ? sql`` : sql`AND c.contract_id = ${only.contractId}`}
    ORDER BY c.from_on, c.position, c.contract_id`.execute(trx as Trx);
  return rows.map((row) => row.contract);
}

/** Areas whose ledger has a line, so that the named starter decides nothing more. */
export async function areasWithTurns(trx: ReadTrx): Promise<ReadonlySet<ContractAreaId>> {
  const rows = await trx.selectFrom("ledgerLine").select("contractAreaId").distinct().execute();
  return new Set(rows.map((row) => row.contractAreaId));
}

/** The pair of contracts whose turns have begun last in an area. */
export async function pairWithTurns(
  trx: Trx,
  contractAreaId: ContractAreaId,
): Promise<readonly ContractId[]> {
  const row = await trx
    .selectFrom("rotationEpoch")
    .select(["firstContractId", "secondContractId"])
    .where("contractAreaId", "=", contractAreaId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? [] : [row.firstContractId, row.secondContractId];
}

/** Takes the areas' rows, so that two administrators change contracts and counties one after the other. */
export async function lockAreas(trx: Trx): Promise<void> {
  await trx
    .selectFrom("contractArea")
    .select("contractAreaId")
    .orderBy("contractAreaId")
    .forNoKeyUpdate()
    .execute();
}

export async function insertArea(
  trx: Trx,
  area: {
    readonly serviceAreaId: ServiceAreaId;
    readonly subareaName?: string | undefined;
    readonly from: PlainDate;
  },
): Promise<ContractAreaId> {
  const contractAreaId = newId<ContractAreaId>();
  const { serviceAreaId, subareaName, from } = area;
  await trx
    .insertInto("contractArea")
    .values({ contractAreaId, serviceAreaId, subareaName: subareaName ?? null, fromOn: from })
    .execute();
  return contractAreaId;
}

export const endArea = async (
  trx: Trx,
  contractAreaId: ContractAreaId,
  toOn: PlainDate,
): Promise<void> =>
  void (await trx
    .updateTable("contractArea")
    .set({ toOn })
    .where("contractAreaId", "=", contractAreaId)
    .execute());

/** Ends a county's term in an area with its last day. */
export async function endCounty(
  trx: Trx,
  contractAreaId: ContractAreaId,
  term: CountyTerm & { readonly to: PlainDate },
): Promise<void> {
  await trx
    .updateTable("contractAreaCounty")
    .set({ toOn: term.to })
    .where("contractAreaId", "=", contractAreaId)
    .where("county", "=", term.county)
    .where("fromOn", "=", term.from)
    .execute();
}

export async function beginCounty(
  trx: Trx,
  { contractAreaId, county, from }: CountyTerm & { readonly contractAreaId: ContractAreaId },
): Promise<void> {
  await trx
    .insertInto("contractAreaCounty")
    .values({ contractAreaCountyId: newId(), contractAreaId, county, fromOn: from })
    .execute();
}
