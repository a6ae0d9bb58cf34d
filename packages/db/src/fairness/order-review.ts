import type { Reentry, ShareGroup, Submission } from "@kinward/domain/fairness";
import type { ContractAreaId, OrganizationId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import { system, userOf } from "../core/caller.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { reentriesOf } from "./area-history.ts";
import { SUBMITTED_ON, standingTurns } from "./turns.ts";

/** Reversed referrals of an area that came back there in a period, each with the first referral after it. */
export async function loadReentries(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  from: PlainDate,
  to: PlainDate,
): Promise<readonly Reentry[]> {
  const { rows } = await sql<Reentry>`
    WITH related AS (${reentriesOf(contractAreaId)})
    SELECT DISTINCT ON (w.referral_key) w.seq, w.withdrawn_on, l.seq AS again_seq, ${SUBMITTED_ON} AS again_on,
      w.contractor AS from, l.line ->> 'contractor' AS to, l.line ->> 'method' AS method
    FROM related w
    JOIN app.ledger_line l ON l.referral_key = w.again_key AND l.kind = 'ASSIGNMENT'
    LEFT JOIN app.referral_form f ON f.referral_id = w.again_id AND f.kind = 'INITIAL'
    WHERE w.area_id = ${contractAreaId} AND ${SUBMITTED_ON} BETWEEN ${from} AND ${to}
    ORDER BY w.referral_key, w.again_at`.execute(trx as Trx);
  return rows.toSorted((a, b) => a.againSeq - b.againSeq);
}

/** Overrides among the counted turns, by who asked and by who got them. */
export interface OverrideCounts {
  readonly byWorker: readonly ShareGroup[];
  readonly byContractor: readonly ShareGroup[];
}

export async function countOverrides(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  from: PlainDate,
  to: PlainDate,
): Promise<OverrideCounts> {
  const { rows } = await sql<
    { worker: StaffId | null; contractor: OrganizationId | null } & Omit<ShareGroup, "id">
  >`
    WITH turns AS (${standingTurns(contractAreaId, from, to)})
    SELECT submitted_by AS worker, contractor, count(*) FILTER (WHERE method = 'OVERRIDE')::int AS hits, count(*)::int AS of
    FROM turns GROUP BY GROUPING SETS ((submitted_by), (contractor))
    ORDER BY submitted_by, contractor`.execute(trx as Trx);
  const groups = (field: "worker" | "contractor") =>
    rows.flatMap(({ hits, of, ...row }): readonly ShareGroup[] => {
      const id = row[field];
      return id === null ? [] : [{ id, hits, of }];
    });
  return { byWorker: groups("worker"), byContractor: groups("contractor") };
}

/**
 * When the draft of each referral of a period was last changed and when it was submitted. A draft is its writer's, so its
 * times are read as the system: nothing of its content is.
 */
export async function loadSubmissions(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  from: PlainDate,
  to: PlainDate,
): Promise<readonly Submission[]> {
  const { rows: asking } = await sql<{ user: string }>`
    SELECT current_setting('app.user') AS user, set_config('app.user', ${userOf(system("order review"))}, true)`.execute(
    trx as Trx,
  );
  const { rows } = await sql<Submission>`
    SELECT l.seq, d.saved_at AS ready_at, d.submitted_at, d.staff_id AS worker
    FROM app.ledger_line l
    JOIN app.referral r ON r.referral_key = l.referral_key
    -- A draft and the referral that it became share their moment.
    JOIN app.draft d ON d.staff_id = r.submitted_by AND d.submitted_at = r.submitted_at AND d.kind = 'REFERRAL'
    LEFT JOIN app.referral_form f ON f.referral_id = r.referral_id AND f.kind = 'INITIAL'
    WHERE l.contract_area_id = ${contractAreaId} AND l.kind = 'ASSIGNMENT'
      AND ${SUBMITTED_ON} BETWEEN ${from} AND ${to}
    ORDER BY l.seq`.execute(trx as Trx);
  // A statement that fails ends the transaction, so there is nothing to put back then.
  await sql`SELECT set_config('app.user', ${asking[0]?.user ?? ""}, true)`.execute(trx as Trx);
  return rows;
}

/** Names of staff by their ids. */
export async function staffNames(
  trx: ReadTrx | Trx,
  ids: readonly StaffId[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await (trx as ReadTrx)
    .selectFrom("staff")
    .select(["staffId", "name"])
    .where("staffId", "in", [...ids])
    .execute();
  return new Map(rows.map((row) => [row.staffId, row.name]));
}

/** Names of organizations by their ids. */
export async function organizationNames(
  trx: ReadTrx | Trx,
  ids: readonly OrganizationId[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await (trx as ReadTrx)
    .selectFrom("organization")
    .select(["organizationId", "name"])
    .where("organizationId", "in", [...ids])
    .execute();
  return new Map(rows.map((row) => [row.organizationId, row.name]));
}
