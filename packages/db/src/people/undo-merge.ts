import type { CommandId, Instant } from "@kinward/domain/kernel";
import { decideUndoMerge, displayName } from "@kinward/domain/people";
import { type RawBuilder, sql } from "kysely";
import type { Trx } from "../core/client.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { findMerge, type Former, listLaterFacts, loadFormer } from "./later-facts.ts";
import { type ActOnCases, asStated, beginActOnCases, recordParts } from "./merge-acts.ts";
import type { MayMerge } from "./merge-persons.ts";
import type { Pair } from "./person-facts.ts";
import { casesBelow, loadPersonRecords, renewNameKeys } from "./person-records.ts";
import { PERSON_REFERENCES } from "./person-references.ts";

/**
 * Takes a merge back: every row says again what it said before, under the locks of all cases. Refused once something was
 * recorded that rests on it.
 */
export async function undoMerge(
  tools: CommandTools,
  mergeId: string,
  reason: string,
  mayMerge: MayMerge,
): Promise<CommandAnswer<{ readonly ok: true }> | undefined> {
  const { trx, caller, today } = tools;
  if (caller.kind !== "person") throw new Error("nobody merges but people");
  const asFound = await findMerge(trx, mergeId);
  if (asFound === undefined) return undefined;
  const act = await beginActOnCases(tools, asFound.caseIds);
  const people = [asFound.pair.kept, asFound.pair.merged];
  await loadPersonRecords(trx, people, true);
  const merge = (await findMerge(trx, mergeId)) ?? asFound;
  const below = await casesBelow(trx, merge.caseIds, caller.staffId, today);
  const later = merge.isUndone ? [] : await listLaterFacts(trx, merge);
  const ofTeam = mayMerge({ below: below.size > 0 });
  const decided = decideUndoMerge({ isUndone: merge.isUndone, ofTeam, later }, reason);
  if (!decided.ok) return { no: decided.refusals };

  const former = await loadFormer(trx, merge);
  await putBack(
    trx,
    "person",
    "person_id",
    former.filter((one) => one.table === "person"),
  );
  await renewNameKeys(trx, people);
  for (const caseId of merge.movedCaseIds)
    await act.inCase(caseId, () =>
      restoreCase(
        trx,
        act,
        act.commandIds[merge.caseIds.indexOf(caseId) + 1] as CommandId,
        merge.pair,
        former.filter((one) => one.caseId === caseId),
      ),
    );
  await trx
    .updateTable("personMerge")
    .set({ undoneAt: act.at, undoneBy: caller.staffId, undoneReason: reason })
    .where("personMergeId", "=", mergeId)
    .execute();
  const kept = (await loadPersonRecords(trx, people)).get(merge.pair.kept);
  await recordParts(tools, act, merge.caseIds, {
    procedure: "persons.undoMerge",
    reason,
    params: { person: kept === undefined ? "" : displayName(kept.person) },
  });
  return {
    done: {
      result: { ok: true },
      subject: { kind: "PERSON", id: merge.pair.kept },
      reason,
      params: { mergeId },
    },
  };
}

async function restoreCase(
  trx: Trx,
  act: ActOnCases,
  commandId: CommandId,
  pair: Pair,
  former: readonly Former[],
): Promise<void> {
  for (const { table, key } of PERSON_REFERENCES) {
    const rows = former.filter((one) => one.table === table);
    // What moved goes back before what was dropped returns: the two never stand for one person together.
    await putBack(
      trx,
      table,
      key,
      rows.filter((one) => !one.isDropped),
    );
    await asStated(trx, commandId, () =>
      insertAgain(
        trx,
        table,
        rows.filter((one) => one.isDropped),
        act.at,
        commandId,
      ),
    );
  }
  for (const { row } of former.filter((one) => one.table === "duty_note"))
    await sql`UPDATE app.duty_note SET key = ${row["key"]} WHERE episode_id = ${row["episode_id"]}
      AND key = ${String(row["key"]).replaceAll(pair.merged, pair.kept)}`.execute(trx);
}

const UNRESTORED = ["version", "known_from", "command_id", "case_id"];

async function putBack(
  trx: Trx,
  table: string,
  key: string,
  former: readonly Former[],
): Promise<void> {
  const [first] = former;
  if (first === undefined) return;
  const columns = Object.keys(first.row).filter((name) => ![key, ...UNRESTORED].includes(name));
  const sets: readonly RawBuilder<unknown>[] = columns.map(
    (column) => sql`${sql.id(column)} = r.${sql.id(column)}`,
  );
  const rows = JSON.stringify(former.map((one) => one.row));
  await sql`UPDATE ${sql.id("app", table)} t SET ${sql.join(sets)}
    FROM jsonb_populate_recordset(NULL::${sql.id("app", table)}, ${rows}::jsonb) r
    WHERE t.${sql.id(key)} = r.${sql.id(key)}`.execute(trx);
}

/** Rows that were dropped, as a further version of themselves. */
async function insertAgain(
  trx: Trx,
  table: string,
  former: readonly Former[],
  at: Instant,
  commandId: CommandId,
): Promise<void> {
  if (former.length === 0) return;
  const rows = former.map(({ row, version }) => ({
    ...row,
    version: version + 1,
    known_from: at,
    command_id: commandId,
  }));
  await sql`INSERT INTO ${sql.id("app", table)}
    SELECT * FROM jsonb_populate_recordset(NULL::${sql.id("app", table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    trx,
  );
}
