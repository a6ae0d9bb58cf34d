import type { CaseId, EpisodeId, OrganizationId, PlainDate, StaffId } from "@kinward/domain/kernel";
import type { HandoverPart, ResponsibleRole, TakeOver, Term } from "@kinward/domain/team";
import type { CandidateView, CaseToHandOver } from "@kinward/domain/views";
import { bucketBounds } from "@kinward/domain/contacts";
import { sql } from "kysely";
import { staffAndCovered, staffBelow } from "../accounts/relation.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { json, newId, present } from "../core/values.ts";
import { LIST_KIND } from "../duties/duty-row.ts";

/** What changes hands: a case, or a service of it. */
export type Held =
  | { readonly role: "CASEWORKER"; readonly caseId: CaseId }
  | {
      readonly role: "CARE_COORDINATOR";
      readonly caseId: CaseId;
      readonly episodeId: EpisodeId;
    };

/** Who has had it, in order. */
export async function listTerms(trx: ReadTrx | Trx, held: Held): Promise<readonly Term[]> {
  const read = trx as ReadTrx;
  const rows =
    held.role === "CASEWORKER"
      ? await read
          .selectFrom("caseTeam")
          .select(["staffId", "fromOn as from", "toOn as to"])
          .where("caseId", "=", held.caseId)
          .where("role", "=", "CASEWORKER")
          .orderBy("fromOn")
          .execute()
      : await read
          .selectFrom("coordinator")
          .select(["staffId", "fromOn as from", "toOn as to"])
          .where("episodeId", "=", held.episodeId)
          .orderBy("fromOn")
          .execute();
  return rows.map((row) => present(row) as Term);
}

/** The days on which it needs someone. */
export async function findNeeded(
  trx: ReadTrx | Trx,
  held: Held,
): Promise<{ readonly from?: PlainDate; readonly to?: PlainDate }> {
  const row =
    held.role === "CASEWORKER"
      ? await (trx as ReadTrx)
          .selectFrom("caseRecord")
          .select("closedOn as to")
          .where("caseId", "=", held.caseId)
          .executeTakeFirstOrThrow()
      : await (trx as ReadTrx)
          .selectFrom("episode")
          .select(["effectiveDate as from", "lastServiceDay as to"])
          .where("episodeId", "=", held.episodeId)
          .executeTakeFirstOrThrow();
  return present(row) as { readonly from?: PlainDate; readonly to?: PlainDate };
}

/** The name of someone who holds the role on a day: of the Department, or of the contractor that serves on that day or did last. */
export async function findAvailable(
  trx: ReadTrx | Trx,
  held: Held,
  staffId: StaffId,
  on: PlainDate,
): Promise<string | undefined> {
  const ofWhom =
    held.role === "CASEWORKER"
      ? sql`s.organization_id IS NULL`
      : sql`s.organization_id = (SELECT c.organization_id FROM app.episode_contractor c WHERE c.episode_id = ${held.episodeId}
          ORDER BY (c.from_on <= ${on}) DESC, c.from_on DESC LIMIT 1)`;
  const { rows } = await sql<{ name: string }>`
    SELECT s.name FROM app.staff s WHERE s.staff_id = ${staffId} AND ${ofWhom}
      AND (s.ended_on IS NULL OR s.ended_on > ${on})
      AND EXISTS (SELECT FROM app.staff_role r WHERE r.staff_id = s.staff_id AND r.role = ${held.role}
        AND r.from_on <= ${on} AND (r.to_on IS NULL OR r.to_on > ${on}))`.execute(trx as Trx);
  return rows[0]?.name;
}

