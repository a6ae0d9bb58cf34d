import type { CaseId, EpisodeId, PlainDate } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { Trx } from "../core/client.ts";

/** Ends the services of an episode and the term of its contractor on a day. */
export async function endServices(
  trx: Trx,
  episodeId: EpisodeId,
  lastServiceDay: PlainDate,
): Promise<void> {
  await trx
    .updateTable("episode")
    .set({ lastServiceDay })
    .where("episodeId", "=", episodeId)
    .execute();
  await trx
    .updateTable("episodeContractor")
    .set({ toOn: lastServiceDay })
    .where("episodeId", "=", episodeId)
    .where("toOn", "is", null)
    .where("fromOn", "<=", lastServiceDay)
    .execute();
}

/** Lets services go on that a referral had ended, which is taken back now, or that were ended by mistake. */
export async function resumeServices(trx: Trx, episodeId: EpisodeId): Promise<void> {
  const { lastServiceDay } = await trx
    .selectFrom("episode")
    .select("lastServiceDay")
    .where("episodeId", "=", episodeId)
    .executeTakeFirstOrThrow();
  await trx
    .updateTable("episode")
    .set({ lastServiceDay: null })
    .where("episodeId", "=", episodeId)
    .execute();
  await trx
    .updateTable("episodeContractor")
    .set({ toOn: null })
    .where("episodeId", "=", episodeId)
    .where("toOn", "=", lastServiceDay)
    .execute();
}

/**
 * Closes a case on the last day of its services, or opens it again where services go on; a further referral opens it too
 * (D1, D2, DEC-40).
 */
export async function settleClosing(trx: Trx, caseId: CaseId): Promise<void> {
  await sql`
    UPDATE app.case_record c SET closed_on = CASE WHEN s.goes_on THEN NULL ELSE greatest(c.opened_on, s.last_on) END
    FROM (SELECT bool_or(e.last_service_day IS NULL) AS goes_on, max(e.last_service_day) AS last_on
      FROM app.episode e WHERE e.case_id = ${caseId} AND NOT e.withdrawn) s
    WHERE c.case_id = ${caseId} AND c.opened_on IS NOT NULL AND s.goes_on IS NOT NULL`.execute(trx);
}

/**
 * Opens a case to its contractors as their terms say: up to the last service day of each, and to none whose services
 * never began (D9).
 */
export async function settleAccess(trx: Trx, caseId: CaseId): Promise<void> {
  await sql`
    WITH served AS (
      SELECT k.organization_id, bool_or(coalesce(k.to_on, e.last_service_day) IS NULL) AS goes_on,
        max(coalesce(k.to_on, e.last_service_day)) AS last_on
      FROM app.episode_contractor k JOIN app.episode e USING (episode_id)
      WHERE k.case_id = ${caseId} AND NOT e.withdrawn GROUP BY k.organization_id
    ), shut AS (
      DELETE FROM app.case_org o WHERE o.case_id = ${caseId}
        AND NOT EXISTS (SELECT FROM served s WHERE s.organization_id = o.organization_id)
    )
    UPDATE app.case_org o SET last_service_day = CASE WHEN s.goes_on THEN NULL ELSE s.last_on END
    FROM served s WHERE o.case_id = ${caseId} AND o.organization_id = s.organization_id`.execute(
    trx,
  );
}
