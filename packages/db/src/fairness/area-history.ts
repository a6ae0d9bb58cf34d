import type {
  Arrival,
  LedgerLine,
  ReferralArrival,
  RotationEpoch,
  RotationSetting,
} from "@kinward/domain/assignment";
import type {
  ContractAreaId,
  ContractId,
  Instant,
  OrganizationId,
  PlainDate,
} from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import type { ServiceType } from "@kinward/domain/people";
import { sql } from "kysely";
import { loadAreaContracts } from "../agency/areas.ts";
import { loadEpochs } from "../assignment/read-ledger.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { type BookRef, getPolicyBook } from "../policy/books.ts";
import { SUBMITTED_ON } from "./turns.ts";

/** All that happened in an area, for the rotation to be run again. */
export interface AreaHistory {
  readonly setting: RotationSetting;
  readonly arrivals: readonly Arrival[];
  /** The ledger that came of it, line by line with the arrivals. */
  readonly lines: readonly LedgerLine[];
  readonly epochs: readonly RotationEpoch[];
  /** The book that decided an arrival. */
  readonly book: (arrival: Arrival) => PolicyBook;
  /** There are more lines than were asked for. */
  readonly cut: boolean;
}

interface Row {
  readonly line: LedgerLine;
  readonly serviceType: ServiceType;
  readonly on: PlainDate;
  readonly servesFrom: PlainDate | null;
  readonly safetyPlan: ReferralArrival["safetyPlan"] | null;
  readonly withdrawn: NonNullable<ReferralArrival["withdrawn"]> | null;
}

/** @param limit lines at most, from the first on */
export async function loadAreaHistory(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  limit: number,
): Promise<AreaHistory> {
  const { rows } = await sql<Row>`
    WITH related AS (${reentriesOf(contractAreaId)}),
    returned AS (
      SELECT again_id, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('withdrawnOn', withdrawn_on,
        'key', CASE WHEN area_id = ${contractAreaId} THEN referral_key END,
        'contractor', CASE WHEN area_id <> ${contractAreaId} THEN contractor END,
        'method', CASE WHEN area_id <> ${contractAreaId} THEN method END)) ORDER BY withdrawn_on) AS withdrawn
      FROM related GROUP BY again_id
    )
    SELECT l.line, r.service_type, CASE l.kind WHEN 'REVERSAL' THEN coalesce(r.withdrawn_on, ${SUBMITTED_ON})
        WHEN 'ASSIGNMENT' THEN ${SUBMITTED_ON}
        ELSE ((l.line ->> 'at')::timestamptz AT TIME ZONE (SELECT time_zone FROM app.agency))::date END AS on,
      CASE WHEN l.kind = 'MOVE' THEN (SELECT min(k.from_on) FROM app.episode_contractor k
        WHERE k.contract_area_id = l.contract_area_id AND k.seq = l.seq AND k.episode_id = r.episode_id) END AS serves_from,
      plan.safety_plan, w.withdrawn
    FROM app.ledger_line l
    JOIN app.referral r ON r.referral_key = l.referral_key
    LEFT JOIN app.referral_form f ON f.referral_id = r.referral_id AND f.kind = 'INITIAL'
    LEFT JOIN returned w ON w.again_id = r.referral_id AND l.kind = 'ASSIGNMENT'
    LEFT JOIN LATERAL (
      SELECT jsonb_strip_nulls(jsonb_build_object(
        -- Going on as FSRP is itself what ended them.
        'closedOn', CASE WHEN l.line ->> 'method' <> 'CARRY_OVER' THEN e.last_service_day END,
        'key', CASE WHEN p.contract_area_id = ${contractAreaId} THEN p.referral_key END,
        'contractor', CASE WHEN p.contract_area_id <> ${contractAreaId} THEN k.organization_id END,
        'method', CASE WHEN p.contract_area_id <> ${contractAreaId} THEN 'ROTATION' END)) AS safety_plan
      FROM app.referral p JOIN app.episode e ON e.episode_id = p.episode_id
      JOIN app.episode_contractor k ON k.episode_id = p.episode_id
      WHERE p.case_id = r.case_id AND p.service_type = 'SAFETY_PLAN' AND p.submitted_at < r.submitted_at
        AND (p.withdrawal_reversed IS NOT TRUE OR p.withdrawn_on > ${SUBMITTED_ON})
      ORDER BY e.no DESC, k.from_on DESC LIMIT 1
    ) plan ON r.service_type = 'FSRP' AND l.kind = 'ASSIGNMENT'
    WHERE l.contract_area_id = ${contractAreaId}
    ORDER BY l.seq LIMIT ${limit + 1}`.execute(trx as Trx);
  const kept = rows.slice(0, limit);
  const lines = kept.map((row) => row.line);
  const epochs = await loadEpochs(trx, contractAreaId);
  const books = await loadBooks(trx);
  return {
    setting: await loadSetting(trx, contractAreaId, lines, epochs),
    arrivals: kept.map(arrivalOf),
    lines,
    epochs,
    book: ({ policyNumber }) => {
      const book = books.get(policyNumber ?? 0);
      if (book === undefined) throw new Error(`no policy book ${policyNumber}`);
      return book;
    },
    cut: rows.length > limit,
  };
}

/**
 * Referrals whose turn was reversed, each with every later referral of the same case, or of one that shares a child with
 * it, in an area (DEC-35).
 */
