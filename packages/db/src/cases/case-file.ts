import { type CaseFile, joinMemberships } from "@kinward/domain/casefile";
import type { CaseId, Instant } from "@kinward/domain/kernel";
import { type CaseProfile, type PolicyBook } from "@kinward/domain/policy";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { PREPARED } from "../core/prepared.ts";
import { asKnown, type KnownAt, personAsKnown } from "../history/as-known.ts";
import { type BookRef, bookRefOf, getPolicyBook } from "../policy/books.ts";

/** A case file with the policy that stands behind it. */
export interface LoadedCase {
  readonly caseId: CaseId;
  readonly profile: CaseProfile;
  readonly revision: number;
  readonly file: CaseFile;
  readonly book: PolicyBook;
}

/**
 * All facts of a case that a rule reads, as known now or at an earlier moment, with the book of that moment. The only
 * reader of case files: what it does not see, no rule knows.
 */
export async function findCaseFile(
  trx: ReadTrx | Trx,
  caseId: CaseId,
  knownAt?: Instant,
): Promise<LoadedCase | undefined> {
  const [loaded] = await loadCaseFiles(trx, [caseId], knownAt);
  return loaded;
}

/** Like `findCaseFile` for a case that is there. */
export async function loadCaseFile(
  trx: ReadTrx | Trx,
  caseId: CaseId,
  knownAt?: Instant,
): Promise<LoadedCase> {
  const loaded = await findCaseFile(trx, caseId, knownAt);
  if (loaded === undefined) throw new Error(`no case ${caseId}`);
  return loaded;
}

/** Many case files by one statement, in order of their ids. */
export async function loadCaseFiles(
  trx: ReadTrx | Trx,
  caseIds: readonly CaseId[],
  knownAt?: Instant,
): Promise<readonly LoadedCase[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await caseFilesQuery(caseIds, knownAt).execute(trx as Trx);
  const loaded: LoadedCase[] = [];
  for (const { book, ...row } of rows)
    loaded.push({
      ...row,
      file: { ...row.file, members: joinMemberships(row.file.members) },
      book: await getPolicyBook(trx, book ?? { profile: row.profile, number: 0 }),
    });
  return loaded;
}

/** A case file as the statement gives it, with a reference to its book. */
export interface CaseFileRow {
  readonly caseId: CaseId;
  readonly profile: CaseProfile;
  readonly revision: number;
  readonly file: CaseFile;
  readonly book: BookRef | null;
}

