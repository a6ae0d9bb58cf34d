import {
  type AssignmentMethod,
  dueTo,
  type Lane,
  LANES,
  type LedgerKind,
  type RotationEpoch,
} from "@kinward/domain/assignment";
import type {
  CaseId,
  ContractAreaId,
  Instant,
  OrganizationId,
  PlainDate,
} from "@kinward/domain/kernel";
import type { OrderEpoch, OrderFilter, OrderLine, OrderPage } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import { type CaseListScope, readableCases } from "../cases/case-list.ts";
import type { ReadTrx, Trx } from "../core/client.ts";

export const LINES_OF_A_PAGE = 50;

/** What a reader may know besides the line itself. */
export interface LineScope extends CaseListScope {
  /** Numbers of the cases that row-level security lets them find. */
  readonly seesCases: boolean;
  /** Who acted. */
  readonly seesPeople: boolean;
}

interface Row {
  readonly seq: number;
  readonly kind: LedgerKind;
  readonly lane: Lane;
  readonly method: AssignmentMethod;
  readonly counted: boolean;
  readonly outOfOrder: boolean;
  readonly contractor: OrganizationId;
  readonly before: number;
  readonly after: number;
  readonly refersToSeq: number | null;
  readonly at: Instant;
  readonly caseId: CaseId | null;
  readonly caseNumber: string | null;
  readonly mayOpen: boolean;
  readonly by: string | null;
  readonly epoch: number;
  /** Of the line before; null at the first. */
  readonly formerEpoch: number | null;
  readonly epochs: readonly RotationEpoch[];
  readonly total: number;
}

/** A day in the agency's zone as the moment on which it begins. */
const beginOf = (day: PlainDate, plus = 0): RawBuilder<unknown> => sql`
  (SELECT ((${day}::date + ${plus}::int)::timestamp AT TIME ZONE time_zone) FROM app.agency)`;

/**
 * Of a family that both contractors served, one after the other, each sees the lines of its own services only. What
 * row-level security hides is not there anyway.
 */
const ownReferral = ({ organizationId }: LineScope): RawBuilder<unknown> =>
  organizationId === undefined
    ? sql`true`
    : sql`EXISTS (SELECT FROM app.episode_contractor k
        WHERE k.episode_id = r.episode_id AND k.organization_id = ${organizationId})`;

/** Conditions of a filter on the lines `l`. */
export const filtered = ({ method, contractor, from, to }: OrderFilter): RawBuilder<unknown> => sql`
  ${
    method === undefined
      ? sql`true`
      : method === "MOVE" || method === "CORRECTION"
        ? sql`l.kind = ${method}`
        : sql`l.line ->> 'method' = ${method} AND l.kind IN ('ASSIGNMENT', 'REVERSAL')`
  }
  ${contractor === undefined ? sql`` : sql`AND l.line ->> 'contractor' = ${contractor}`}
  ${from === undefined ? sql`` : sql`AND (l.line ->> 'at')::timestamptz >= ${beginOf(from)}`}
  ${to === undefined ? sql`` : sql`AND (l.line ->> 'at')::timestamptz < ${beginOf(to, 1)}`}`;

/**
 * One page of the ledger of an area, the newest line first, by one statement: epochs stand beside the line that they
 * began with, and a case beside its line only where the reader may know it.
 */
export async function listOrderLines(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  scope: LineScope,
  filter: OrderFilter,
  page: number,
  today: PlainDate,
): Promise<OrderPage> {
  const { seesCases, seesPeople } = scope;
  const { rows } = await sql<Row>`
    WITH page AS (
      SELECT l.* FROM app.ledger_line l
      WHERE l.contract_area_id = ${contractAreaId} AND ${filtered(filter)}
      ORDER BY l.seq DESC LIMIT ${LINES_OF_A_PAGE} OFFSET ${(page - 1) * LINES_OF_A_PAGE}
    ),
    mine AS MATERIALIZED (${seesCases ? readableCases(scope, today) : sql`SELECT NULL::uuid AS case_id`})
    SELECT p.seq, p.kind, p.line ->> 'lane' AS lane, p.line ->> 'method' AS method,
      (p.line ->> 'counted')::int = 1 AS counted, (p.line ->> 'outOfOrder')::int = 1 AS out_of_order,
      p.line ->> 'contractor' AS contractor, (p.line ->> 'before')::int AS before, (p.line ->> 'after')::int AS after,
      (p.line ->> 'refersToSeq')::int AS refers_to_seq, p.line ->> 'at' AS at,
      ${
        seesCases
          ? sql`c.case_id, c.number AS case_number, c.case_id IN (SELECT case_id FROM mine) AS may_open`
          : sql`NULL AS case_id, NULL AS case_number, false AS may_open`
      },
      ${seesPeople ? sql`s.name` : sql`NULL`} AS by,
      (p.line ->> 'epoch')::int AS epoch, (f.line ->> 'epoch')::int AS former_epoch,
      coalesce((SELECT jsonb_agg(e.epoch ORDER BY e.number) FROM app.rotation_epoch e
        WHERE e.contract_area_id = p.contract_area_id
          AND e.number BETWEEN coalesce((f.line ->> 'epoch')::int, 1) AND (p.line ->> 'epoch')::int), '[]') AS epochs,
      (SELECT count(*)::int FROM app.ledger_line l
        WHERE l.contract_area_id = ${contractAreaId} AND ${filtered(filter)}) AS total
    FROM page p LEFT JOIN app.ledger_line f ON f.contract_area_id = p.contract_area_id AND f.seq = p.seq - 1
    ${
      seesCases
        ? sql`LEFT JOIN app.referral r ON r.referral_key = p.referral_key AND ${ownReferral(scope)}
            LEFT JOIN app.case_record c ON c.case_id = r.case_id`
        : sql``
    }
    ${
      seesPeople
        ? sql`LEFT JOIN app.command k ON k.command_id = p.command_id LEFT JOIN app.staff s ON s.staff_id = k.actor_staff_id`
        : sql``
    }
    ORDER BY p.seq DESC`.execute(trx as Trx);
  return {
    rows: rows.map(orderLine),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: LINES_OF_A_PAGE,
  };
}

function orderLine({ caseId, caseNumber, mayOpen, by, refersToSeq, ...row }: Row): OrderLine {
  const { seq, kind, lane, method, counted, outOfOrder, contractor, before, after, at } = row;
  const epoch = row.epochs.find((one) => one.number === row.epoch);
  const due = dueTo({ kind, method, contractor, outOfOrder: outOfOrder ? 1 : 0 }, epoch);
  return {
    seq,
    kind,
    lane,
    method,
    counted,
    outOfOrder,
    contractor,
    before,
    after,
    at,
    ...(due !== undefined && { dueTo: due }),
    ...(epoch && { pair: pairOf(epoch) }),
    ...(refersToSeq !== null && { refersToSeq }),
    ...(caseId !== null && caseNumber !== null && { case: { caseId, caseNumber, mayOpen } }),
    ...(by !== null && { by }),
    begun: row.epochs.filter(({ number }) => number > (row.formerEpoch ?? 0)).map(orderEpoch),
  };
}

const pairOf = ({ contractors: [first, second] }: RotationEpoch) => ({ first, second });

const orderEpoch = (epoch: RotationEpoch): OrderEpoch => ({
  number: epoch.number,
  from: epoch.from,
  pair: pairOf(epoch),
  starter: epoch.starter,
  opening: LANES.flatMap((lane) => {
    const balance = epoch.opening[lane]?.balance ?? 0;
    return balance === 0 ? [] : [{ lane, balance }];
  }),
});
