import { bucketBounds } from "@kinward/domain/contacts";
import {
  addDays,
  type ContractAreaId,
  type OrganizationId,
  type PlainDate,
  type StaffId,
} from "@kinward/domain/kernel";
import type {
  CasePage,
  CaseRow,
  CaseSort,
  CaseStage,
  DueFilter,
  Role,
  SeenFilter,
} from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import { staffAndCovered, staffBelow } from "../accounts/relation.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { PREPARED } from "../core/prepared.ts";
import { present } from "../core/values.ts";
import { LIST_KIND } from "../duties/duty-row.ts";
import { withinService } from "./within-service.ts";

export interface CaseListScope {
  readonly staffId: StaffId;
  /** Absent: the Department. */
  readonly organizationId?: OrganizationId;
  readonly roles: readonly Role[];
}
export interface CaseListQuery {
  readonly page: number;
  readonly sort: CaseSort;
  readonly direction: "ascending" | "descending";
  readonly filter: {
    readonly text?: string;
    readonly stage?: CaseStage;
    readonly contractAreaId?: ContractAreaId;
    readonly organizationId?: OrganizationId;
    readonly workerId?: StaffId;
    readonly coordinatorId?: StaffId;
    readonly late?: boolean;
    readonly due?: DueFilter;
    readonly seen?: SeenFilter;
  };
  /** Rows of a page; the usual number where missing. */
  readonly pageSize?: number;
}

export const CASES_OF_A_PAGE = 50;

/** Whose cases a list shows without asking for a reason: own, those of the same team, those below, the organization's, and those of whom one covers. */
export const readableCases = (
  { staffId, organizationId, roles }: CaseListScope,
  today: PlainDate,
): RawBuilder<unknown> => {
  if (roles.includes("AUDITOR")) return sql`SELECT case_id FROM app.case_record`;
  const self = staffAndCovered(staffId, today);
  if (organizationId !== undefined)
    return roles.includes("CONTRACTOR_SUPERVISOR") || roles.includes("INTAKE")
      ? sql`SELECT o.case_id FROM app.case_org o WHERE o.organization_id = ${organizationId}`
      : sql`SELECT k.case_id FROM app.coordinator k WHERE k.staff_id IN (${self})
          UNION SELECT t.case_id FROM app.case_team t WHERE t.staff_id IN (${self})`;
  const teammates = sql`SELECT theirs.staff_id FROM app.supervisor_line mine
    JOIN app.supervisor_line theirs ON theirs.supervisor_id = mine.supervisor_id
    WHERE mine.staff_id IN (${self}) AND mine.from_on <= ${today} AND (mine.to_on IS NULL OR mine.to_on >= ${today})
      AND theirs.from_on <= ${today} AND (theirs.to_on IS NULL OR theirs.to_on >= ${today})`;
  const whose = roles.includes("SUPERVISOR")
    ? sql`t.staff_id IN (${staffBelow(self, today)})`
    : roles.includes("CASEWORKER")
      ? sql`t.staff_id IN (${self} UNION ALL ${teammates})`
      : sql`false`;
  return sql`SELECT t.case_id FROM app.case_team t WHERE ${whose}`;
};

const ORDER: Readonly<Record<CaseSort, RawBuilder<unknown>>> = {
  family: sql`f.family_name`,
  number: sql`f.number`,
  area: sql`f.area_name`,
  worker: sql`f.worker_name`,
  coordinator: sql`f.coordinator_name`,
  nextDue: sql`f.next_due_on`,
  lastSeen: sql`f.child_last_seen_on`,
  stage: sql`f.stage`,
  opened: sql`f.opened_on`,
};