/** PostgreSQL puts the document together: empty columns become missing keys, dates are ISO texts already. */
export function caseFilesQuery(caseIds: readonly CaseId[], knownAt: KnownAt) {
  const of = (table: string) => asKnown(table, caseIds, knownAt);
  return sql<CaseFileRow>`${knownAt === undefined ? PREPARED : sql``}
SELECT c.case_id, c.profile, c.revision, ${bookRefOf("c.profile", knownAt)} AS book,
  jsonb_strip_nulls(jsonb_build_object(
    'caseId', c.case_id, 'profile', c.profile, 'openedOn', c.opened_on, 'openingBasis', c.opening_basis,
    'serviceTerminationDate', c.closed_on,
    'episodes', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'id', e.episode_id, 'serviceType', e.service_type, 'effectiveDate', e.effective_date,
        'lastServiceDay', e.last_service_day,
        'coordinators', (
          SELECT jsonb_agg(jsonb_build_object('id', k.staff_id, 'name', s.name, 'from', k.from_on, 'to', k.to_on) ORDER BY k.from_on)
          FROM ${of("coordinator")} k JOIN app.staff s USING (staff_id) WHERE k.episode_id = e.episode_id)
      ) ORDER BY e.no)
      FROM ${of("episode")} e WHERE e.case_id = c.case_id
        -- A referral taken back before its effective date began no service.
        AND NOT EXISTS (SELECT FROM ${of("referral")} r WHERE r.episode_id = e.episode_id AND r.withdrawal_reversed)
    ), '[]'),
    'members', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'id', m.person_id, 'name', app.display_name(p.given, p.preferred, p.family, p.suffix), 'role', m.role,
        'joined', m.joined_on, 'to', m.left_on, 'dob', p.birth_date, 'deceasedOn', p.deceased_on,
        'continuesPastMajority', nullif(m.continues_past_majority, false),
        'living', coalesce((
          SELECT jsonb_agg(jsonb_build_object('setting', l.setting, 'state', l.state, 'from', l.from_on, 'to', l.to_on) ORDER BY l.from_on NULLS FIRST)
          FROM ${of("living_situation")} l WHERE l.case_id = c.case_id AND l.person_id = m.person_id), '[]'),
        'criteria', (
          SELECT jsonb_agg(jsonb_build_object('basis', b.basis, 'from', b.from_on, 'to', b.to_on,
            'meetsOpeningCriteria', b.meets_opening_criteria, 'siblingKind', b.sibling_kind, 'caretakerKind', b.caretaker_kind)
            ORDER BY b.from_on NULLS FIRST, b.basis)
          FROM ${of("member_basis")} b WHERE b.case_id = c.case_id AND b.person_id = m.person_id),
        'purposes', (
          SELECT jsonb_agg(jsonb_build_object('purpose', u.purpose, 'from', u.from_on, 'to', u.to_on) ORDER BY u.from_on NULLS FIRST)
          FROM ${of("member_purpose")} u WHERE u.case_id = c.case_id AND u.person_id = m.person_id)
      ) ORDER BY m.position, m.joined_on NULLS FIRST, m.member_id)
      FROM ${of("member")} m JOIN LATERAL ${personAsKnown(knownAt)} p ON true WHERE m.case_id = c.case_id
    ), '[]'),
    'contacts', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', t.contact_id, 'date', t.on_date, 'mode', t.mode, 'with', to_jsonb(t.people),
        'place', t.place, 'by', t.counts_as, 'organizationId', t.organization_id, 'enteredOn', t.entered_on)
        ORDER BY t.on_date, t.contact_id)
      FROM ${of("contact")} t WHERE t.case_id = c.case_id AND NOT t.withdrawn
    ), '[]'),
    'familyPlanFrequency', (
      SELECT jsonb_agg(${FREQUENCY} ORDER BY f.from_on, f.recorded_at, f.frequency_id)
      FROM ${of("frequency")} f WHERE f.case_id = c.case_id AND f.person_id IS NULL),
    'planFrequencies', (
      SELECT jsonb_agg(${FREQUENCY} || jsonb_build_object('member', f.person_id) ORDER BY f.from_on, f.recorded_at, f.frequency_id)
      FROM ${of("frequency")} f WHERE f.case_id = c.case_id AND f.person_id IS NOT NULL),
    'tasksInput', (
      SELECT jsonb_agg(jsonb_build_object('type', k.type,
        CASE k.type WHEN 'FIRST_MEETING_EMAIL' THEN 'sentOn' ELSE 'date' END, k.on_date,
        'workerPresent', k.worker_present, 'statedMeetingDate', k.stated_meeting_date, 'member', k.person_id,
        'with', to_jsonb(nullif(k.people, '{}')), 'note', k.note) ORDER BY k.on_date, k.task_record_id)
      FROM ${of("task_record")} k WHERE k.case_id = c.case_id),
    'householdChanges', (
      SELECT jsonb_agg(jsonb_build_object('id', h.household_change_id, 'person', h.person_id, 'who', h.who, 'type', h.kind,
        'date', h.on_date, 'notifiedDepartmentOn', h.notified_department_on,
        'byDepartment', nullif(s.staff_id IS NOT NULL AND s.organization_id IS NULL, false))
        ORDER BY h.on_date, h.household_change_id)
      FROM ${of("household_change")} h LEFT JOIN app.staff s ON s.staff_id = h.recorded_by WHERE h.case_id = c.case_id),
    'terminationsOfRights', (
      SELECT jsonb_agg(jsonb_build_object('parent', t.parent_person_id, 'child', coalesce(t.child_person_id::text, 'ALL'),
        'date', t.on_date) ORDER BY t.on_date, t.termination_of_rights_id)
      FROM ${of("termination_of_rights")} t WHERE t.case_id = c.case_id)
  )) AS file
FROM ${of("case_record")} c WHERE c.case_id = ANY (${caseIds}::uuid[]) ORDER BY c.case_id`;
}

const FREQUENCY = sql`jsonb_build_object('id', f.frequency_id, 'approvedOn', f.approved_on, 'times', f.times, 'per', f.per, 'source', f.source, 'from', f.from_on, 'to', f.to_on,
  'recordedAt', to_char(f.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
