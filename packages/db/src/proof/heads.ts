import { GENESIS_HASH } from "@kinward/domain/assignment";
import type { ContractAreaId, Instant, OrganizationId } from "@kinward/domain/kernel";
import type { AreaHeadView } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";

/** @param of only the areas in which this organization holds or held a contract */
export async function listHeads(
  trx: ReadTrx | Trx,
  of?: OrganizationId,
): Promise<readonly AreaHeadView[]> {
  const { rows } = await sql<{
    contractAreaId: ContractAreaId;
    areaName: string;
    seq: number | null;
    hash: string | null;
    at: Instant | null;
    checkpoint: NonNullable<AreaHeadView["checkpoint"]> | null;
    checkpoints: number;
  }>`
    SELECT a.contract_area_id, concat_ws(' / ', s.name, a.subarea_name) AS area_name, l.seq, l.hash, l.line ->> 'at' AS at,
      (SELECT jsonb_build_object('day', c.on_date, 'seq', c.seq, 'hash', c.checkpoint -> 'hash', 'key', c.key_id)
        FROM app.checkpoint c WHERE c.contract_area_id = a.contract_area_id ORDER BY c.number DESC LIMIT 1) AS checkpoint,
      (SELECT count(*)::int FROM app.checkpoint c WHERE c.contract_area_id = a.contract_area_id) AS checkpoints
    FROM app.contract_area a JOIN app.service_area s USING (service_area_id)
    LEFT JOIN LATERAL (SELECT seq, hash, line FROM app.ledger_line WHERE contract_area_id = a.contract_area_id
      ORDER BY seq DESC LIMIT 1) l ON true
    ${
      of === undefined
        ? sql``
        : sql`WHERE EXISTS (SELECT FROM app.contract c WHERE c.contract_area_id = a.contract_area_id AND c.organization_id = ${of})`
    }
    ORDER BY area_name, a.from_on`.execute(trx as Trx);
  return rows.map(({ seq, hash, at, checkpoint, ...row }) => ({
    ...row,
    seq: seq ?? 0,
    hash: hash ?? GENESIS_HASH,
    ...(at !== null && { at }),
    ...(checkpoint !== null && { checkpoint }),
  }));
}
