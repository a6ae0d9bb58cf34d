import type { CaseId, Instant, PlainDate } from "@kinward/domain/kernel";
import {
  type CorrectNeeds,
  type CorrectOpening,
  decideCorrectNeeds,
  decideCorrectOpening,
  type FamilyNeeds,
  type Opening,
  type OpeningBasis,
  type OpeningFacts,
  type Recorder,
} from "@kinward/domain/people";
import type { Source, Stated } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { present } from "../core/values.ts";

interface Row {
  readonly openedOn: PlainDate | null;
  readonly openingBasis: OpeningBasis | null;
  readonly languages: readonly string[];
  readonly interpreterNeeded: boolean | null;
  readonly culturalNotes: string | null;
  readonly needsConfirmed: boolean;
  readonly at: Instant;
  readonly by: string | null;
  readonly organizationName: string | null;
  readonly reason: string | null;
}

/** What a case said of its opening and of the family's needs, the newest first. */
export interface AboutCaseFacts {
  readonly openings: readonly Stated<Opening>[];
  readonly needs: readonly Stated<FamilyNeeds>[];
  readonly needsConfirmed: boolean;
}

const COLUMNS = sql`r.opened_on, r.opening_basis, r.languages, r.interpreter_needed, r.cultural_notes, r.needs_confirmed, r.version, r.known_from, r.command_id`;

/**
 * Every version of what a case says of itself, as far as it was known on a day.
 * @param until last day of which the reader may know; absent: all
 */
export async function listAboutCase(
  trx: ReadTrx,
  caseId: CaseId,
  until?: PlainDate,
): Promise<AboutCaseFacts | undefined> {
  const { rows } = await sql<Row>`
    SELECT v.opened_on, v.opening_basis, v.languages, v.interpreter_needed, v.cultural_notes, v.needs_confirmed,
      v.known_from AS at, c.reason, coalesce(s.name, c.system_purpose) AS by,
      CASE WHEN c.command_id IS NOT NULL THEN coalesce(o.name, a.name) END AS organization_name
    FROM (
      SELECT ${COLUMNS} FROM app.case_record r WHERE r.case_id = ${caseId}
      UNION ALL
      SELECT ${COLUMNS} FROM app.history h, jsonb_populate_record(NULL::app.case_record, h.row) r
      WHERE h.case_id = ${caseId} AND h.table_name = 'case_record'
    ) v CROSS JOIN app.agency a
    LEFT JOIN app.command c ON c.command_id = v.command_id
    LEFT JOIN app.staff s ON s.staff_id = c.actor_staff_id
    LEFT JOIN app.organization o ON o.organization_id = c.organization_id
    WHERE ${until ?? null}::date IS NULL OR (v.known_from AT TIME ZONE a.time_zone)::date <= ${until ?? null}::date
    ORDER BY v.version DESC`.execute(trx as unknown as Trx);
  const [now] = rows;
  if (now === undefined) return undefined;
  return {
    openings: statedOver(rows, openingOf),
    needs: statedOver(rows, needsOf),
    needsConfirmed: now.needsConfirmed,
  };
}

const openingOf = ({ openedOn, openingBasis }: Row): Opening | undefined =>
  openedOn === null || openingBasis === null ? undefined : { openedOn, openingBasis };

const needsOf = ({ languages, interpreterNeeded, culturalNotes }: Row): FamilyNeeds => ({
  languages,
  ...(interpreterNeeded !== null && { interpreterNeeded }),
  ...(culturalNotes !== null && { culturalNotes }),
});

/** Versions that say the same of it are one statement, made by the first of them. */
function statedOver<T>(
  rows: readonly Row[],
  valueOf: (row: Row) => T | undefined,
): readonly Stated<T>[] {
  const said = rows.map((row) => JSON.stringify(valueOf(row)));
  return rows.flatMap((row, at) => {
    const value = valueOf(row);
    return value === undefined || said[at] === said[at + 1]
      ? []
      : [{ value, source: sourceOf(row) }];
  });
}

const sourceOf = ({ at, by, organizationName, reason }: Row): Source =>
  present({ at, by, organizationName, reason }) as Source;