export const reentriesOf = (contractAreaId: ContractAreaId) => sql`
  WITH gone AS MATERIALIZED (
    SELECT g.referral_key, g.case_id, g.contract_area_id AS area_id, g.withdrawn_on, g.submitted_at, a.seq,
      (a.line ->> 'contractor')::uuid AS contractor, a.line ->> 'method' AS method
    FROM app.referral g JOIN app.ledger_line a ON a.referral_key = g.referral_key AND a.kind = 'ASSIGNMENT'
    WHERE g.withdrawal_reversed
  ),
  family AS MATERIALIZED (
    SELECT referral_key, case_id FROM gone
    UNION
    SELECT g.referral_key, other.case_id FROM gone g
    JOIN app.member m ON m.case_id = g.case_id AND m.role = 'CHILD'
    JOIN app.member other ON other.person_id = m.person_id AND other.role = 'CHILD'
  )
  SELECT g.referral_key, g.area_id, g.seq, g.withdrawn_on, g.contractor, g.method, r.referral_id AS again_id,
    r.referral_key AS again_key, r.submitted_at AS again_at
  FROM gone g JOIN family USING (referral_key)
  JOIN app.referral r ON r.case_id = family.case_id AND r.contract_area_id = ${contractAreaId}
    AND r.submitted_at > g.submitted_at
  LEFT JOIN app.referral_form f ON f.referral_id = r.referral_id AND f.kind = 'INITIAL'
  WHERE coalesce(f.entered_on, (r.submitted_at AT TIME ZONE (SELECT time_zone FROM app.agency))::date) >= g.withdrawn_on`;

function arrivalOf({ line, serviceType, on, servesFrom, safetyPlan, withdrawn }: Row): Arrival {
  const { referralKey: key, at, policyNumber, contractor, method } = line;
  const happened = { key, on, at, policyNumber };
  switch (line.kind) {
    case "REVERSAL":
      return { kind: "WITHDRAWAL", ...happened };
    case "MOVE":
      return {
        kind: "MOVE",
        ...happened,
        successor: contractor,
        ...(servesFrom && { servesFrom }),
      };
    case "CORRECTION":
      return { kind: "CORRECTION", ...happened, contractor, counted: line.counted === 1 };
    case "ASSIGNMENT":
      return {
        kind: "REFERRAL",
        ...happened,
        serviceType,
        ...(method === "OVERRIDE" && { override: contractor }),
        ...(method === "TRANSFER" && { transfer: true as const }),
        ...(safetyPlan && { safetyPlan }),
        ...(withdrawn && { withdrawn }),
      };
  }
}

async function loadBooks(trx: ReadTrx | Trx): Promise<ReadonlyMap<number, PolicyBook>> {
  const refs = await (trx as ReadTrx)
    .selectFrom("policyBook")
    .select(["number", "digest"])
    .where("profile", "=", "IA_FSRP")
    .execute();
  const books = new Map<number, PolicyBook>();
  const all: readonly Omit<BookRef, "profile">[] = [{ number: 0 }, ...refs];
  for (const ref of all)
    books.set(ref.number, await getPolicyBook(trx, { profile: "IA_FSRP", ...ref }));
  return books;
}

/** Contracts and starters with the moment since which they were known: at the latest when an epoch began with them. */
async function loadSetting(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  lines: readonly LedgerLine[],
  epochs: readonly RotationEpoch[],
): Promise<RotationSetting> {
  const { contracts } = (await loadAreaContracts(trx, contractAreaId)).get(contractAreaId) ?? {
    contracts: [],
  };
  const { rows } = await sql<{ contractId: ContractId; activatedAt: Instant }>`
    SELECT contract_id, activated_at FROM app.contract
    WHERE contract_area_id = ${contractAreaId} AND activated_at IS NOT NULL`.execute(trx as Trx);
  const activated = new Map(rows.map((row) => [row.contractId, row.activatedAt]));
  const { rows: starters } = await sql<{ contractId: ContractId; knownFrom: Instant }>`
    SELECT contract_id, known_from FROM app.area_starter
    WHERE contract_area_id = ${contractAreaId} ORDER BY known_from, area_starter_id`.execute(
    trx as Trx,
  );

  const begun = new Map<number, Instant>();
  for (const { epoch, at } of lines) if (!begun.has(epoch)) begun.set(epoch, at);
  const firstUse = (uses: (epoch: RotationEpoch) => boolean): Instant | undefined => {
    const epoch = epochs.find(uses);
    return epoch && begun.get(epoch.number);
  };
  const earlier = (known: Instant | undefined, used: Instant | undefined) => ({
    ...(known && { knownAt: used !== undefined && used < known ? used : known }),
  });
  return {
    area: contractAreaId,
    contracts: contracts.map((term) => ({
      ...term,
      ...earlier(
        activated.get(term.id),
        firstUse((epoch) => epoch.contracts.includes(term.id)),
      ),
    })),
    starters: starters.map(({ contractId, knownFrom }) => ({
      contractId,
      ...earlier(
        knownFrom,
        firstUse((epoch) => contractOf(epoch, epoch.starter) === contractId),
      ),
    })),
  };
}

const contractOf = (epoch: RotationEpoch, organizationId: OrganizationId): ContractId =>
  epoch.contracts[epoch.contractors[0] === organizationId ? 0 : 1];
