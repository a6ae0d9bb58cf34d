import { resolveArea } from "@kinward/domain/agency";
import {
  type AssignmentFacts,
  type CaseSoFar,
  overrideBasis,
  type ReferralDraft,
  type ReferralFacts,
} from "@kinward/domain/assignment";
import type {
  CaseId,
  ContractAreaId,
  DraftId,
  PersonId,
  PlainDate,
  StaffId,
} from "@kinward/domain/kernel";
import { sql } from "kysely";
import { type AreaContracts, loadAreaContracts, loadServiceAreas } from "../agency/areas.ts";
import { loadCaseFile } from "../cases/case-file.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { findOverrideApproval } from "./override-approval.ts";
import { findPriorServices } from "./prior-services.ts";

/** What a referral is judged by, with the contracts of every area by their ids. */
export interface LoadedReferralFacts {
  readonly facts: ReferralFacts;
  readonly areas: ReadonlyMap<ContractAreaId, AreaContracts>;
}

/** Everything besides the form itself that decides whether it can be submitted and to whom it may go. */
export async function loadReferralFacts(
  trx: ReadTrx | Trx,
  draft: ReferralDraft,
  of: {
    readonly worker: StaffId;
    /** Absent: it was never saved. */
    readonly draftId?: DraftId;
  },
  today: PlainDate,
): Promise<LoadedReferralFacts> {
  const serviceAreas = await loadServiceAreas(trx);
  const areas = await loadAreaContracts(trx);
  const found = draft.caseId === undefined ? undefined : await findCaseSoFar(trx, draft.caseId);
  const people = (draft.family?.members ?? []).flatMap((member) => member.personId ?? []);
  const children = [
    ...(draft.family?.members ?? []).flatMap((member) =>
      member.role === "CHILD" ? (member.personId ?? []) : [],
    ),
    ...(found?.members ?? []).flatMap((member) => (member.role === "CHILD" ? member.id : [])),
  ];
  const openCases = people.length === 0 ? [] : await loadOpenCases(trx, people);
  const area = resolveArea(serviceAreas, draft.service ?? {}, today);
  const earlier = await loadEarlier(trx, draft.caseId, children, area.ok ? area.value : undefined);
  const isFound = draft.priorServices?.records?.some((record) => record.foundId !== undefined);
  const services = isFound ? await findPriorServices(trx, draft, today) : [];
  const known = {
    serviceAreas,
    contractsOf: (areaId: ContractAreaId) => areas.get(areaId)?.contracts ?? [],
    worker: of.worker,
    found: services,
  };
  const basis = of.draftId && overrideBasis(draft, known, today);
  const approvedBy = basis && of.draftId && (await findOverrideApproval(trx, of.draftId, basis));
  return {
    areas,
    facts: {
      ...known,
      pausesOf: (areaId) => areas.get(areaId)?.pauses ?? [],
      ...(found && { case: found }),
      openCases,
      ...(approvedBy && { overrideApprovedBy: approvedBy }),
      earlier,
    },
  };
}

/** The case that a referral continues; undefined when the caller cannot see it. */
export async function findCaseSoFar(
  trx: ReadTrx | Trx,
  caseId: CaseId,
): Promise<CaseSoFar | undefined> {
  const { rows } = await sql<{
    number: string;
    profile: CaseSoFar["profile"];
    openedOn: PlainDate | null;
    closedOn: PlainDate | null;
    episodes: CaseSoFar["episodes"];
  }>`
    SELECT c.number, c.profile, c.opened_on, c.closed_on, coalesce((
      SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('episodeId', e.episode_id, 'no', e.no, 'serviceType', e.service_type,
        'effectiveDate', e.effective_date, 'lastServiceDay', e.last_service_day, 'contractAreaId', r.contract_area_id,
        'standing', NOT e.withdrawn)) ORDER BY e.no)
      FROM app.episode e LEFT JOIN app.referral r USING (episode_id) WHERE e.case_id = c.case_id), '[]') AS episodes
    FROM app.case_record c WHERE c.case_id = ${caseId}`.execute(trx as Trx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { file } = await loadCaseFile(trx, caseId);
  return {
    caseId,
    caseNumber: row.number,
    profile: row.profile,
    ...(row.openedOn !== null && row.closedOn === null && { openedOn: row.openedOn }),
    members: file.members,
    episodes: row.episodes,
  };
}

/** Cases, not over, in which people are members today. */
async function loadOpenCases(trx: ReadTrx | Trx, people: readonly PersonId[]) {
  const { rows } = await sql<{ personId: PersonId; caseNumbers: readonly string[] }>`
    SELECT m.person_id, array_agg(c.number ORDER BY c.number) AS case_numbers
    FROM app.member m JOIN app.case_record c USING (case_id)
    WHERE m.person_id = ANY (${people}::uuid[]) AND (m.left_on IS NULL OR m.left_on >= app.today())
      AND c.stage IS DISTINCT FROM 'ENDED' AND c.stage IS DISTINCT FROM 'CLOSED'
    GROUP BY m.person_id`.execute(trx as Trx);
  return rows;
}

/** Safety plan services of the case, and reversed withdrawals of it or of a case that shares a child with it. */
async function loadEarlier(
  trx: ReadTrx | Trx,
  caseId: CaseId | undefined,
  children: readonly PersonId[],
  area: ContractAreaId | undefined,
): Promise<Pick<AssignmentFacts, "safetyPlan" | "withdrawn">> {
  if (caseId === undefined && children.length === 0) return {};
  const seq = sql`CASE WHEN k.contract_area_id = ${area ?? null}::uuid THEN k.seq END`;
  const { rows } = await sql<Pick<AssignmentFacts, "safetyPlan" | "withdrawn">>`
    SELECT (
      SELECT jsonb_strip_nulls(jsonb_build_object('contractor', k.organization_id, 'seq', ${seq}, 'closedOn', e.last_service_day))
      FROM app.episode e JOIN app.episode_contractor k USING (episode_id) JOIN app.referral r USING (episode_id)
      WHERE e.case_id = ${caseId ?? null}::uuid AND e.service_type = 'SAFETY_PLAN' AND NOT e.withdrawn
      ORDER BY e.no DESC, k.from_on DESC LIMIT 1
    ) AS safety_plan, (
      SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('contractor', k.organization_id, 'seq', ${seq},
        'withdrawnOn', r.withdrawn_on, 'method', l.line ->> 'method')) ORDER BY r.withdrawn_on)
      FROM app.referral r JOIN app.episode_contractor k USING (episode_id)
      JOIN app.ledger_line l ON l.referral_key = r.referral_key AND l.kind = 'ASSIGNMENT'
      WHERE r.withdrawal_reversed AND (r.case_id = ${caseId ?? null}::uuid OR EXISTS (
        SELECT FROM app.member m WHERE m.case_id = r.case_id AND m.role = 'CHILD' AND m.person_id = ANY (${children}::uuid[])))
    ) AS withdrawn`.execute(trx as Trx);
  const { safetyPlan, withdrawn } = rows[0] ?? {};
  return { ...(safetyPlan && { safetyPlan }), ...(withdrawn && { withdrawn }) };
}