/** Area, contractor and coordinator of the newest service of a case `c`; a contractor's own, and its last coordinator there. */
export const serviceOn = (today: PlainDate, own?: OrganizationId): RawBuilder<unknown> => sql`
  SELECT a.name || coalesce(' / ' || ca.subarea_name, '') AS area_name, ca.contract_area_id, g.organization_id, g.name AS contractor_name, k.staff_id AS coordinator_id, k.name AS coordinator_name
  FROM app.episode e
  JOIN app.episode_contractor ec ON ec.episode_id = e.episode_id ${own === undefined ? sql`` : sql`AND ec.organization_id = ${own}`}
  LEFT JOIN LATERAL (SELECT s.staff_id, s.name FROM app.coordinator k JOIN app.staff s ON s.staff_id = k.staff_id
    WHERE k.episode_id = e.episode_id ${own === undefined ? sql`` : sql`AND k.from_on <= coalesce(ec.to_on, k.from_on)`}
    ORDER BY (k.from_on <= ${today}) DESC, k.from_on DESC LIMIT 1) k ON true
  JOIN app.organization g ON g.organization_id = ec.organization_id
  JOIN app.contract_area ca ON ca.contract_area_id = ec.contract_area_id
  JOIN app.service_area a ON a.service_area_id = ca.service_area_id
  WHERE e.case_id = c.case_id AND NOT e.withdrawn ORDER BY e.no DESC, ec.from_on DESC LIMIT 1`;

export const workerOn = (today: PlainDate): RawBuilder<unknown> => sql`
  SELECT s.staff_id, s.name FROM app.case_team t JOIN app.staff s ON s.staff_id = t.staff_id
  WHERE t.case_id = c.case_id AND t.role = 'CASEWORKER' AND (t.to_on IS NULL OR t.to_on >= ${today})
  ORDER BY (t.from_on <= ${today}) DESC, t.from_on DESC LIMIT 1`;

interface Row extends Omit<CaseRow, "caseNumber" | "lastSeenOn"> {
  readonly number: string;
  readonly childLastSeenOn: PlainDate | null;
  readonly total: number;
}

