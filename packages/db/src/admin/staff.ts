import {
  type Staff,
  type StaffStatus,
  staffStatusOn,
  type SupervisorLine,
} from "@kinward/domain/agency";
import type { RoleTerm } from "@kinward/domain/access";
import type {
  Instant,
  OfficeId,
  OrganizationId,
  PlainDate,
  StaffId,
  TeamId,
} from "@kinward/domain/kernel";
import type { Role, StaffView } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { newId, present } from "../core/values.ts";
import { type Row, termChanges } from "./terms.ts";

export const STAFF_PAGE = 50;

export interface StaffFilter {
  readonly staffId?: StaffId | undefined;
  readonly text?: string | undefined;
  readonly organizationId?: OrganizationId | undefined;
  readonly role?: Role | undefined;
  readonly status?: StaffStatus | undefined;
  readonly page?: number | undefined;
}

/** Someone in a list, with the invitation that is open, if any. */
export interface StaffRow {
  readonly view: StaffView;
  readonly invitationId?: string;
  readonly invitationExpiresAt?: Instant;
}

interface Found {
  readonly staffId: StaffId;
  readonly name: string;
  readonly email: string;
  readonly organizationId: OrganizationId | null;
  readonly organizationName: string;
  readonly roles: StaffView["roles"];
  readonly office: StaffView["office"] | null;
  readonly team: StaffView["team"] | null;
  readonly supervisor: StaffView["supervisor"] | null;
  readonly languages: readonly string[];
  readonly hasAccount: boolean;
  readonly lastSignInAt: Instant | null;
  readonly endedOn: PlainDate | null;
  readonly invitationId: string | null;
  readonly invitationExpiresAt: Instant | null;
  readonly total: number;
}

/** Staff by name, one page of them, with how many fit the filter. */
export async function listStaff(
  trx: ReadTrx | Trx,
  filter: StaffFilter,
  today: PlainDate,
): Promise<{ readonly staff: readonly StaffRow[]; readonly total: number }> {
  const offset = ((filter.page ?? 1) - 1) * STAFF_PAGE;
  const { rows } = await sql<Found>`
    SELECT s.staff_id, s.name, s.email::text AS email, s.organization_id, coalesce(o.name, a.name) AS organization_name,
      coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('role', r.role, 'from', r.from_on, 'to', r.to_on)) ORDER BY r.from_on, r.role)
        FROM app.staff_role r WHERE r.staff_id = s.staff_id AND (r.to_on IS NULL OR r.to_on > r.from_on)), '[]') AS roles,
      (SELECT jsonb_build_object('id', f.office_id, 'name', f.name) FROM app.office f WHERE f.office_id = s.office_id) AS office,
      (SELECT jsonb_build_object('id', t.team_id, 'name', t.name) FROM app.team_member m JOIN app.team t USING (team_id)
        WHERE m.staff_id = s.staff_id AND ${inForce("m", today)} LIMIT 1) AS team,
      (SELECT jsonb_build_object('staffId', p.staff_id, 'name', p.name) FROM app.supervisor_line l JOIN app.staff p ON p.staff_id = l.supervisor_id
        WHERE l.staff_id = s.staff_id AND ${inForce("l", today)} LIMIT 1) AS supervisor,
      s.languages, s.auth_user_id IS NOT NULL AS has_account, s.last_sign_in_at, s.ended_on,
      i.invitation_id, i.expires_at AS invitation_expires_at, (count(*) OVER ())::int AS total
    FROM app.staff s CROSS JOIN app.agency a
    LEFT JOIN app.organization o ON o.organization_id = s.organization_id
    LEFT JOIN LATERAL (SELECT v.invitation_id, v.expires_at FROM app.invitation v
      WHERE v.staff_id = s.staff_id AND v.accepted_at IS NULL AND v.revoked_at IS NULL
      ORDER BY v.created_at DESC LIMIT 1) i ON true
    WHERE ${sql.join(conditions(filter, today), sql` AND `)}
    ORDER BY lower(s.name), s.staff_id LIMIT ${STAFF_PAGE} OFFSET ${offset}`.execute(trx as Trx);
  return { staff: rows.map((row) => rowOf(row, today)), total: rows[0]?.total ?? 0 };
}

