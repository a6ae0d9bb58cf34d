import type { Place } from "@kinward/domain/agency";
import type { OfficeId, PlainDate, StaffId, TeamId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";

export interface OfficeView {
  readonly officeId: OfficeId;
  readonly name: string;
  readonly county?: string;
  readonly phone?: string;
  readonly teams: number;
  readonly endedOn?: PlainDate;
}

export interface TeamView {
  readonly teamId: TeamId;
  readonly name: string;
  readonly officeId: OfficeId;
  readonly officeName: string;
  readonly supervisor?: { readonly staffId: StaffId; readonly name: string };
  readonly members: number;
  readonly endedOn?: PlainDate;
}

export async function listOffices(trx: ReadTrx): Promise<readonly OfficeView[]> {
  const { rows } = await sql<{ [K in keyof Required<OfficeView>]: OfficeView[K] | null }>`
    SELECT o.office_id, o.name, o.county, o.phone, o.ended_on,
      (SELECT count(*)::int FROM app.team t WHERE t.office_id = o.office_id AND t.ended_on IS NULL) AS teams
    FROM app.office o ORDER BY lower(o.name), o.office_id`.execute(trx as unknown as Trx);
  return rows.map((row) => present(row) as OfficeView);
}

export async function listTeams(trx: ReadTrx, today: PlainDate): Promise<readonly TeamView[]> {
  const { rows } = await sql<{ [K in keyof Required<TeamView>]: TeamView[K] | null }>`
    SELECT t.team_id, t.name, t.office_id, o.name AS office_name, t.ended_on,
      (SELECT jsonb_build_object('staffId', s.staff_id, 'name', s.name) FROM app.staff s WHERE s.staff_id = t.supervisor_id) AS supervisor,
      (SELECT count(*)::int FROM app.team_member m WHERE m.team_id = t.team_id
        AND m.from_on <= ${today} AND (m.to_on IS NULL OR m.to_on >= ${today})) AS members
    FROM app.team t JOIN app.office o USING (office_id) ORDER BY lower(t.name), t.team_id`.execute(
    trx as unknown as Trx,
  );
  return rows.map((row) => present(row) as TeamView);
}

export async function loadOffices(trx: Trx): Promise<readonly Place<OfficeId>[]> {
  const rows = await trx
    .selectFrom("office")
    .select(["officeId as id", "name", "endedOn"])
    .execute();
  return rows.map((row) => present(row));
}

export async function loadTeams(
  trx: Trx,
): Promise<readonly (Place<TeamId> & { readonly officeId: OfficeId })[]> {
  const rows = await trx
    .selectFrom("team")
    .select(["teamId as id", "officeId", "name", "endedOn"])
    .execute();
  return rows.map((row) => present(row));
}

export async function saveOffice(
  trx: Trx,
  office: {
    readonly officeId: OfficeId;
    readonly name: string;
    readonly county?: string | undefined;
    readonly phone?: string | undefined;
  },
): Promise<void> {
  const { officeId, name, county = null, phone = null } = office;
  const fields = { name, county: county ?? null, phone: phone ?? null };
  await trx
    .insertInto("office")
    .values({ officeId, ...fields })
    .onConflict((conflict) => conflict.column("officeId").doUpdateSet(fields))
    .execute();
}

export async function saveTeam(
  trx: Trx,
  team: {
    readonly teamId: TeamId;
    readonly name: string;
    readonly officeId: OfficeId;
    readonly supervisorId?: StaffId | undefined;
  },
): Promise<void> {
  const { teamId, name, officeId, supervisorId = null } = team;
  const fields = { name, officeId, supervisorId: supervisorId ?? null };
  await trx
    .insertInto("team")
    .values({ teamId, ...fields })
    .onConflict((conflict) => conflict.column("teamId").doUpdateSet(fields))
    .execute();
}

/** Open teams of an office, and people who sit there. */
export async function countInOffice(trx: Trx, officeId: OfficeId, on: PlainDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT (SELECT count(*) FROM app.team t WHERE t.office_id = ${officeId} AND t.ended_on IS NULL)
      + (SELECT count(*) FROM app.staff s WHERE s.office_id = ${officeId} AND (s.ended_on IS NULL OR s.ended_on > ${on})) AS count`.execute(
    trx,
  );
  return Number(rows[0]?.count ?? 0);
}

export async function countInTeam(trx: Trx, teamId: TeamId, on: PlainDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM app.team_member m JOIN app.staff s USING (staff_id)
    WHERE m.team_id = ${teamId} AND (m.to_on IS NULL OR m.to_on >= ${on}) AND (s.ended_on IS NULL OR s.ended_on > ${on})`.execute(
    trx,
  );
  return rows[0]?.count ?? 0;
}

export const endOffice = async (trx: Trx, officeId: OfficeId, endedOn: PlainDate): Promise<void> =>
  void (await trx
    .updateTable("office")
    .set({ endedOn })
    .where("officeId", "=", officeId)
    .execute());

export const endTeam = async (trx: Trx, teamId: TeamId, endedOn: PlainDate): Promise<void> =>
  void (await trx.updateTable("team").set({ endedOn }).where("teamId", "=", teamId).execute());
