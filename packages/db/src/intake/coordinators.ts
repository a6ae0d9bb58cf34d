import type {
  CaseId,
  EpisodeId,
  Instant,
  OrganizationId,
  PlainDate,
  ReferralId,
  StaffId,
} from "@kinward/domain/kernel";
import type { CoordinatorOption } from "@kinward/domain/views";
import { bucketBounds, type CoordinatorChange } from "@kinward/domain/contacts";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { newId, present } from "../core/values.ts";
import { LIST_KIND } from "../duties/duty-row.ts";

/** The contractor's care coordinators with what they carry today, the least busy first. */
export async function listCoordinators(
  trx: ReadTrx,
  organizationId: OrganizationId,
  today: PlainDate,
): Promise<readonly CoordinatorOption[]> {
  const late = bucketBounds(today).late;
  const { rows } = await sql<CoordinatorOption>`
    SELECT s.staff_id, s.name, s.languages,
      (SELECT count(DISTINCT k.case_id) FROM app.coordinator k
        JOIN app.episode e ON e.episode_id = k.episode_id
        WHERE k.staff_id = s.staff_id AND k.from_on <= ${today} AND (k.to_on IS NULL OR k.to_on >= ${today})
          AND (e.last_service_day IS NULL OR e.last_service_day >= ${today})) AS open_cases,
      (SELECT count(*) FROM app.coordinator k JOIN app.duty d ON d.episode_id = k.episode_id
        WHERE k.staff_id = s.staff_id AND k.from_on <= ${today} AND (k.to_on IS NULL OR k.to_on >= ${today})
          AND d.settled_on IS NULL AND d.cancelled_on IS NULL AND d.owner = 'CONTRACTOR'
          AND ${LIST_KIND} = ANY (${late.kinds}::text[]) AND d.due_on <= ${late.dueTo ?? null}) AS late
    FROM app.staff s
    WHERE s.organization_id = ${organizationId} AND (s.ended_on IS NULL OR s.ended_on > ${today})
      AND EXISTS (SELECT FROM app.staff_role r WHERE r.staff_id = s.staff_id AND r.role = 'CARE_COORDINATOR'
        AND r.from_on <= ${today} AND (r.to_on IS NULL OR r.to_on > ${today}))
    ORDER BY open_cases, s.name`.execute(trx as unknown as Trx);
  return rows;
}

/** The person of a term that begins, if they are a care coordinator of the episode's contractor on its first day. */
export async function findCoordinator(
  trx: ReadTrx | Trx,
  episodeId: EpisodeId,
  staffId: StaffId,
  from: PlainDate,
): Promise<{ readonly name: string } | undefined> {
  return (trx as ReadTrx)
    .selectFrom("staff")
    .innerJoin("staffRole", "staffRole.staffId", "staff.staffId")
    .innerJoin("episodeContractor", "episodeContractor.organizationId", "staff.organizationId")
    .select("staff.name")
    .where("staff.staffId", "=", staffId)
    .where("episodeContractor.episodeId", "=", episodeId)
    .where("staffRole.role", "=", "CARE_COORDINATOR")
    .where((eb) => eb.or([eb("staffRole.toOn", "is", null), eb("staffRole.toOn", ">", from)]))
    .where((eb) => eb.or([eb("staff.endedOn", "is", null), eb("staff.endedOn", ">", from)]))
    .executeTakeFirst();
}

/** Writes the terms that were decided. */
export async function recordCoordinator(
  trx: Trx,
  caseId: CaseId,
  episodeId: EpisodeId,
  { begins, ends }: CoordinatorChange,
): Promise<void> {
  if (ends !== undefined)
    await trx
      .updateTable("coordinator")
      .set({ toOn: ends.to })
      .where("episodeId", "=", episodeId)
      .where("fromOn", "=", ends.term.from)
      .execute();
  await trx
    .insertInto("coordinator")
    .values({
      coordinatorId: newId(),
      caseId,
      episodeId,
      staffId: begins.id,
      fromOn: begins.from,
      toOn: begins.to ?? null,
    })
    .execute();
}

/** The dates of a referral that its state follows from. */
export async function findReferralDates(trx: ReadTrx | Trx, referralId: ReferralId) {
  const row = await (trx as ReadTrx)
    .selectFrom("referral")
    .innerJoin("episode", "episode.episodeId", "referral.episodeId")
    .select([
      "referral.acknowledgedAt",
      "referral.withdrawnOn",
      "episode.effectiveDate",
      "episode.lastServiceDay",
    ])
    .where("referralId", "=", referralId)
    .executeTakeFirst();
  return row && present(row);
}

/** The contractor has received the referral. */
export async function recordAcknowledgement(
  trx: Trx,
  referralId: ReferralId,
  by: StaffId,
  at: Instant,
): Promise<void> {
  await trx
    .updateTable("referral")
    .set({ acknowledgedAt: at, acknowledgedBy: by })
    .where("referralId", "=", referralId)
    .execute();
}