/** Corrects why and when a case was opened. An act on a locked case. */
export async function correctOpening(
  { trx, today }: CommandTools,
  command: CorrectOpening,
): Promise<CommandAnswer<{ readonly ok: true }> | undefined> {
  const { caseId } = command;
  const facts = await findOpeningFacts(trx, caseId);
  if (facts === undefined) return undefined;
  const decided = decideCorrectOpening(facts, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const { openedOn, openingBasis } = decided.value;
  await trx
    .updateTable("caseRecord")
    .set({ openedOn, openingBasis })
    .where("caseId", "=", caseId)
    .execute();
  const { opening } = facts;
  return {
    done: {
      result: { ok: true },
      caseId,
      reason: command.reason.trim(),
      params: {
        on: openedOn,
        basis: openingBasis,
        ...(opening.openedOn && { beforeOn: opening.openedOn }),
        ...(opening.openingBasis && { beforeBasis: opening.openingBasis }),
      },
    },
  };
}

async function findOpeningFacts(trx: Trx, caseId: CaseId): Promise<OpeningFacts | undefined> {
  type Days = Omit<OpeningFacts, "opening"> & Partial<Opening>;
  const { rows } = await sql<{ readonly [K in keyof Days]-?: NonNullable<Days[K]> | null }>`
    SELECT k.opened_on, k.opening_basis, k.closed_on, k.assigned_on, x.first_services_on,
      (SELECT min(c.on_date) FROM app.contact c WHERE c.case_id = k.case_id AND c.counts_as = 'DEPARTMENT'
        AND NOT c.withdrawn AND (x.first_day IS NULL OR c.on_date < x.first_day)) AS first_visit_on
    FROM app.case_record k CROSS JOIN LATERAL (
      SELECT min(e.effective_date) AS first_day, min(e.effective_date) FILTER (WHERE e.service_type = 'FSRP') AS first_services_on
      FROM app.episode e JOIN app.referral r ON r.episode_id = e.episode_id AND r.withdrawal_reversed IS NOT TRUE
      WHERE e.case_id = k.case_id
    ) x
    WHERE k.case_id = ${caseId}`.execute(trx);
  if (rows[0] === undefined) return undefined;
  const { openedOn, openingBasis, ...days } = present(rows[0]) as Days;
  return {
    opening: { ...(openedOn && { openedOn }), ...(openingBasis && { openingBasis }) },
    ...days,
  };
}

/** Corrects languages, interpreter and culture of a family. An act on a locked case. */
export async function correctNeeds(
  { trx }: CommandTools,
  recorder: Pick<Recorder, "by">,
  command: CorrectNeeds,
): Promise<CommandAnswer<{ readonly ok: true }> | undefined> {
  const { caseId } = command;
  const was = await trx
    .selectFrom("caseRecord")
    .select(["languages", "interpreterNeeded", "culturalNotes"])
    .where("caseId", "=", caseId)
    .executeTakeFirst();
  if (was === undefined) return undefined;
  const before = present(was) as FamilyNeeds;
  const decided = decideCorrectNeeds(before, recorder, command);
  if (!decided.ok) return { no: decided.refusals };
  const { needs, confirmed } = decided.value;
  await trx
    .updateTable("caseRecord")
    .set({
      languages: needs.languages,
      interpreterNeeded: needs.interpreterNeeded ?? null,
      culturalNotes: needs.culturalNotes ?? null,
      needsConfirmed: confirmed,
    })
    .where("caseId", "=", caseId)
    .execute();
  const changed = (["languages", "interpreterNeeded", "culturalNotes"] as const).filter(
    (field) => JSON.stringify(needs[field]) !== JSON.stringify(before[field]),
  );
  return {
    done: {
      result: { ok: true },
      caseId,
      reason: command.reason.trim(),
      params: {
        changed,
        languages: needs.languages,
        ...(needs.interpreterNeeded !== undefined && {
          interpreter: needs.interpreterNeeded ? "YES" : "NO",
        }),
      },
    },
  };
}

/** The Department stands by what a contractor recorded. An act on a locked case; `ALREADY_RECORDED` where it does already. */
export async function confirmNeeds(
  { trx }: CommandTools,
  caseId: CaseId,
): Promise<CommandAnswer<{ readonly ok: true }>> {
  const done = await trx
    .updateTable("caseRecord")
    .set({ needsConfirmed: true })
    .where("caseId", "=", caseId)
    .where("needsConfirmed", "=", false)
    .executeTakeFirst();
  return done.numUpdatedRows === 0n
    ? { no: [{ code: "ALREADY_RECORDED" }] }
    : { done: { result: { ok: true }, caseId } };
}
