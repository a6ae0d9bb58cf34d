import { emptyRotation, type LedgerLine, type RotationHead } from "@kinward/domain/assignment";
import type {
  AreaPauseId,
  ContractAreaId,
  OrganizationId,
  PlainDate,
} from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";

/** A contract area with the end of its ledger. */
export interface AreaRotation {
  readonly contractAreaId: ContractAreaId;
  readonly name: string;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  readonly head: RotationHead;
  readonly pauses: readonly StoredPause[];
}

export interface StoredPause {
  readonly areaPauseId: AreaPauseId;
  readonly from: PlainDate;
  readonly resumesOn?: PlainDate;
  readonly reason: string;
}

/** Every contract area, or one, with its head and pauses, by name; one statement. */
export async function listRotations(
  trx: ReadTrx | Trx,
  only?: ContractAreaId,
): Promise<readonly AreaRotation[]> {
  const { rows } = await sql<Omit<AreaRotation, "to"> & { readonly to: PlainDate | null }>`
    SELECT a.contract_area_id, concat_ws(' / ', s.name, a.subarea_name) AS name, a.from_on AS from, a.to_on AS to, h.head,
      coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('areaPauseId', p.area_pause_id, 'from', p.from_on,
          'resumesOn', p.resumes_on, 'reason', p.reason)) ORDER BY p.from_on)
        FROM app.area_pause p WHERE p.contract_area_id = a.contract_area_id AND p.from_on IS DISTINCT FROM p.resumes_on), '[]') AS pauses
    FROM app.contract_area a JOIN app.service_area s USING (service_area_id) LEFT JOIN app.area_head h USING (contract_area_id)
    ${only === undefined ? sql`` : sql`WHERE a.contract_area_id = ${only}`}
    ORDER BY s.name, a.subarea_name NULLS FIRST, a.from_on`.execute(trx as Trx);
  return rows.map(({ to, head, ...row }) => ({
    ...row,
    head: (head as RotationHead | null) ?? emptyRotation(row.contractAreaId),
    ...(to === null ? {} : { to }),
  }));
}

/** Names of organizations by id. */
export async function organizationNames(
  trx: ReadTrx | Trx,
): Promise<ReadonlyMap<OrganizationId, string>> {
  const rows = await (trx as ReadTrx)
    .selectFrom("organization")
    .select(["organizationId", "name"])
    .execute();
  return new Map(rows.map((row) => [row.organizationId, row.name]));
}

/** Lines of the present epochs of all areas, for what their leads go back to; areas in balance have none to say. */
export async function loadTails(
  trx: ReadTrx,
): Promise<ReadonlyMap<ContractAreaId, readonly LedgerLine[]>> {
  const { rows } = await sql<{ contractAreaId: ContractAreaId; lines: readonly LedgerLine[] }>`
    SELECT l.contract_area_id, jsonb_agg(l.line ORDER BY l.seq) AS lines
    FROM app.area_head h JOIN app.ledger_line l USING (contract_area_id)
    WHERE (l.line ->> 'epoch')::integer = (h.head -> 'epoch' ->> 'number')::integer
      AND (l.line ->> 'outOfOrder' = '1' OR l.kind <> 'ASSIGNMENT' OR l.line ->> 'after' = '0')
    GROUP BY l.contract_area_id`.execute(trx as unknown as Trx);
  return new Map(rows.map((row) => [row.contractAreaId, row.lines]));
}

/** What the lines of a page do not say themselves: their epochs, and which lines of the area were taken back. */
export async function loadLineFacts(
  trx: ReadTrx,
  contractAreaId: ContractAreaId,
  seqs: readonly number[],
): Promise<{
  readonly epochs: ReadonlyMap<number, number>;
  readonly reversed: ReadonlySet<number>;
}> {
  const rows = await trx
    .selectFrom("ledgerLine")
    .select("line")
    .where("contractAreaId", "=", contractAreaId)
    .where((eb) =>
      eb.or([eb("kind", "=", "REVERSAL"), eb("seq", "in", seqs.length > 0 ? seqs : [0])]),
    )
    .execute();
  return {
    epochs: new Map(rows.map(({ line }) => [line.seq, line.epoch])),
    reversed: new Set(
      rows.flatMap(({ line }) => (line.kind === "REVERSAL" ? (line.refersToSeq ?? []) : [])),
    ),
  };
}
