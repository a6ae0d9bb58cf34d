import type { AreaPause, ContractTerm, ServiceArea } from "@kinward/domain/agency";
import type { ContractAreaId, ContractId, PlainDate } from "@kinward/domain/kernel";
import type { AreaOption } from "@kinward/domain/views";
import { inForceOn } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { PREPARED } from "../core/prepared.ts";

/** All service areas with their contract areas and counties, past and coming ones included. */
export async function loadServiceAreas(trx: ReadTrx | Trx): Promise<readonly ServiceArea[]> {
  const { rows } = await sql<{ area: ServiceArea }>`${PREPARED}
    SELECT jsonb_strip_nulls(jsonb_build_object('id', s.service_area_id, 'name', s.name, 'contractAreas', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', a.contract_area_id, 'subareaName', a.subarea_name, 'from', a.from_on, 'to', a.to_on,
        'counties', coalesce((
          SELECT jsonb_agg(jsonb_build_object('county', c.county, 'from', c.from_on, 'to', c.to_on) ORDER BY c.county, c.from_on)
          FROM app.contract_area_county c WHERE c.contract_area_id = a.contract_area_id), '[]'))
        ORDER BY a.subarea_name NULLS FIRST, a.from_on)
      FROM app.contract_area a WHERE a.service_area_id = s.service_area_id), '[]'))) AS area
    FROM app.service_area s ORDER BY s.name`.execute(trx as Trx);
  return rows.map((row) => row.area);
}

/** "Des Moines / North" of a contract area; empty where there is none. */
export const areaNameOf = (
  areas: readonly ServiceArea[],
  contractAreaId: ContractAreaId | undefined,
): string => {
  for (const { name, contractAreas } of areas) {
    const area = contractAreas.find((one) => one.id === contractAreaId);
    if (area !== undefined)
      return area.subareaName === undefined ? name : `${name} / ${area.subareaName}`;
  }
  return "";
};

/** What a referral form offers: the areas in force on a day. */
export const areaOptions = (areas: readonly ServiceArea[], day: PlainDate): readonly AreaOption[] =>
  areas.flatMap((area): readonly AreaOption[] => {
    const inForce = area.contractAreas.filter((one) => inForceOn(one, day));
    if (inForce.length === 0) return [];
    const undivided = inForce.find((one) => one.subareaName === undefined);
    return [
      {
        serviceAreaId: area.id,
        serviceAreaName: area.name,
        subareas: inForce.flatMap((one) =>
          one.subareaName === undefined ? [] : [{ contractAreaId: one.id, name: one.subareaName }],
        ),
        ...(undivided && { contractAreaId: undivided.id }),
        counties: inForce
          .flatMap((one) =>
            one.counties
              .filter((term) => inForceOn(term, day))
              .map((term) => ({ name: term.county, contractAreaId: one.id })),
          )
          .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      },
    ];
  });

/** What the rotation of areas reads besides their heads. */
export interface AreaContracts {
  /** Activated contracts. */
  readonly contracts: readonly ContractTerm[];
  /** Contracts named for a first turn, the newest last. */
  readonly starters: readonly ContractId[];
  /** Days on which the area takes no referrals. */
  readonly pauses: readonly AreaPause[];
}

/** Activated contracts, named starters and pauses by contract area, of one area or of all. */
export async function loadAreaContracts(
  trx: ReadTrx | Trx,
  only?: ContractAreaId,
): Promise<ReadonlyMap<ContractAreaId, AreaContracts>> {
  const { rows } = await sql<AreaContracts & { areaId: ContractAreaId }>`${PREPARED}
    SELECT a.contract_area_id AS area_id,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.contract_id, 'organizationId', c.organization_id, 'position', c.position,
          'from', c.from_on, 'to', c.to_on, 'subcontractors', coalesce((
            SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('organizationId', s.organization_id, 'from', s.from_on, 'to', s.to_on)))
            FROM app.contract_subcontractor s WHERE s.contract_id = c.contract_id), '[]')) ORDER BY c.from_on, c.position)
        FROM app.contract c WHERE c.contract_area_id = a.contract_area_id AND c.activated_at IS NOT NULL), '[]') AS contracts,
      coalesce((SELECT jsonb_agg(t.contract_id ORDER BY t.known_from, t.area_starter_id)
        FROM app.area_starter t WHERE t.contract_area_id = a.contract_area_id), '[]') AS starters,
      coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('from', p.from_on, 'resumesOn', p.resumes_on)) ORDER BY p.from_on)
        FROM app.area_pause p WHERE p.contract_area_id = a.contract_area_id), '[]') AS pauses
    FROM app.contract_area a ${only === undefined ? sql`` : sql`WHERE a.contract_area_id = ${only}`}`.execute(
    trx as Trx,
  );
  return new Map(rows.map(({ areaId, ...row }) => [areaId, row]));
}