/** Writes who has it from a day on, with the note that goes with it. */
export async function writeTakeOver(
  trx: Trx,
  held: Held,
  { begins, ends, replaces }: TakeOver,
  note: {
    readonly organizationId?: OrganizationId | undefined;
    readonly fromStaffId?: StaffId | undefined;
    readonly note?: string | undefined;
    readonly parts: readonly HandoverPart[];
  },
): Promise<void> {
  const table =
    held.role === "CASEWORKER" ? sql.id("app", "case_team") : sql.id("app", "coordinator");
  const which =
    held.role === "CASEWORKER"
      ? sql`case_id = ${held.caseId} AND role = 'CASEWORKER'`
      : sql`episode_id = ${held.episodeId}`;
  if (ends !== undefined)
    await sql`UPDATE ${table} SET to_on = ${ends.to} WHERE ${which} AND from_on = ${ends.term.from}`.execute(
      trx,
    );
  if (replaces !== undefined)
    await sql`UPDATE ${table} SET staff_id = ${begins.staffId}, to_on = NULL WHERE ${which} AND from_on = ${replaces.from}`.execute(
      trx,
    );
  else if (held.role === "CASEWORKER")
    await trx
      .insertInto("caseTeam")
      .values({
        caseTeamId: newId(),
        caseId: held.caseId,
        staffId: begins.staffId,
        role: "CASEWORKER",
        fromOn: begins.from,
      })
      .execute();
  else
    await trx
      .insertInto("coordinator")
      .values({
        coordinatorId: newId(),
        caseId: held.caseId,
        episodeId: held.episodeId,
        staffId: begins.staffId,
        fromOn: begins.from,
      })
      .execute();
  const words = note.note?.trim();
  await trx
    .insertInto("handover")
    .values({
      handoverId: newId(),
      caseId: held.caseId,
      episodeId: held.role === "CASEWORKER" ? null : held.episodeId,
      organizationId: note.organizationId ?? null,
      role: held.role,
      fromStaffId: note.fromStaffId ?? null,
      toStaffId: begins.staffId,
      fromOn: begins.from,
      note: words === undefined || words === "" ? null : words,
      parts: json(note.parts),
    })
    .execute();
}

/**
 * To whom cases can go, my own people first, with what they carry today.
 * @param organizationId of a contractor's care coordinators; absent: the Department's workers
 */
export async function listCandidates(
  trx: ReadTrx,
  role: ResponsibleRole,
  caller: { readonly staffId: StaffId; readonly organizationId?: OrganizationId | undefined },
  today: PlainDate,
): Promise<readonly CandidateView[]> {
  const { late } = bucketBounds(today);
  const own = sql`s.staff_id IN (${staffBelow(staffAndCovered(caller.staffId, today), today)})`;
  const { rows } = await sql<CandidateView>`
    WITH held AS (
      SELECT t.staff_id, e.episode_id, e.case_id FROM app.case_team t JOIN app.episode e ON e.case_id = t.case_id
        WHERE ${role} = 'CASEWORKER' AND t.role = 'CASEWORKER' AND t.from_on <= ${today} AND (t.to_on IS NULL OR t.to_on >= ${today})
          AND NOT e.withdrawn AND (e.last_service_day IS NULL OR e.last_service_day >= ${today})
      UNION ALL
      SELECT k.staff_id, e.episode_id, e.case_id FROM app.coordinator k JOIN app.episode e ON e.episode_id = k.episode_id
        WHERE ${role} = 'CARE_COORDINATOR' AND k.from_on <= ${today} AND (k.to_on IS NULL OR k.to_on >= ${today})
          AND NOT e.withdrawn AND (e.last_service_day IS NULL OR e.last_service_day >= ${today})
    ), load AS (
      SELECT h.staff_id, count(DISTINCT h.case_id)::int AS cases, count(d.key)::int AS late FROM held h
      LEFT JOIN app.duty d ON d.episode_id = h.episode_id AND d.settled_on IS NULL AND d.cancelled_on IS NULL
        AND ${LIST_KIND} = ANY (${late.kinds}::text[]) AND d.due_on <= ${late.dueTo ?? null}
      GROUP BY h.staff_id
    )
    SELECT s.staff_id, s.name, ${own} AS is_own, coalesce(l.cases, 0) AS cases, coalesce(l.late, 0) AS late, v.to_on AS away_until
    FROM app.staff s LEFT JOIN load l ON l.staff_id = s.staff_id
    LEFT JOIN app.cover v ON v.staff_id = s.staff_id AND NOT v.cancelled AND v.from_on <= ${today} AND v.to_on >= ${today}
    WHERE s.organization_id IS NOT DISTINCT FROM ${caller.organizationId ?? null}::uuid
      AND (s.ended_on IS NULL OR s.ended_on > ${today})
      AND EXISTS (SELECT FROM app.staff_role r WHERE r.staff_id = s.staff_id AND r.role = ${role}
        AND r.from_on <= ${today} AND (r.to_on IS NULL OR r.to_on > ${today}))
    ORDER BY is_own DESC, cases, s.name`.execute(trx as unknown as Trx);
  return rows.map((row) => present(row) as CandidateView);
}

