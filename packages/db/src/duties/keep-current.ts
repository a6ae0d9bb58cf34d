import { dutyId } from "@kinward/domain/contacts";
import type { CaseId, PlainDate } from "@kinward/domain/kernel";
import { type RawBuilder, sql } from "kysely";
import { loadCaseFiles } from "../cases/case-file.ts";
import { staffAndCovered } from "../accounts/relation.ts";
import { type Caller, system } from "../core/caller.ts";
import type { Database, Trx } from "../core/client.ts";
import { PREPARED } from "../core/prepared.ts";
import { readAs, writeAs } from "../core/transaction.ts";
import { derive, deriveCases, difference, storedDuties } from "./derive.ts";

/** Cases derived in one transaction: enough to share statements, few enough not to hold locks for long. */
const BATCH = 100;

/**
 * Cases of which what is stored stands behind the facts, or whose day has come. Two questions, each with an index of its
 * own: hardly ever more than a few rows.
 */
const dueCases = (today: PlainDate): RawBuilder<unknown> => sql`(
  SELECT case_id FROM app.case_record WHERE changes_on <= ${today}
  UNION SELECT case_id FROM app.case_record WHERE derived_revision IS DISTINCT FROM revision)`;

/**
 * The cases that someone's lists may show: of the Department's people those of their own team, of the same supervisor's
 * and of those below them, likewise of whom they cover, of an auditor all; a contractor's row-level security bounds by itself.
 */
function inListsOf(caller: Caller, today: PlainDate): RawBuilder<boolean> {
  if (caller.kind === "system" || caller.organizationId !== undefined) return sql<boolean>`true`;
  const { staffId } = caller;
  const inForce = (alias: string) =>
    sql`${sql.ref(`${alias}.from_on`)} <= ${today} AND (${sql.ref(`${alias}.to_on`)} IS NULL OR ${sql.ref(`${alias}.to_on`)} >= ${today})`;
  return sql<boolean>`(
    c.case_id IN (SELECT t.case_id FROM app.case_team t WHERE t.staff_id IN (
      WITH RECURSIVE self (staff_id) AS (${staffAndCovered(staffId, today)}), below AS (
        SELECT staff_id FROM self
        UNION SELECT l.staff_id FROM app.supervisor_line l JOIN below b ON l.supervisor_id = b.staff_id WHERE ${inForce("l")}
      ) SELECT staff_id FROM below
      UNION SELECT theirs.staff_id FROM app.supervisor_line mine
        JOIN app.supervisor_line theirs ON theirs.supervisor_id = mine.supervisor_id AND ${inForce("theirs")}
        WHERE mine.staff_id IN (SELECT staff_id FROM self) AND ${inForce("mine")}))
    OR EXISTS (SELECT FROM app.staff_role r WHERE r.staff_id = ${staffId} AND r.role = 'AUDITOR'
      AND r.from_on <= ${today} AND (r.to_on IS NULL OR r.to_on > ${today})))`;
}

/**
 * Derives the due cases that someone's lists may show, before one of them is read: so it is right even where no job
 * ran. One statement when nothing is due.
 */
export async function rederiveDue(db: Database, caller: Caller): Promise<number> {
  const due = await readAs(db, caller, async (trx, { today }) => {
    const { rows } = await sql<{ caseId: CaseId }>`${PREPARED}
      WITH c AS MATERIALIZED ${dueCases(today)}
      SELECT c.case_id FROM c WHERE ${inListsOf(caller, today)} ORDER BY c.case_id`.execute(
      trx as unknown as Trx,
    );
    return rows.map((row) => row.caseId);
  });
  return deriveLocked(db, due);
}

/** Derives every due case, and with `all` every case whatever it says of itself: the nightly job, a new policy book. */
export async function deriveAllDue(
  db: Database,
  which: "due" | "olderBook" | "all" = "due",
): Promise<number> {
  const rows = await readAs(db, system("derive"), (trx, { today }) =>
    trx
      .selectFrom("caseRecord as c")
      .select("c.caseId")
      .$if(which === "due", (query) => query.where(sql<boolean>`c.case_id IN ${dueCases(today)}`))
      .$if(which === "olderBook", (query) => query.where(behindBook))
      .orderBy("c.caseId")
      .execute(),
  );
  return deriveLocked(
    db,
    rows.map((row) => row.caseId),
  );
}

/** The case was derived by an older book than the one in force. */
export const behindBook = sql<boolean>`c.derived_book IS DISTINCT FROM coalesce(
  (SELECT max(b.number) FROM app.policy_book b WHERE b.profile = c.profile), 0)`;

async function deriveLocked(db: Database, caseIds: readonly CaseId[]): Promise<number> {
  for (let from = 0; from < caseIds.length; from += BATCH) {
    const batch = caseIds.slice(from, from + BATCH);
    await writeAs(db, system("derive"), async (trx, { today }) => {
      await trx
        .selectFrom("caseRecord")
        .select("caseId")
        .where("caseId", "in", batch)
        .orderBy("caseId")
        .forUpdate()
        .execute();
      await deriveCases(trx, batch, today);
    });
  }
  return caseIds.length;
}

/** A case whose stored duties are not what the rules say today. */
export interface Discrepancy {
  readonly caseId: CaseId;
  /** Keys that are missing or differ, and keys that should not be there. */
  readonly wrong: readonly string[];
  readonly surplus: readonly string[];
}

/** Derives everything again without writing and reports any difference (`db verify`). */
export async function verifyAll(db: Database): Promise<{
  readonly cases: number;
  readonly today: PlainDate;
  readonly differing: readonly Discrepancy[];
}> {
  const { ids, today } = await readAs(db, system("verify"), async (trx, clock) => ({
    ids: await trx.selectFrom("caseRecord").select("caseId").orderBy("caseId").execute(),
    today: clock.today,
  }));
  const differing: Discrepancy[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH).map((row) => row.caseId);
    differing.push(
      ...(await readAs(db, system("verify"), (trx) => verifyBatch(trx, batch, today))),
    );
  }
  return { cases: ids.length, today, differing };
}

async function verifyBatch(
  trx: Parameters<typeof loadCaseFiles>[0],
  batch: readonly CaseId[],
  today: PlainDate,
): Promise<readonly Discrepancy[]> {
  const stored = await storedDuties(trx, batch);
  const differing: Discrepancy[] = [];
  for (const loaded of await loadCaseFiles(trx, batch)) {
    const derived = derive(loaded, today);
    const { upserts, removals } = difference(derived, stored.get(loaded.caseId), today);
    const known = new Set(derived.duties.map((duty) => dutyId(duty)));
    // Rows that the table need not keep any longer are no mistake.
    const surplus = removals.filter((row) => !known.has(`${row.episode_id} ${row.key}`));
    if (upserts.length > 0 || surplus.length > 0)
      differing.push({
        caseId: loaded.caseId,
        wrong: upserts.map((row) => row.key),
        surplus: surplus.map((row) => row.key),
      });
  }
  return differing;
}
