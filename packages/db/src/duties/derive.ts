import { caseStageOn, childLastSeenOn } from "@kinward/domain/casefile";
import { type Duty, dutyId, evaluate, readsAs } from "@kinward/domain/contacts";
import {
  addDays,
  type CaseId,
  type Instant,
  minDate,
  type PlainDate,
} from "@kinward/domain/kernel";
import type { CaseStage } from "@kinward/domain/views";
import { sql } from "kysely";
import { loadCaseFiles, type LoadedCase } from "../cases/case-file.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { canonical } from "../core/digest.ts";
import { dutyOf, type DutyRecord, recordOf, upsertDuties } from "./duty-row.ts";
import { PREPARED } from "../core/prepared.ts";

/** What follows from the facts of a case on a day. */
export interface Derived {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly book: number;
  readonly duties: readonly Duty[];
  /** The first later day on which any of it differs without a new fact. */
  readonly changesOn?: PlainDate;
  readonly stage: CaseStage;
  readonly childLastSeenOn?: PlainDate;
}

/** How long the table keeps duties that ask nothing any more; older ones are computed again when a case is read. */
const KEPT_DAYS = 90;

/** Applies the rules to a loaded case. */
export function derive(loaded: LoadedCase, today: PlainDate): Derived {
  const { caseId, revision, file, book } = loaded;
  const { duties, changesOn } = evaluate(file, book, today);
  const { stage, changesOn: stageChangesOn } = caseStageOn(file, book, today);
  const next =
    changesOn !== undefined && stageChangesOn !== undefined
      ? minDate(changesOn, stageChangesOn)
      : (changesOn ?? stageChangesOn);
  const lastSeen = childLastSeenOn(file, today);
  return {
    caseId,
    revision,
    book: book.number,
    duties,
    stage,
    ...(next !== undefined && { changesOn: next }),
    ...(lastSeen !== undefined && { childLastSeenOn: lastSeen }),
  };
}

/**
 * Derives the duties of cases and writes what differs. The caller holds the locks of the cases. Three to five
 * statements, however many cases.
 * @param changedAt the facts were changed at this moment: the revision is raised with the same statement
 */
export async function deriveCases(
  trx: Trx,
  caseIds: readonly CaseId[],
  today: PlainDate,
  changedAt?: Instant,
): Promise<void> {
  const loaded = await loadCaseFiles(trx, caseIds);
  const derived = loaded.map((one) => derive(one, today));
  const upserts = await writeAllBut(trx, derived, today, changedAt);
  if (upserts.length > 0) await upsertDuties(upserts).execute(trx);
}

/** Stores what was derived but for the new and changed duties, which it gives back: their episode may be still to come. */
export async function writeAllBut(
  trx: Trx,
  derived: readonly Derived[],
  today: PlainDate,
  changedAt?: Instant,
): Promise<readonly DutyRecord[]> {
  if (derived.length === 0) return [];
  const stored = await storedDuties(
    trx,
    derived.map((one) => one.caseId),
  );
  const changes = derived.map((one) => difference(one, stored.get(one.caseId), today));
  const removals = changes.flatMap((change) => change.removals);
  if (removals.length > 0)
    await sql`DELETE FROM app.duty d USING jsonb_to_recordset(${JSON.stringify(removals)}::jsonb)
      AS r(episode_id uuid, key text) WHERE d.episode_id = r.episode_id AND d.key = r.key`.execute(
      trx,
    );
  const marks = derived.map((one) => ({
    case_id: one.caseId,
    revision: one.revision,
    book: one.book,
    changes_on: one.changesOn,
    stage: one.stage,
    child_last_seen_on: one.childLastSeenOn,
  }));
  const raised = changedAt === undefined ? sql`0` : sql`1`;
  await sql`${PREPARED} UPDATE app.case_record c SET revision = m.revision + ${raised}, derived_revision = m.revision + ${raised},
      changed_at = coalesce(${changedAt ?? null}::timestamptz, c.changed_at), derived_book = m.book, derived_on = ${today}::date,
      changes_on = m.changes_on, stage = m.stage, child_last_seen_on = m.child_last_seen_on
    FROM jsonb_to_recordset(${JSON.stringify(marks)}::jsonb)
      AS m(case_id uuid, revision integer, book integer, changes_on date, stage text, child_last_seen_on date)
    WHERE c.case_id = m.case_id`.execute(trx);
  return changes.flatMap((change) => change.upserts);
}

interface Stored {
  readonly duty: Duty;
  /** Someone recorded why it was late or missed. */
  readonly noted: boolean;
}

/** The stored duties of cases. */
export async function storedDuties(
  trx: ReadTrx | Trx,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, readonly Stored[]>> {
  const rows = await (trx as ReadTrx)
    .selectFrom("duty")
    .leftJoin("dutyNote", (join) =>
      join
        .onRef("dutyNote.episodeId", "=", "duty.episodeId")
        .onRef("dutyNote.key", "=", "duty.key"),
    )
    .selectAll("duty")
    .select((eb) => eb("dutyNote.key", "is not", null).as("noted"))
    .where("duty.caseId", "in", caseIds)
    .execute();
  const byCase = new Map<CaseId, Stored[]>();
  for (const { noted, ...row } of rows) {
    const list = byCase.get(row.caseId) ?? [];
    list.push({ duty: dutyOf(row), noted: Boolean(noted) });
    byCase.set(row.caseId, list);
  }
  return byCase;
}

/** What has to be written so that the table says what the rules say. */
export function difference(derived: Derived, stored: readonly Stored[] = [], today: PlainDate) {
  const before = new Map(stored.map((one) => [dutyId(one.duty), one]));
  const kept = derived.duties.filter((duty) =>
    isKept(duty, before.get(dutyId(duty))?.noted ?? false, today),
  );
  const names = new Set(kept.map(dutyId));
  return {
    upserts: kept
      .filter((duty) => {
        const was = before.get(dutyId(duty))?.duty;
        return was === undefined || canonical(was) !== canonical(duty);
      })
      .map((duty) => recordOf(derived.caseId, duty)),
    removals: stored
      .filter((one) => !names.has(dutyId(one.duty)))
      .map(({ duty }) => ({ episode_id: duty.episodeId, key: duty.key })),
  };
}

/** Open duties stay; those that are over stay for a while; a missed one at least until someone recorded why. */
export function isKept(duty: Duty, noted: boolean, today: PlainDate): boolean {
  const status = readsAs(duty, today);
  if (status === "OPEN" || status === "UPCOMING" || status === "OVERDUE") return true;
  if (status === "MISSED" && !noted) return true;
  const over =
    status === "CANCELLED" ? duty.cancelledOn : (duty.settledOn ?? duty.lapsedOn ?? duty.dueOn);
  return over === undefined || over >= addDays(today, -KEPT_DAYS);
}
