import { isRenewed, MOVE_AHEAD_DAYS, successorsOf } from "@kinward/domain/approval";
import {
  addDays,
  type ContractAreaId,
  type ContractId,
  maxDate,
  type OrganizationId,
  type PlainDate,
} from "@kinward/domain/kernel";
import type { EndingContract } from "@kinward/domain/views";
import { sql } from "kysely";
import { loadAreaContracts } from "../agency/areas.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { organizationNames } from "./overview.ts";

interface Row {
  readonly contractId: ContractId;
  readonly contractAreaId: ContractAreaId;
  readonly organizationId: OrganizationId;
  readonly areaName: string;
  readonly endsOn: PlainDate;
  readonly cases: EndingContract["cases"];
  readonly moveOpen: boolean;
}

/**
 * Contracts that have ended or end within 30 days with services that go on, and who could take them over (DEC-42).
 * Where the organization goes on under another contract nothing has to move.
 */
export async function listEndingContracts(
  trx: ReadTrx,
  today: PlainDate,
): Promise<readonly EndingContract[]> {
  const { rows } = await sql<Row>`
    SELECT t.contract_id, t.contract_area_id, t.organization_id, concat_ws(' / ', s.name, a.subarea_name) AS area_name,
      t.to_on AS ends_on, o.cases,
      EXISTS (SELECT FROM app.proposal p WHERE p.kind = 'CASE_MOVE' AND p.decision IS NULL
        AND p.subject_kind = 'CONTRACT' AND p.subject_id = t.contract_id::text) AS move_open
    FROM app.contract t
    JOIN app.contract_area a USING (contract_area_id) JOIN app.service_area s USING (service_area_id)
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('episodeId', e.episode_id, 'caseNumber', c.number, 'serviceType', e.service_type,
        'effectiveDate', e.effective_date) ORDER BY c.number, e.no) AS cases
      FROM app.episode_contractor k
      JOIN app.episode e USING (episode_id)
      JOIN app.case_record c ON c.case_id = e.case_id
      JOIN app.referral r ON r.episode_id = e.episode_id
      WHERE k.contract_id = t.contract_id AND k.to_on IS NULL AND r.withdrawn_on IS NULL
        AND (e.last_service_day IS NULL OR e.last_service_day > t.to_on)
    ) o
    WHERE t.activated_at IS NOT NULL AND t.to_on <= ${addDays(today, MOVE_AHEAD_DAYS)} AND o.cases IS NOT NULL
    ORDER BY t.to_on, area_name`.execute(trx as unknown as Trx);
  if (rows.length === 0) return [];
  const [areas, names] = [await loadAreaContracts(trx), await organizationNames(trx)];
  return rows.flatMap(({ organizationId, ...row }): readonly EndingContract[] => {
    const contracts = areas.get(row.contractAreaId)?.contracts ?? [];
    const ending = contracts.find((one) => one.id === row.contractId);
    if (ending === undefined || isRenewed(ending, contracts)) return [];
    return [
      {
        ...row,
        organizationName: names.get(organizationId) ?? "",
        successors: successorsOf(ending, contracts, today).map((one) => ({
          contractId: one.id,
          organizationName: names.get(one.organizationId) ?? "",
          servesFrom: maxDate(addDays(ending.to, 1), one.from),
        })),
      },
    ];
  });
}
