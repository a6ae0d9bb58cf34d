import { dutyId } from "@kinward/domain/contacts";
import type {
  CaseId,
  EpisodeId,
  Instant,
  OrganizationId,
  PersonId,
  PlainDate,
  ReferralId,
  StaffId,
} from "@kinward/domain/kernel";
import type { OpeningBasis, ServiceType } from "@kinward/domain/people";
import type { CaseProfile } from "@kinward/domain/policy";
import type { CaseStage, EpisodeView, PersonView } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";
import { asKnown, type KnownAt, personAsKnown } from "../history/as-known.ts";

/** A day: a value, or a column of a statement that asks about several. */
type Day = PlainDate | RawBuilder<PlainDate>;

/** What the header of a case says of the record itself. */
export interface CaseFacts {
  readonly caseId: CaseId;
  readonly number: string;
  readonly profile: CaseProfile;
  readonly familyName: string;
  readonly revision: number;
  readonly stage?: CaseStage;
  readonly openedOn?: PlainDate;
  readonly openingBasis?: OpeningBasis;
  readonly languages: readonly string[];
  readonly interpreterNeeded: boolean | null;
  readonly culturalNotes?: string;
  readonly workerName?: string;
  readonly workerEmail?: string;
}

export interface EpisodeRow {
  readonly episodeId: EpisodeId;
  readonly no: number;
  readonly serviceType: ServiceType;
  readonly effectiveDate: PlainDate;
  readonly lastServiceDay: PlainDate | null;
  readonly areaName: string;
  readonly contractorId: OrganizationId;
  readonly contractorName: string;
  readonly referralId: ReferralId;
  readonly coordinatorId: StaffId | null;
  readonly coordinatorName: string | null;
  readonly coordinatorFrom: PlainDate | null;
}

export async function findCaseFacts(
  trx: ReadTrx,
  caseId: CaseId,
  today: PlainDate,
): Promise<CaseFacts | undefined> {
  const { rows } = await caseFactsQuery(caseId, today).execute(trx as unknown as Trx);
  return rows[0] && (present(rows[0]) as CaseFacts);
}

/** What the record of a case says on a day, as known at a moment. */
export function caseFactsQuery(caseId: CaseId, today: Day, knownAt?: KnownAt) {
  const of = (table: string) => asKnown(table, [caseId], knownAt);
  return sql<CaseFacts>`
    SELECT c.case_id, c.number, c.profile, c.family_name, c.revision, c.stage, c.opened_on, c.opening_basis, c.languages, c.interpreter_needed, c.cultural_notes,
      w.name AS worker_name, w.email AS worker_email
    FROM ${of("case_record")} c
    LEFT JOIN LATERAL (
      SELECT s.name, s.email::text AS email FROM ${of("case_team")} t JOIN app.staff s ON s.staff_id = t.staff_id
      WHERE t.case_id = c.case_id AND t.role = 'CASEWORKER' AND (t.to_on IS NULL OR t.to_on >= ${today}) ORDER BY (t.from_on <= ${today}) DESC, t.from_on DESC LIMIT 1
    ) w ON true
    WHERE c.case_id = ${caseId}`;
}

/** The episodes of a case, the newest last; one that was withdrawn before it began is not among them. */
export async function listEpisodes(
  trx: ReadTrx,
  caseId: CaseId,
  today: PlainDate,
): Promise<readonly EpisodeView[]> {
  const { rows } = await episodesQuery(caseId, today).execute(trx as unknown as Trx);
  return rows.map(episodeOf);
}

/** The episodes of a case on a day, as known at a moment. */
export function episodesQuery(caseId: CaseId, today: Day, knownAt?: KnownAt) {
  const of = (table: string) => asKnown(table, [caseId], knownAt);
  return sql<EpisodeRow>`
    SELECT e.episode_id, e.no, e.service_type, e.effective_date, e.last_service_day, r.referral_id,
      a.name || coalesce(' / ' || ca.subarea_name, '') AS area_name, g.organization_id AS contractor_id, g.name AS contractor_name,
      k.staff_id AS coordinator_id, k.name AS coordinator_name, k.from_on AS coordinator_from
    FROM ${of("episode")} e
    JOIN ${of("referral")} r ON r.episode_id = e.episode_id AND r.withdrawal_reversed IS NOT TRUE
    JOIN LATERAL (SELECT * FROM ${of("episode_contractor")} x WHERE x.episode_id = e.episode_id ORDER BY (x.from_on <= ${today}) DESC, x.from_on DESC LIMIT 1) ec ON true
    JOIN app.organization g ON g.organization_id = ec.organization_id
    JOIN app.contract_area ca ON ca.contract_area_id = ec.contract_area_id
    JOIN app.service_area a ON a.service_area_id = ca.service_area_id
    LEFT JOIN LATERAL (
      SELECT s.staff_id, s.name, k.from_on FROM ${of("coordinator")} k JOIN app.staff s ON s.staff_id = k.staff_id
      WHERE k.episode_id = e.episode_id AND (k.to_on IS NULL OR k.to_on >= least(${today}::date, coalesce(e.last_service_day, ${today}::date)))
      ORDER BY (k.from_on <= ${today}) DESC, k.from_on DESC LIMIT 1
    ) k ON true
    WHERE e.case_id = ${caseId} ORDER BY e.no`;
}

