import type { OrganizationId, PlainDate, StaffId } from "@kinward/domain/kernel";
import type { CaseFilterOptions } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { type CaseListScope, readableCases, serviceOn, workerOn } from "./case-list.ts";

/** The contractors, workers and coordinators of the cases that someone's list may show, by name; one statement. */
export async function listCaseFilters(
  trx: ReadTrx,
  scope: CaseListScope,
  today: PlainDate,
): Promise<Omit<CaseFilterOptions, "areas">> {
  const { rows } = await sql<{
    kind: "CONTRACTOR" | "WORKER" | "COORDINATOR";
    id: string;
    name: string;
  }>`
    WITH of AS MATERIALIZED (
      SELECT e.organization_id, e.contractor_name, e.coordinator_id, e.coordinator_name, w.staff_id, w.name
      FROM (SELECT DISTINCT case_id FROM (${readableCases(scope, today)}) m) c
      LEFT JOIN LATERAL (${serviceOn(today, scope.organizationId)}) e ON true
      LEFT JOIN LATERAL (${workerOn(today)}) w ON true
    )
    SELECT DISTINCT v.kind, v.id, v.name FROM of, LATERAL (VALUES
      ('CONTRACTOR', of.organization_id, of.contractor_name), ('WORKER', of.staff_id, of.name),
      ('COORDINATOR', of.coordinator_id, of.coordinator_name)) AS v(kind, id, name)
    WHERE v.id IS NOT NULL ORDER BY v.name, v.id`.execute(trx as unknown as Trx);
  const named = <Id extends string>(kind: (typeof rows)[number]["kind"]) =>
    rows.filter((row) => row.kind === kind).map(({ id, name }) => ({ id: id as Id, name }));
  return {
    contractors: named<OrganizationId>("CONTRACTOR"),
    workers: named<StaffId>("WORKER"),
    coordinators: named<StaffId>("COORDINATOR"),
  };
}