const inForce = (alias: string, today: PlainDate): RawBuilder<unknown> =>
  sql`${sql.ref(`${alias}.from_on`)} <= ${today} AND (${sql.ref(`${alias}.to_on`)} IS NULL OR ${sql.ref(`${alias}.to_on`)} >= ${today})`;

function conditions(filter: StaffFilter, today: PlainDate): readonly RawBuilder<unknown>[] {
  const { staffId, text = "", organizationId, role, status } = filter;
  const like = `%${text.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const byStatus: Readonly<Record<StaffStatus, RawBuilder<unknown>>> = {
    ENDED: sql`s.ended_on <= ${today}`,
    ACTIVE: sql`(s.ended_on IS NULL OR s.ended_on > ${today}) AND s.auth_user_id IS NOT NULL`,
    INVITED: sql`(s.ended_on IS NULL OR s.ended_on > ${today}) AND s.auth_user_id IS NULL`,
  };
  return [
    sql`true`,
    ...(staffId === undefined ? [] : [sql`s.staff_id = ${staffId}`]),
    ...(text.trim() === "" ? [] : [sql`(s.name ILIKE ${like} OR s.email::text ILIKE ${like})`]),
    ...(organizationId === undefined ? [] : [sql`s.organization_id = ${organizationId}`]),
    ...(role === undefined
      ? []
      : [
          sql`EXISTS (SELECT FROM app.staff_role r WHERE r.staff_id = s.staff_id AND r.role = ${role}
            AND r.from_on <= ${today} AND (r.to_on IS NULL OR r.to_on > ${today}))`,
        ]),
    ...(status === undefined ? [] : [byStatus[status]]),
  ];
}

function rowOf(row: Found, today: PlainDate): StaffRow {
  const { total: _, hasAccount, invitationId, invitationExpiresAt, ...fields } = present(row);
  return {
    view: { ...fields, status: staffStatusOn({ endedOn: fields.endedOn, hasAccount }, today) },
    ...(invitationId === undefined ? {} : { invitationId }),
    ...(invitationExpiresAt === undefined ? {} : { invitationExpiresAt }),
  };
}

/** Everyone and who answers to whom, as the deciders take it. Rows are locked, so that two changes wait for each other. */
export async function loadStaffFacts(
  trx: Trx,
): Promise<{ readonly staff: readonly Staff[]; readonly lines: readonly SupervisorLine[] }> {
  const staff = await trx
    .selectFrom("staff")
    .select(["staffId as id", "name", "email", "organizationId", "endedOn"])
    .orderBy("staffId")
    .forNoKeyUpdate()
    .execute();
  const roles = await trx
    .selectFrom("staffRole")
    .select(["staffId", "role", "fromOn as from", "toOn as to"])
    .execute();
  const lines = await trx
    .selectFrom("supervisorLine")
    .select(["staffId", "supervisorId", "fromOn as from", "toOn as to"])
    .execute();
  return {
    staff: staff.map((one) => ({
      ...present(one),
      roles: roles
        .filter((term) => term.staffId === one.id && (term.to === null || term.to > term.from))
        .map(({ role, from, to }) => ({ role, from, ...(to === null ? {} : { to }) })),
    })),
    lines: lines.map((line) => present(line)),
  };
}

export interface NewStaff {
  readonly staffId: StaffId;
  readonly name: string;
  readonly email: string;
  readonly organizationId?: OrganizationId | undefined;
}

export async function insertStaff(
  trx: Trx,
  { staffId, name, email, organizationId }: NewStaff,
): Promise<void> {
  await trx
    .insertInto("staff")
    .values({ staffId, name, email, organizationId: organizationId ?? null })
    .execute();
}

export interface StaffPlace {
  readonly officeId?: OfficeId | undefined;
  readonly teamId?: TeamId | undefined;
  readonly languages: readonly string[];
}

/** Office and languages, and the team from today on. */
export async function placeStaff(
  trx: Trx,
  staffId: StaffId,
  place: StaffPlace,
  today: PlainDate,
): Promise<void> {
  await trx
    .updateTable("staff")
    .set({
      officeId: place.officeId ?? null,
      languages: sql<readonly string[]>`${place.languages}::text[]`,
    })
    .where("staffId", "=", staffId)
    .execute();
  const rows = await trx
    .selectFrom("teamMember")
    .select(["teamMemberId as rowId", "teamId as key", "fromOn", "toOn"])
    .where("staffId", "=", staffId)
    .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">=", today)]))
    .execute();
  const [current] = rows;
  if (current?.key === place.teamId) return;
  if (current !== undefined) {
    const endsOn = current.fromOn < today ? dayBefore(today) : today;
    if (current.fromOn === today && place.teamId !== undefined) {
      // Put into a team and taken out again on one day: the row says the one that stays.
      await trx
        .updateTable("teamMember")
        .set({ teamId: place.teamId })
        .where("teamMemberId", "=", current.rowId)
        .execute();
      return;
    }
    await trx
      .updateTable("teamMember")
      .set({ toOn: endsOn })
      .where("teamMemberId", "=", current.rowId)
      .execute();
  }
  if (place.teamId !== undefined)
    await trx
      .insertInto("teamMember")
      .values({ teamMemberId: newId(), staffId, teamId: place.teamId, fromOn: today })
      .execute();
}

const dayBefore = (day: PlainDate) => sql<PlainDate>`${day}::date - 1`;

/** Role terms as they shall stand. */
export async function setRoles(
  trx: Trx,
  staffId: StaffId,
  roles: readonly RoleTerm[],
): Promise<void> {
  const rows: readonly Row<Role>[] = await trx
    .selectFrom("staffRole")
    .select(["staffRoleId as rowId", "role as key", "fromOn", "toOn"])
    .where("staffId", "=", staffId)
    .execute();
  const { insert, update } = termChanges(
    rows,
    roles.map(({ role, from, to }) => ({ key: role, from, to })),
  );
  for (const { rowId, toOn } of update)
    await trx.updateTable("staffRole").set({ toOn }).where("staffRoleId", "=", rowId).execute();
  for (const { key, from, to } of insert)
    await trx
      .insertInto("staffRole")
      .values({ staffRoleId: newId(), staffId, role: key, fromOn: from, toOn: to ?? null })
      .execute();
}

/** Whom someone answers to from a day on; the former line ends the day before. */
export async function setSupervisor(
  trx: Trx,
  staffId: StaffId,
  supervisorId: StaffId | undefined,
  from: PlainDate,
): Promise<void> {
  const current = await trx
    .selectFrom("supervisorLine")
    .select(["supervisorLineId", "supervisorId", "fromOn"])
    .where("staffId", "=", staffId)
    .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">=", from)]))
    .executeTakeFirst();
  if (current?.supervisorId === supervisorId) return;
  if (current !== undefined) {
    const change =
      current.fromOn < from
        ? { toOn: dayBefore(from) }
        : supervisorId === undefined
          ? { toOn: current.fromOn }
          : { supervisorId };
    await trx
      .updateTable("supervisorLine")
      .set(change)
      .where("supervisorLineId", "=", current.supervisorLineId)
      .execute();
    if (current.fromOn >= from) return;
  }
  if (supervisorId !== undefined)
    await trx
      .insertInto("supervisorLine")
      .values({ supervisorLineId: newId(), staffId, supervisorId, fromOn: from })
      .execute();
}

/** Ends someone's access on a day, with the account that has to be signed out. */
export async function endStaff(
  trx: Trx,
  staffId: StaffId,
  endedOn: PlainDate,
): Promise<string | undefined> {
  const row = await trx
    .updateTable("staff")
    .set({ endedOn })
    .where("staffId", "=", staffId)
    .returning("authUserId")
    .executeTakeFirst();
  return row?.authUserId ?? undefined;
}
