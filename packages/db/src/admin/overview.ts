import type { PlainDate } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";

/** Numbers of the administrator's home: never the content of a case. */
export interface Counts {
  readonly areas: number;
  readonly contracts: number;
  readonly organizations: number;
  readonly staff: number;
  readonly waitingMail: number;
  readonly failedJobs: number;
  readonly openInvitations: number;
  readonly recalculating: number;
}

export async function countAdministration(trx: ReadTrx, today: PlainDate): Promise<Counts> {
  const { rows } = await sql<Counts>`SELECT
    (SELECT count(*)::int FROM app.contract_area WHERE from_on <= ${today} AND (to_on IS NULL OR to_on >= ${today})) AS areas,
    (SELECT count(*)::int FROM app.contract WHERE activated_at IS NOT NULL AND from_on <= ${today} AND to_on >= ${today}) AS contracts,
    (SELECT count(*)::int FROM app.organization WHERE ended_on IS NULL OR ended_on > ${today}) AS organizations,
    (SELECT count(*)::int FROM app.staff WHERE ended_on IS NULL OR ended_on > ${today}) AS staff,
    (SELECT count(*)::int FROM app.mail WHERE status <> 'SENT') AS waiting_mail,
    (SELECT count(*)::int FROM jobs.job WHERE state = 'failed') AS failed_jobs,
    (SELECT count(DISTINCT staff_id)::int FROM app.invitation i JOIN app.staff s USING (staff_id)
      WHERE i.accepted_at IS NULL AND i.revoked_at IS NULL AND s.auth_user_id IS NULL AND (s.ended_on IS NULL OR s.ended_on > ${today})) AS open_invitations,
    (SELECT count(*)::int FROM app.case_record c WHERE c.derived_book IS NOT NULL AND c.derived_book IS DISTINCT FROM coalesce(
      (SELECT max(b.number) FROM app.policy_book b WHERE b.profile = c.profile), 0)) AS recalculating`.execute(
    trx as unknown as Trx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error("no counts");
  return row;
}