/** Running services of a case that someone coordinates on a day. */
export async function coordinatedEpisodes(
  trx: ReadTrx | Trx,
  caseId: CaseId,
  staffId: StaffId,
  on: PlainDate,
): Promise<readonly EpisodeId[]> {
  const { rows } = await sql<{ episodeId: EpisodeId }>`
    SELECT k.episode_id FROM app.coordinator k JOIN app.episode e ON e.episode_id = k.episode_id
    WHERE k.case_id = ${caseId} AND k.staff_id = ${staffId} AND k.from_on <= ${on} AND (k.to_on IS NULL OR k.to_on >= ${on})
      AND NOT e.withdrawn AND (e.last_service_day IS NULL OR e.last_service_day >= ${on})
    ORDER BY e.no`.execute(trx as Trx);
  return rows.map((row) => row.episodeId);
}

interface HeldRow extends Omit<CaseToHandOver, "holder" | "hindrance"> {
  readonly isOver: boolean;
  readonly staffId: StaffId | null;
  readonly name: string | null;
}

/** Whose cases are today, and whether there is still something to hand over. What is not readable is not among them. */
export async function listHolders(
  trx: ReadTrx,
  role: ResponsibleRole,
  caseIds: readonly CaseId[],
  today: PlainDate,
): Promise<readonly (Omit<CaseToHandOver, "hindrance"> & { readonly isOver: boolean })[]> {
  const inForce = sql`h.from_on <= ${today} AND (h.to_on IS NULL OR h.to_on >= ${today})`;
  const holder =
    role === "CASEWORKER"
      ? sql`SELECT h.staff_id FROM app.case_team h WHERE h.case_id = c.case_id AND h.role = 'CASEWORKER' AND ${inForce}`
      : sql`SELECT h.staff_id FROM app.coordinator h JOIN app.episode e ON e.episode_id = h.episode_id
          WHERE h.case_id = c.case_id AND ${inForce} AND NOT e.withdrawn
            AND (e.last_service_day IS NULL OR e.last_service_day >= ${today}) ORDER BY e.no DESC LIMIT 1`;
  const isOver =
    role === "CASEWORKER"
      ? sql`coalesce(c.closed_on < ${today}, false)`
      : sql`NOT EXISTS (SELECT FROM app.episode e WHERE e.case_id = c.case_id AND NOT e.withdrawn
          AND (e.last_service_day IS NULL OR e.last_service_day >= ${today}))`;
  const { rows } = await sql<HeldRow>`
    SELECT c.case_id, c.revision, c.number AS case_number, c.family_name, ${isOver} AS is_over, s.staff_id, s.name
    FROM app.case_record c LEFT JOIN app.staff s ON s.staff_id = (${holder})
    WHERE c.case_id = ANY (${caseIds}::uuid[]) ORDER BY c.family_name, c.number`.execute(
    trx as unknown as Trx,
  );
  return rows.map(({ staffId, name, ...row }) => ({
    ...row,
    ...(staffId !== null && name !== null && { holder: { staffId, name } }),
  }));
}
