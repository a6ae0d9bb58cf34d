import type { CaseId, OrganizationId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { CONTRACTOR_WRITES_DAYS } from "@kinward/domain/contacts";
import type { Role } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import { staffAndCovered, staffBelow } from "../accounts/relation.ts";
import type { ReadTrx, Trx } from "../core/client.ts";

/** Who records a contact. */
export interface Recorder {
  readonly staffId: StaffId;
  /** Absent: the Department. */
  readonly organizationId?: OrganizationId;
  readonly roles: readonly Role[];
}

export interface RecordableCase {
  readonly caseId: CaseId;
  readonly familyName: string;
  readonly caseNumber: string;
}

/**
 * The open cases for which someone may record a contact today, by family: a worker's own, a supervisor's people's, those
 * that a care coordinator coordinates, those of a contractor while it may write, and those of whom one covers.
 */
export async function listRecordableCases(
  trx: ReadTrx,
  { staffId, organizationId, roles }: Recorder,
  today: PlainDate,
): Promise<readonly RecordableCase[]> {
  const parts: RawBuilder<unknown>[] = [];
  const self = staffAndCovered(staffId, today);
  const inForce = sql`t.from_on <= ${today} AND (t.to_on IS NULL OR t.to_on >= ${today})`;
  if (organizationId === undefined) {
    if (roles.includes("CASEWORKER"))
      parts.push(
        sql`SELECT t.case_id FROM app.case_team t WHERE t.staff_id IN (${self}) AND ${inForce}`,
      );
    if (roles.includes("SUPERVISOR"))
      parts.push(
        sql`SELECT t.case_id FROM app.case_team t WHERE t.staff_id IN (${staffBelow(self, today)}) AND ${inForce}`,
      );
  } else {
    const writes = sql`o.organization_id = ${organizationId}
      AND (o.last_service_day IS NULL OR o.last_service_day >= ${today}::date - ${CONTRACTOR_WRITES_DAYS}::int)`;
    if (roles.includes("CONTRACTOR_SUPERVISOR"))
      parts.push(sql`SELECT o.case_id FROM app.case_org o WHERE ${writes}`);
    if (roles.includes("CARE_COORDINATOR"))
      parts.push(sql`SELECT o.case_id FROM app.case_org o WHERE ${writes} AND EXISTS (
        SELECT FROM app.coordinator k WHERE k.case_id = o.case_id AND k.staff_id IN (${self})
          AND (k.to_on IS NULL OR k.to_on >= ${today}::date - ${CONTRACTOR_WRITES_DAYS}::int))`);
  }
  if (parts.length === 0) return [];
  // A contractor writes on for a while after its service; the Department's cases are those that are open.
  const open =
    organizationId === undefined
      ? sql`(c.closed_on IS NULL OR c.closed_on >= ${today})`
      : sql`true`;
  const { rows } = await sql<RecordableCase>`
    SELECT c.case_id, c.family_name, c.number AS case_number FROM app.case_record c
    WHERE c.case_id IN (${sql.join(parts, sql` UNION `)}) AND ${open}
    ORDER BY c.family_name, c.number`.execute(trx as unknown as Trx);
  return rows;
}
