import {
  emptyRotation,
  GENESIS_HASH,
  type LedgerLine,
  orderNow,
  type RotationEpoch,
  type RotationHead,
  rotationRulesOn,
} from "@kinward/domain/assignment";
import type { ContractAreaId, Instant, PlainDate } from "@kinward/domain/kernel";
import type {
  OrderContractor,
  OrderFilter,
  OrderOverview,
  OrderShare,
} from "@kinward/domain/views";
import { sql } from "kysely";
import { loadAreaContracts } from "../agency/areas.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { loadPolicyBook } from "../policy/books.ts";
import type { OpenedArea } from "./areas.ts";
import { type BalanceRow, balanceSeries } from "./balance-series.ts";
import { filtered } from "./lines.ts";

/** Days beyond which a picture shows months. */
const DAYS_SHOWN = 92;
/** Days or months of one picture at most: the browser never gets line by line. */
const POINTS_SHOWN = 120;

interface Row {
  readonly seq: number | null;
  readonly hash: string | null;
  readonly at: Instant | null;
  readonly head: RotationHead | null;
  readonly tail: readonly LedgerLine[];
  readonly epochs: readonly RotationEpoch[];
  readonly contractors: readonly OrderContractor[];
  readonly shares: readonly OrderShare[];
  readonly balance: readonly BalanceRow[];
  readonly byMonth: boolean | null;
  readonly cut: boolean | null;
}

/**
 * Where an area stands today and how it came there: next turn and debt, shares and balance of a period. Sums are made in
 * the database, so that the answer does not grow with the ledger.
 */
export async function loadOrder(
  trx: ReadTrx | Trx,
  { contractAreaId, name }: OpenedArea,
  period: Pick<OrderFilter, "from" | "to">,
  today: PlainDate,
): Promise<OrderOverview> {
  const contracts = (await loadAreaContracts(trx, contractAreaId)).get(contractAreaId);
  const book = await loadPolicyBook(trx, "IA_FSRP");
  const row = await loadSums(trx, contractAreaId, period);
  return {
    contractAreaId,
    areaName: name,
    today,
    contractors: row.contractors,
    now: orderNow(
      row.head ?? emptyRotation(contractAreaId),
      contracts ?? { contracts: [], starters: [] },
      today,
      rotationRulesOn(book, today),
      row.tail,
    ),
    head: {
      seq: row.seq ?? 0,
      hash: row.hash ?? GENESIS_HASH,
      ...(row.at !== null && { at: row.at }),
    },
    shares: row.shares,
    balance: {
      unit: row.byMonth === true ? "MONTH" : "DAY",
      series: balanceSeries(row.balance, row.epochs),
      cut: row.cut === true,
    },
  };
}

/** Everything that is read from the ledger, by one statement. */
async function loadSums(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  period: Pick<OrderFilter, "from" | "to">,
): Promise<Row> {
  const { rows } = await sql<Row>`
    WITH line AS MATERIALIZED (
      SELECT l.seq, l.kind, l.line ->> 'method' AS method, l.line ->> 'lane' AS lane, (l.line ->> 'epoch')::int AS epoch,
        l.line ->> 'contractor' AS contractor, (l.line ->> 'counted')::int AS counted, (l.line ->> 'refersToSeq')::int AS about,
        (l.line ->> 'before')::int AS before, (l.line ->> 'after')::int AS after,
        ((l.line ->> 'at')::timestamptz AT TIME ZONE g.time_zone)::date AS day
      FROM app.ledger_line l CROSS JOIN app.agency g
      WHERE l.contract_area_id = ${contractAreaId} AND ${filtered(period)}
    ),
    span AS (SELECT max(day) - min(day) > ${DAYS_SHOWN} AS by_month FROM line),
    point AS (
      SELECT epoch, lane, CASE WHEN s.by_month THEN to_char(day, 'YYYY-MM') ELSE day::text END AS on_, seq, before, after,
        kind, counted
      FROM line CROSS JOIN span s
    ),
    placed AS (SELECT p.*, dense_rank() OVER (ORDER BY on_ DESC) AS place FROM point p),
    balance AS (
      SELECT epoch, lane, on_ AS "on", least(min(before), min(after)) AS low, greatest(max(before), max(after)) AS high,
        (array_agg(after ORDER BY seq DESC))[1] AS close, count(*) FILTER (WHERE kind = 'ASSIGNMENT' AND counted = 1) AS turns
      FROM placed WHERE place <= ${POINTS_SHOWN} GROUP BY epoch, lane, on_ ORDER BY epoch, on_, lane
    ),
    share AS (
      SELECT a.contractor, count(*) AS referrals, count(*) FILTER (WHERE method = 'ROTATION') AS "inTurn",
        count(*) FILTER (WHERE method = 'EQUALIZING') AS repaying, count(*) FILTER (WHERE method = 'OVERRIDE') AS overrides,
        count(*) FILTER (WHERE method IN ('RESUBMISSION', 'TRANSFER')) AS again,
        count(*) FILTER (WHERE method IN ('CARRY_OVER', 'FORCED')) AS uncounted,
        count(r.referral_key) AS "takenBack"
      FROM line a
      LEFT JOIN app.ledger_line r ON r.contract_area_id = ${contractAreaId} AND r.kind = 'REVERSAL'
        AND (r.line ->> 'refersToSeq')::int = a.seq
      WHERE a.kind = 'ASSIGNMENT' GROUP BY a.contractor ORDER BY a.contractor
    ),
    head AS (SELECT seq, hash, at, head FROM app.area_head WHERE contract_area_id = ${contractAreaId}),
    present AS (
      SELECT l.seq, l.line, l.line ->> 'lane' AS lane FROM app.ledger_line l, head h
      WHERE l.contract_area_id = ${contractAreaId} AND l.line -> 'epoch' = h.head -> 'epoch' -> 'number'
    ),
    even AS (SELECT lane, max(seq) AS seq FROM present WHERE line -> 'after' = '0' GROUP BY lane),
    tail AS (
      SELECT p.line FROM present p LEFT JOIN even e USING (lane) WHERE p.seq > coalesce(e.seq, 0) ORDER BY p.seq
    )
    SELECT (SELECT seq FROM head) AS seq, (SELECT hash FROM head) AS hash, (SELECT at FROM head) AS at, (SELECT head FROM head) AS head,
      coalesce((SELECT jsonb_agg(line) FROM tail), '[]') AS tail,
      coalesce((SELECT jsonb_agg(e.epoch ORDER BY e.number) FROM app.rotation_epoch e WHERE e.contract_area_id = ${contractAreaId}), '[]') AS epochs,
      coalesce((SELECT jsonb_agg(jsonb_build_object('organizationId', o.organization_id, 'name', o.name) ORDER BY o.name)
        FROM app.organization o WHERE o.organization_id IN (
          SELECT c.organization_id FROM app.contract c WHERE c.contract_area_id = ${contractAreaId})), '[]') AS contractors,
      coalesce((SELECT jsonb_agg(share) FROM share), '[]') AS shares,
      coalesce((SELECT jsonb_agg(balance) FROM balance), '[]') AS balance,
      (SELECT by_month FROM span) AS by_month, (SELECT max(place) > ${POINTS_SHOWN} FROM placed) AS cut`.execute(
    trx as Trx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error("no sums of a ledger");
  return row;
}