export const episodeOf = ({
  coordinatorId,
  coordinatorName,
  coordinatorFrom,
  lastServiceDay,
  ...row
}: EpisodeRow): EpisodeView => ({
  ...row,
  ...(lastServiceDay === null ? {} : { lastServiceDay }),
  ...(coordinatorId === null || coordinatorName === null || coordinatorFrom === null
    ? {}
    : { coordinator: { staffId: coordinatorId, name: coordinatorName, from: coordinatorFrom } }),
});

/** What a person's row adds to the case file: name, languages, kind of birth date, and where they live now. */
export interface PersonDetails extends Pick<
  PersonView,
  "personId" | "name" | "languages" | "memberships" | "livingHistory"
> {
  readonly birthDateKind?: NonNullable<PersonView["birthDateKind"]>;
  readonly detailsConfirmed: boolean;
  readonly address?: string;
  readonly confirmed: boolean;
}

export async function listPersonDetails(
  trx: ReadTrx,
  caseId: CaseId,
  today: PlainDate,
): Promise<ReadonlyMap<PersonId, PersonDetails>> {
  const { rows } = await personDetailsQuery(caseId, today).execute(trx as unknown as Trx);
  return detailsById(rows);
}

/** What the people of a case say of themselves on a day, as known at a moment. */
export function personDetailsQuery(caseId: CaseId, today: Day, knownAt?: KnownAt) {
  const of = (table: string) => asKnown(table, [caseId], knownAt);
  return sql<PersonDetails>`
    SELECT DISTINCT ON (p.person_id) p.person_id, app.display_name(p.given, p.preferred, p.family, p.suffix) AS name, p.languages, p.birth_date_kind,
      p.confirmed AS details_confirmed, l.address, coalesce(l.confirmed, true) AS confirmed,
      (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('memberId', o.member_id, 'from', o.joined_on, 'to', o.left_on,
          'because', o.left_because, 'confirmed', o.confirmed)) ORDER BY o.joined_on NULLS FIRST)
        FROM ${of("member")} o WHERE o.case_id = m.case_id AND o.person_id = m.person_id) AS memberships,
      coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('stayId', o.living_situation_id, 'setting', o.setting,
          'state', o.state, 'address', o.address, 'from', o.from_on, 'to', o.to_on, 'confirmed', o.confirmed))
          ORDER BY o.from_on NULLS FIRST)
        FROM ${of("living_situation")} o WHERE o.case_id = m.case_id AND o.person_id = m.person_id), '[]') AS living_history
    FROM ${of("member")} m JOIN LATERAL ${personAsKnown(knownAt)} p ON true
    LEFT JOIN LATERAL (
      SELECT l.address, l.confirmed FROM ${of("living_situation")} l
      WHERE l.case_id = m.case_id AND l.person_id = m.person_id
        AND (l.from_on IS NULL OR l.from_on <= ${today}) AND (l.to_on IS NULL OR l.to_on >= ${today}) LIMIT 1
    ) l ON true
    WHERE m.case_id = ${caseId} ORDER BY p.person_id`;
}

export const detailsById = (rows: readonly PersonDetails[]): ReadonlyMap<PersonId, PersonDetails> =>
  new Map(rows.map((row) => [row.personId, present(row) as PersonDetails]));

export interface TimelineFacts {
  readonly contacts: readonly {
    readonly contactId: string;
    readonly onDate: PlainDate;
    readonly mode: string;
    readonly place: string | null;
    readonly people: readonly PersonId[];
    readonly by: string | null;
    readonly organizationId: OrganizationId | null;
    readonly notes: string | null;
    readonly corrected: boolean;
  }[];
  readonly events: readonly {
    readonly kind: string;
    readonly on: PlainDate;
    readonly at: Instant | null;
    readonly by: string | null;
    readonly text: string | null;
    readonly personId: PersonId | null;
    readonly setting: string | null;
    readonly id: string;
    /** It said something else before. */
    readonly corrected: boolean;
  }[];
}

