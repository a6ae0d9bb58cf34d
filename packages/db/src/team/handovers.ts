import type {
  CaseId,
  EpisodeId,
  HandoverId,
  Instant,
  OrganizationId,
  PersonId,
  PlainDate,
  StaffId,
} from "@kinward/domain/kernel";
import type { HandoverPart, HandoverRecord, ResponsibleRole } from "@kinward/domain/team";
import type { HandoverToRead } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";

/** What a note tells beside duties and dates, as far as the organization may read it; absent: the Department. */
export async function loadHandoverRecord(
  trx: ReadTrx | Trx,
  caseId: CaseId,
  organizationId: OrganizationId | undefined,
): Promise<Omit<HandoverRecord, "file" | "duties" | "nextReportOn">> {
  const own = sql`${organizationId ?? null}::uuid`;
  const { rows } = await sql<{
    interpreterLanguages: readonly string[];
    culturalNotes: string | null;
    addresses: HandoverRecord["addresses"];
    risks: HandoverRecord["risks"];
    safetyConcerns: HandoverRecord["safetyConcerns"];
  }>`
    SELECT CASE WHEN c.interpreter_needed THEN c.languages ELSE '{}' END AS interpreter_languages, c.cultural_notes,
      (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('person', l.person_id, 'setting', l.setting,
          'address', l.address, 'from', l.from_on, 'to', l.to_on)) ORDER BY l.person_id), '[]')
        FROM app.living_situation l WHERE l.case_id = c.case_id AND l.address IS NOT NULL) AS addresses,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('text', r.risks,
          'on', (r.submitted_at AT TIME ZONE (SELECT time_zone FROM app.agency))::date) ORDER BY r.submitted_at), '[]')
        FROM app.referral r WHERE r.case_id = c.case_id AND btrim(r.risks) <> '' AND r.withdrawal_reversed IS NOT TRUE
          AND (${own} IS NULL OR EXISTS (SELECT FROM app.episode_contractor k
            WHERE k.episode_id = r.episode_id AND k.organization_id = ${own}))) AS risks,
      (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('on', t.on_date, 'by', s.name)) ORDER BY t.on_date), '[]')
        FROM app.contact t LEFT JOIN app.staff s ON s.staff_id = t.staff_id
        WHERE t.case_id = c.case_id AND NOT t.withdrawn AND t.safety_concern = 'YES'
          AND (${own} IS NULL OR t.organization_id = ${own})) AS safety_concerns
    FROM app.case_record c WHERE c.case_id = ${caseId}`.execute(trx as Trx);
  const [row] = rows;
  if (row === undefined) throw new Error(`no case ${caseId}`);
  const { culturalNotes, ...rest } = row;
  return { ...rest, ...(culturalNotes === null ? {} : { culturalNotes }) };
}

/** A handover as it was written. */
export interface HandoverRow {
  readonly handoverId: HandoverId;
  readonly caseId: CaseId;
  readonly episodeId?: EpisodeId;
  readonly role: ResponsibleRole;
  readonly fromName?: string;
  readonly toStaffId: StaffId;
  readonly toName: string;
  readonly from: PlainDate;
  readonly note?: string;
  readonly parts: readonly HandoverPart[];
  readonly readAt?: Instant;
}

/** The handovers of a case, newest first. Row-level security leaves out those of another organization. */
export async function listHandovers(
  trx: ReadTrx | Trx,
  caseId: CaseId,
): Promise<readonly HandoverRow[]> {
  const { rows } = await sql<HandoverRow>`
    SELECT h.handover_id, h.case_id, h.episode_id, h.role, f.name AS from_name, h.to_staff_id, t.name AS to_name,
      h.from_on AS "from", h.note, h.parts, h.read_at
    FROM app.handover h JOIN app.staff t ON t.staff_id = h.to_staff_id
    LEFT JOIN app.staff f ON f.staff_id = h.from_staff_id
    WHERE h.case_id = ${caseId} ORDER BY h.from_on DESC, h.known_from DESC`.execute(trx as Trx);
  return rows.map((row) => present(row) as HandoverRow);
}

/** Names of the members of cases, for what speaks of them by id. */
export async function memberNames(
  trx: ReadTrx | Trx,
  caseId: CaseId,
): Promise<ReadonlyMap<PersonId, string>> {
  const { rows } = await sql<{ personId: PersonId; name: string }>`
    SELECT p.person_id, app.display_name(p.given, p.preferred, p.family, p.suffix) AS name
    FROM app.person p WHERE p.person_id IN (SELECT m.person_id FROM app.member m WHERE m.case_id = ${caseId})`.execute(
    trx as Trx,
  );
  return new Map(rows.map((row) => [row.personId, row.name]));
}

/** Handovers that wait to be read by someone, while the case is theirs or is going to be. */
export async function listHandoversToRead(
  trx: ReadTrx,
  staffId: StaffId,
  today: PlainDate,
): Promise<readonly HandoverToRead[]> {
  const { rows } = await sql<HandoverToRead>`
    SELECT h.handover_id, h.case_id, c.family_name, c.number AS case_number, f.name AS from_name, h.from_on AS "from"
    FROM app.handover h JOIN app.case_record c ON c.case_id = h.case_id
    LEFT JOIN app.staff f ON f.staff_id = h.from_staff_id
    WHERE h.to_staff_id = ${staffId} AND h.read_at IS NULL AND (
      EXISTS (SELECT FROM app.case_team t WHERE h.role = 'CASEWORKER' AND t.case_id = h.case_id AND t.staff_id = ${staffId}
        AND (t.to_on IS NULL OR t.to_on >= ${today}))
      OR EXISTS (SELECT FROM app.coordinator k WHERE k.episode_id = h.episode_id AND k.staff_id = ${staffId}
        AND (k.to_on IS NULL OR k.to_on >= ${today})))
    ORDER BY h.from_on, c.family_name`.execute(trx as unknown as Trx);
  return rows.map((row) => present(row) as HandoverToRead);
}

/** The one who took over has read the note. */
export const recordHandoverRead = async (
  trx: Trx,
  handoverId: HandoverId,
  at: Instant,
): Promise<void> =>
  void (await trx
    .updateTable("handover")
    .set({ readAt: at })
    .where("handoverId", "=", handoverId)
    .execute());
