import type { CoordinatorFacts } from "@kinward/domain/assignment";
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
import { bucketBounds } from "@kinward/domain/contacts";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { newId, present } from "../core/values.ts";

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
          AND d.kind = ANY (${late.kinds}::text[]) AND d.due_on <= ${late.dueTo ?? null}) AS late
    FROM app.staff s
    WHERE s.organization_id = ${organizationId} AND (s.ended_on IS NULL OR s.ended_on > ${today})
      AND EXISTS (SELECT FROM app.staff_role r WHERE r.staff_id = s.staff_id AND r.role = 'CARE_COORDINATOR'
        AND r.from_on <= ${today} AND (r.to_on IS NULL OR r.to_on > ${today}))
    ORDER BY open_cases, s.name`.execute(trx as unknown as Trx);
  return rows;
}

export interface CoordinatorSituation extends CoordinatorFacts {
  readonly caseId: CaseId;
  readonly coordinatorName: string;
}

/** What deciding on a care coordinator of an episode needs; undefined when the caller sees no such episode. */
export async function findCoordinatorFacts(
  trx: ReadTrx | Trx,
  episodeId: EpisodeId,
  staffId: StaffId,
  from: PlainDate,
): Promise<CoordinatorSituation | undefined> {
  const read = trx as ReadTrx;
  const episode = await read
    .selectFrom("episode")
    .select(["caseId", "effectiveDate", "lastServiceDay"])
    .where("episodeId", "=", episodeId)
    .executeTakeFirst();
  if (episode === undefined) return undefined;
  const terms = await read
    .selectFrom("coordinator")
    .select(["staffId as id", "fromOn as from", "toOn as to"])
    .where("episodeId", "=", episodeId)
    .orderBy("fromOn")
    .execute();
  const person = await read
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
  return {
    caseId: episode.caseId,
    effectiveDate: episode.effectiveDate,
    ...(episode.lastServiceDay === null ? {} : { lastServiceDay: episode.lastServiceDay }),
    terms: terms.map((term) => present(term)) as CoordinatorFacts["terms"],
    isStaffOfContractor: person !== undefined,
    coordinatorName: person?.name ?? "",
  };
}

/** Writes the terms that were decided. */
export async function recordCoordinator(
  trx: Trx,
  caseId: CaseId,
  episodeId: EpisodeId,
  change: {
    readonly begins: { readonly id: StaffId; readonly from: PlainDate };
    readonly ends?: { readonly id: StaffId; readonly from: PlainDate; readonly to: PlainDate };
  },
): Promise<void> {
  if (change.ends !== undefined)
    await trx
      .updateTable("coordinator")
      .set({ toOn: change.ends.to })
      .where("episodeId", "=", episodeId)
      .where("staffId", "=", change.ends.id)
      .where("fromOn", "=", change.ends.from)
      .execute();
  await trx
    .insertInto("coordinator")
    .values({
      coordinatorId: newId(),
      caseId,
      episodeId,
      staffId: change.begins.id,
      fromOn: change.begins.from,
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