/** Whether a row once said something else in one of the columns; what was filled in later, as an end, corrects nothing. */
const saidOtherwise = (
  table: string,
  id: RawBuilder<unknown>,
  columns: readonly string[],
): RawBuilder<boolean> => sql`EXISTS (SELECT FROM app.history h, unnest(${columns}::text[]) AS col
  WHERE h.table_name = ${table} AND h.row_id = ${id}::text AND h.changed ? col AND h.row ->> col IS NOT NULL)`;

/** The newest contacts and the events that carry a date, for the timeline. */
export async function loadTimeline(
  trx: ReadTrx,
  caseId: CaseId,
  most: number,
): Promise<TimelineFacts> {
  const run = trx as unknown as Trx;
  const contacts = await sql<TimelineFacts["contacts"][number]>`
    SELECT t.contact_id, t.on_date, t.mode, t.place, t.people, s.name AS by, t.organization_id, t.notes, t.version > 1 AS corrected
    FROM app.contact t LEFT JOIN app.staff s ON s.staff_id = t.staff_id
    WHERE t.case_id = ${caseId} AND NOT t.withdrawn ORDER BY t.on_date DESC, t.contact_id DESC LIMIT ${most}`.execute(
    run,
  );
  const events = await sql<TimelineFacts["events"][number]>`
    SELECT * FROM (
      SELECT 'REFERRAL' AS kind, (r.submitted_at AT TIME ZONE (SELECT time_zone FROM app.agency))::date AS on, r.submitted_at AS at, s.name AS by,
        g.name AS text, NULL::uuid AS person_id, NULL::text AS setting, r.referral_id::text AS id, false AS corrected
      FROM app.referral r LEFT JOIN app.staff s ON s.staff_id = r.submitted_by
      LEFT JOIN LATERAL (SELECT g.name FROM app.episode_contractor ec JOIN app.organization g ON g.organization_id = ec.organization_id
        WHERE ec.episode_id = r.episode_id ORDER BY ec.from_on LIMIT 1) g ON true
      WHERE r.case_id = ${caseId}
      UNION ALL
      SELECT 'COORDINATOR', k.from_on, NULL, g.name, s.name, NULL, NULL, k.coordinator_id::text, false
      FROM app.coordinator k JOIN app.staff s ON s.staff_id = k.staff_id LEFT JOIN app.organization g ON g.organization_id = s.organization_id
      WHERE k.case_id = ${caseId}
      UNION ALL
      SELECT 'MOVE', l.from_on, NULL, NULL, NULL, l.person_id, l.setting, l.living_situation_id::text,
        ${saidOtherwise("living_situation", sql`l.living_situation_id`, ["setting", "state", "address", "from_on"])}
      FROM app.living_situation l WHERE l.case_id = ${caseId} AND l.from_on IS NOT NULL
        AND EXISTS (SELECT FROM app.living_situation f WHERE f.case_id = l.case_id AND f.person_id = l.person_id AND f.to_on = l.from_on - 1)
      UNION ALL
      SELECT 'MEMBER', m.joined_on, NULL, NULL, NULL, m.person_id, NULL, m.member_id::text, ${saidOtherwise("member", sql`m.member_id`, ["joined_on", "role"])}
      FROM app.member m WHERE m.case_id = ${caseId} AND m.joined_on IS NOT NULL
      UNION ALL
      SELECT 'NOTICE', t.on_date, NULL, s.name, NULL, NULL, NULL, t.task_record_id::text, false
      FROM app.task_record t LEFT JOIN app.staff s ON s.staff_id = t.staff_id WHERE t.case_id = ${caseId} AND t.type = 'FIRST_MEETING_EMAIL'
      UNION ALL
      SELECT 'OPENED', c.opened_on, NULL, NULL, NULL, NULL, NULL, c.case_id::text, ${saidOtherwise("case_record", sql`c.case_id`, ["opened_on"])} FROM app.case_record c WHERE c.case_id = ${caseId} AND c.opened_on IS NOT NULL
      UNION ALL
      SELECT 'ENDED', e.last_service_day, NULL, NULL, NULL, NULL, NULL, e.episode_id::text, ${saidOtherwise("episode", sql`e.episode_id`, ["last_service_day"])}
      FROM app.episode e WHERE e.case_id = ${caseId} AND e.last_service_day IS NOT NULL
    ) x ORDER BY x.on DESC LIMIT ${most}`.execute(run);
  return { contacts: contacts.rows, events: events.rows };
}

/** Notes about late or missed duties, by episode and key. */
export async function listDutyNotes(
  trx: ReadTrx,
  caseId: CaseId,
): Promise<ReadonlyMap<string, string>> {
  const rows = await trx
    .selectFrom("dutyNote")
    .select(["episodeId", "key", "note"])
    .where("caseId", "=", caseId)
    .execute();
  return new Map(rows.map((row) => [dutyId(row), row.note]));
}
