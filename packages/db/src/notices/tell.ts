import { type NoticeReader, noticeOfAct } from "@kinward/domain/notices";
import type { CaseId, CommandId, Instant, Params } from "@kinward/domain/kernel";
import { type RawBuilder, sql } from "kysely";
import type { Caller } from "../core/caller.ts";
import type { Trx } from "../core/client.ts";
import { PREPARED } from "../core/prepared.ts";

/** An act as its record has it. */
export interface ActDone {
  readonly procedure: string;
  readonly commandId: CommandId;
  readonly caller: Caller;
  readonly at: Instant;
  readonly caseId?: CaseId | undefined;
  readonly subject?: { readonly kind: string; readonly id: string } | undefined;
  readonly params?: Params | undefined;
}

const today = sql`app.today()`;
const inForce = (alias: string): RawBuilder<unknown> =>
  sql`(${sql.ref(`${alias}.to_on`)} IS NULL OR ${sql.ref(`${alias}.to_on`)} >= ${today})`;
/** A role is over on the day it ends. */
const withRole = (...roles: readonly string[]): RawBuilder<unknown> => sql`EXISTS (
  SELECT FROM app.staff_role r WHERE r.staff_id = s.staff_id AND r.role IN (${sql.join(roles)})
    AND r.from_on <= ${today} AND (r.to_on IS NULL OR r.to_on > ${today}))`;

/** People of the services that an act is about. */
const ofService =
  (people: (episodeId: string) => RawBuilder<unknown>) =>
  ({ subject }: ActDone): RawBuilder<unknown> | undefined =>
    subject?.kind === "EPISODE" ? people(subject.id) : undefined;

const person = (id: unknown): RawBuilder<unknown> | undefined =>
  typeof id === "string" ? sql`SELECT ${id}::uuid AS staff_id` : undefined;

const people = (ids: unknown): RawBuilder<unknown> | undefined =>
  Array.isArray(ids) ? sql`SELECT unnest(${ids}::uuid[]) AS staff_id` : undefined;

/** The people whom each kind of reader stands for; of the case those of today or, until it begins, of its first day. */
const READERS: Readonly<Record<NoticeReader, (act: ActDone) => RawBuilder<unknown> | undefined>> = {
  WORKER: ({ caseId }) =>
    caseId &&
    sql`SELECT t.staff_id FROM app.case_team t WHERE t.case_id = ${caseId} AND ${inForce("t")}`,
  COORDINATOR: ({ caseId }) =>
    caseId &&
    sql`SELECT k.staff_id FROM app.coordinator k JOIN app.episode e ON e.episode_id = k.episode_id
      WHERE k.case_id = ${caseId} AND ${inForce("k")} AND (e.last_service_day IS NULL OR e.last_service_day >= ${today})`,
  SERVICE_COORDINATOR: ofService(
    (episodeId) =>
      sql`SELECT x.staff_id FROM app.coordinator k CROSS JOIN LATERAL (SELECT k.staff_id
          UNION ALL SELECT v.covered_by FROM app.cover v WHERE v.staff_id = k.staff_id AND NOT v.cancelled AND v.from_on <= ${today}
            AND ${inForce("v")}) x
        WHERE k.episode_id = ${episodeId} AND ${inForce("k")}`,
  ),
  SERVICE_SUPERVISOR: ofService(
    (episodeId) =>
      sql`SELECT s.staff_id FROM app.staff s WHERE ${withRole("CONTRACTOR_SUPERVISOR")}
        AND s.organization_id = (SELECT c.organization_id FROM app.episode_contractor c
          WHERE c.episode_id = ${episodeId} ORDER BY c.from_on DESC LIMIT 1)`,
  ),
  INTAKE: ({ caseId }) =>
    caseId &&
    sql`SELECT s.staff_id FROM app.staff s WHERE ${withRole("INTAKE", "CONTRACTOR_SUPERVISOR")}
      AND s.organization_id = (SELECT c.organization_id FROM app.episode e JOIN app.episode_contractor c USING (episode_id)
        WHERE e.case_id = ${caseId} ORDER BY e.no DESC, c.from_on DESC LIMIT 1)`,
  NAMED: ({ params }) => person(params?.["staffId"]),
  COVER: ({ params }) => person(params?.["coveredBy"]),
  SUPERVISOR: ({ caller }) =>
    caller.kind === "person"
      ? sql`SELECT l.supervisor_id AS staff_id FROM app.supervisor_line l
          WHERE l.staff_id = ${caller.staffId} AND l.from_on <= ${today} AND ${inForce("l")}`
      : undefined,
  DECIDERS: ({ params }) => people(params?.["deciders"]),
  PROPOSERS: ({ params }) => people(params?.["proposers"]),
  ADMINISTRATORS: () => sql`SELECT s.staff_id FROM app.staff s WHERE ${withRole("ADMINISTRATOR")}`,
  PROPOSER: ({ subject }) =>
    subject &&
    sql`(SELECT p.proposed_by AS staff_id FROM app.proposal p
      WHERE p.subject_kind = ${subject.kind} AND p.subject_id = ${subject.id} ORDER BY p.proposed_at DESC LIMIT 1)`,
};

/**
 * Tells an act to those whom it concerns, in its own transaction: what is undone was never told. One statement for acts
 * that concern others, none for the rest.
 */
export async function tellOfAct(trx: Trx, act: ActDone): Promise<void> {
  const notice = noticeOfAct(act.procedure);
  if (notice === undefined) return;
  const readers = notice.to.flatMap((to) => READERS[to](act) ?? []);
  if (readers.length === 0) return;
  const actor = act.caller.kind === "person" ? act.caller.staffId : null;
  await sql`${PREPARED} INSERT INTO app.notice (notice_id, staff_id, kind, case_id, at, about)
    SELECT uuidv7(), w.staff_id, ${notice.kind}, ${act.caseId ?? null}::uuid, ${act.at}, ${act.commandId}
    FROM (${sql.join(readers, sql` UNION `)}) w JOIN app.staff s ON s.staff_id = w.staff_id
    WHERE s.staff_id IS DISTINCT FROM ${actor}::uuid AND (s.ended_on IS NULL OR s.ended_on > ${today})`.execute(
    trx,
  );
}
