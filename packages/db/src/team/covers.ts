import type { CoverId, OrganizationId, PlainDate, StaffId } from "@kinward/domain/kernel";
import type { CoverFacts, CoverTerm } from "@kinward/domain/team";
import type { CoverView, Role } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { newId } from "../core/values.ts";

/** Covers of some people that are not over for more than 30 days, the next first. */
export async function listCovers(
  trx: ReadTrx | Trx,
  staffIds: readonly StaffId[],
  today: PlainDate,
): Promise<readonly CoverView[]> {
  const { rows } = await sql<CoverView>`
    SELECT v.cover_id, v.staff_id, a.name, v.covered_by, b.name AS covered_by_name, v.from_on AS "from", v.to_on AS "to"
    FROM app.cover v JOIN app.staff a ON a.staff_id = v.staff_id JOIN app.staff b ON b.staff_id = v.covered_by
    WHERE v.staff_id = ANY (${staffIds}::uuid[]) AND NOT v.cancelled AND v.to_on >= ${today}::date - 30
    ORDER BY v.to_on < ${today}, v.from_on, a.name`.execute(trx as Trx);
  return rows;
}

/** What is known when a cover is named; the one who is away is locked, so that two acts do not name one each. */
export async function loadCoverFacts(
  trx: Trx,
  { staffId, coveredBy, from }: CoverTerm,
  today: PlainDate,
): Promise<CoverFacts> {
  await trx
    .selectFrom("staff")
    .select("staffId")
    .where("staffId", "in", [staffId, coveredBy].toSorted())
    .orderBy("staffId")
    .forUpdate()
    .execute();
  const covers = await trx
    .selectFrom("cover")
    .select(["staffId", "coveredBy", "fromOn as from", "toOn as to"])
    .where("staffId", "in", [staffId, coveredBy])
    .where("cancelled", "=", false)
    .where("toOn", ">=", today)
    .execute();
  const { rows } = await sql<{ staffId: StaffId; role: Role }>`
    SELECT s.staff_id, r.role FROM app.staff s JOIN app.staff_role r ON r.staff_id = s.staff_id
    WHERE s.staff_id IN (${staffId}, ${coveredBy}) AND (s.ended_on IS NULL OR s.ended_on > ${from})
      AND r.from_on <= ${from} AND (r.to_on IS NULL OR r.to_on > ${from})
      AND s.organization_id IS NOT DISTINCT FROM (SELECT a.organization_id FROM app.staff a WHERE a.staff_id = ${staffId})`.execute(
    trx,
  );
  const rolesOf = (who: StaffId) =>
    rows.filter((row) => row.staffId === who).map((row) => row.role);
  return { covers, roles: rolesOf(staffId), coverRoles: rolesOf(coveredBy) };
}

export async function recordCover(
  trx: Trx,
  { staffId, coveredBy, from, to }: CoverTerm,
  organizationId: OrganizationId | undefined,
): Promise<CoverId> {
  const coverId = newId<CoverId>();
  await trx
    .insertInto("cover")
    .values({
      coverId,
      organizationId: organizationId ?? null,
      staffId,
      coveredBy,
      fromOn: from,
      toOn: to,
    })
    .execute();
  return coverId;
}

/** A cover that was not called off, locked. */
export const findCover = async (trx: Trx, coverId: CoverId): Promise<CoverTerm | undefined> =>
  trx
    .selectFrom("cover")
    .select(["staffId", "coveredBy", "fromOn as from", "toOn as to"])
    .where("coverId", "=", coverId)
    .where("cancelled", "=", false)
    .forUpdate()
    .executeTakeFirst();

export const recordCoverEnd = async (
  trx: Trx,
  coverId: CoverId,
  end: { readonly to: PlainDate } | { readonly cancelled: true },
): Promise<void> =>
  void (await trx
    .updateTable("cover")
    .set("to" in end ? { toOn: end.to } : { cancelled: true })
    .where("coverId", "=", coverId)
    .execute());