/** One page of the cases that someone may read, by one statement. */
export async function listCases(
  trx: ReadTrx,
  scope: CaseListScope,
  { page, sort, direction, filter, pageSize = CASES_OF_A_PAGE }: CaseListQuery,
  today: PlainDate,
): Promise<CasePage> {
  const { late } = bucketBounds(today);
  const text = filter.text?.trim();
  const own = scope.organizationId;
  const side = scope.organizationId === undefined ? sql`true` : sql`d.owner = 'CONTRACTOR'`;
  const due = (cases: RawBuilder<unknown>) => sql`
    SELECT d.case_id, min(d.due_on) FILTER (WHERE ${LIST_KIND} = ANY (${late.kinds}::text[]) OR d.due_on >= ${today}) AS next_due_on,
      count(*) FILTER (WHERE ${LIST_KIND} = ANY (${late.kinds}::text[]) AND d.due_on <= ${late.dueTo ?? null})::int AS late
    FROM app.duty d WHERE ${cases} AND d.settled_on IS NULL AND d.cancelled_on IS NULL AND ${side}
      AND ${withinService(own, { caseId: "d.case_id", day: "d.opens_on" })}`;
  const seen = { caseId: "c.case_id", day: "c.child_last_seen_on" };
  // Only what sorting and filtering need is computed for every case; the rest for the page alone.
  const needsService =
    ["area", "coordinator"].includes(sort) ||
    filter.contractAreaId !== undefined ||
    filter.organizationId !== undefined ||
    filter.coordinatorId !== undefined ||
    Boolean(text);
  const needsWorker = sort === "worker" || filter.workerId !== undefined || Boolean(text);
  const needsDue = sort === "nextDue" || filter.late === true || filter.due !== undefined;
  // A list as it is opened; each filter is a statement of its own, too many for a connection to keep.
  const isAsOpened = Object.values(filter).every((one) => one === undefined || one === false);
  const { rows } = await sql<Row>`${isAsOpened ? PREPARED : sql``}
    WITH mine AS MATERIALIZED (SELECT DISTINCT case_id FROM (${readableCases(scope, today)}) m),
    f AS (
      SELECT c.case_id, c.number, c.family_name, c.profile, c.stage, c.opened_on,
        CASE WHEN ${withinService(own, seen)} THEN c.child_last_seen_on END AS child_last_seen_on
        ${needsService ? sql`, e.area_name, e.contract_area_id, e.organization_id, e.coordinator_id, e.coordinator_name` : sql``}
        ${needsWorker ? sql`, w.staff_id AS worker_id, w.name AS worker_name` : sql``}
        ${needsDue ? sql`, d.next_due_on, coalesce(d.late, 0) AS late` : sql``}
      FROM mine JOIN app.case_record c ON c.case_id = mine.case_id
      ${needsService ? sql`LEFT JOIN LATERAL (${serviceOn(today, own)}) e ON true` : sql``}
      ${needsWorker ? sql`LEFT JOIN LATERAL (${workerOn(today)}) w ON true` : sql``}
      ${needsDue ? sql`LEFT JOIN (${due(sql`d.case_id IN (SELECT case_id FROM mine)`)} GROUP BY d.case_id) d ON d.case_id = c.case_id` : sql``}
    ),
    page AS (
      SELECT f.*, (count(*) OVER ())::int AS total, row_number() OVER (ORDER BY ${ORDER[sort]}
        ${direction === "descending" ? sql`DESC` : sql`ASC`} NULLS LAST, f.number) AS place
      FROM f
      WHERE true
        ${filter.stage === undefined ? sql`` : sql`AND f.stage = ${filter.stage}`}
        ${filter.contractAreaId === undefined ? sql`` : sql`AND f.contract_area_id = ${filter.contractAreaId}`}
        ${filter.organizationId === undefined ? sql`` : sql`AND f.organization_id = ${filter.organizationId}`}
        ${filter.workerId === undefined ? sql`` : sql`AND f.worker_id = ${filter.workerId}`}
        ${filter.coordinatorId === undefined ? sql`` : sql`AND f.coordinator_id = ${filter.coordinatorId}`}
        ${filter.late ? sql`AND f.late > 0` : sql``}
        ${filter.due === undefined ? sql`` : sql`AND ${dueIs(filter.due, today)}`}
        ${filter.seen === undefined ? sql`` : sql`AND ${seenIs(filter.seen, today)}`}
        ${text ? sql`AND (f.family_name ILIKE ${`%${likeText(text)}%`} OR f.number ILIKE ${`%${likeText(text)}%`} OR f.worker_name ILIKE ${`%${likeText(text)}%`} OR f.coordinator_name ILIKE ${`%${likeText(text)}%`})` : sql``}
      ORDER BY place LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
    )
    SELECT c.case_id, c.number, c.family_name, c.profile, c.stage, c.opened_on, c.child_last_seen_on, c.total,
      e.area_name, e.contractor_name, e.coordinator_name, w.name AS worker_name, d.next_due_on, coalesce(d.late, 0) AS late
    FROM page c
    LEFT JOIN LATERAL (${serviceOn(today, own)}) e ON true
    LEFT JOIN LATERAL (${workerOn(today)}) w ON true
    LEFT JOIN LATERAL (${due(sql`d.case_id = c.case_id`)} GROUP BY d.case_id) d ON true
    ORDER BY c.place`.execute(trx as unknown as Trx);
  return {
    rows: rows.map(({ total: _, number, childLastSeenOn, ...row }) => {
      const { contractAreaId: _area, ...kept } = present(row) as typeof row & {
        contractAreaId?: unknown;
      };
      return {
        ...kept,
        caseNumber: number,
        ...(childLastSeenOn === null ? {} : { lastSeenOn: childLastSeenOn }),
      };
    }),
    total: rows[0]?.total ?? 0,
    page,
    pageSize,
  };
}

const dueIs = (due: DueFilter, today: PlainDate): RawBuilder<unknown> => {
  if (due === "NOTHING") return sql`f.next_due_on IS NULL AND f.late = 0`;
  const { dueFrom, dueTo } = bucketBounds(today)[due === "TODAY" ? "today" : "week"];
  return sql`f.next_due_on BETWEEN ${dueFrom ?? null}::date AND ${dueTo ?? null}::date`;
};

const seenIs = (seen: SeenFilter, today: PlainDate): RawBuilder<unknown> =>
  seen === "NEVER"
    ? sql`f.child_last_seen_on IS NULL`
    : sql`f.child_last_seen_on < ${addDays(today, -Number(seen))}`;

/** What a person typed, without meaning for LIKE. */
export const likeText = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
