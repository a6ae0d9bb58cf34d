import type { CaseId, CommandId, EpisodeId, PersonId } from "@kinward/domain/kernel";
import type { FieldChoices } from "@kinward/domain/people";
import { sql } from "kysely";
import type { PersonCaller } from "../core/caller.ts";
import { runCommand } from "../core/command.ts";
import { readAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { mergePersons } from "../people/merge-persons.ts";
import { loadPersonRecords } from "../people/person-records.ts";
import { undoMerge } from "../people/undo-merge.ts";
import type { TestAgency } from "./agency.ts";
import { peopleOf } from "./contact.ts";
import type { Opened } from "./database.ts";
import { familyDraft, refer } from "./referral.ts";

/** A family with a daughter, a son and their mother, in a case of its own. */
export interface MergeFamily {
  readonly caseId: CaseId;
  readonly episodeId: EpisodeId;
  readonly ann: PersonId;
  readonly ben: PersonId;
  readonly mom: PersonId;
}
export const codesOf = (outcome: { readonly kind: string; readonly no?: unknown }) =>
  (outcome.no as readonly { code: string }[] | undefined)?.map((one) => one.code) ?? outcome.kind;

/** Merges in a test agency, as its supervisor does them, and all that the tables say. */
export function mergesIn(opened: Opened, agency: TestAgency) {
  const supervisor: PersonCaller = { kind: "person", staffId: agency.supervisor };
  async function family(): Promise<MergeFamily> {
    const [area] = agency.areas;
    if (area === undefined) throw new Error("no area");
    const { caseId } = await refer(opened.db, agency.worker, await familyDraft(opened.db, area));
    const people = await peopleOf(opened.owner, caseId);
    const { episodeId } = await opened.owner
      .selectFrom("episode")
      .select("episodeId")
      .where("caseId", "=", caseId)
      .executeTakeFirstOrThrow();
    const named = (name: string) => people[name] as PersonId;
    return { caseId, episodeId, ann: named("Ann"), ben: named("Benjamin"), mom: named("Maria") };
  }

  const versionsOf = async (kept: PersonId, merged: PersonId) => {
    const records = await readAs(opened.db, supervisor, (trx) =>
      loadPersonRecords(trx, [kept, merged]),
    );
    return {
      kept: records.get(kept)?.version ?? 0,
      merged: records.get(merged)?.version ?? 0,
    };
  };
  async function merge(kept: PersonId, merged: PersonId, choices: FieldChoices = {}, below = true) {
    const command = {
      commandId: newId<CommandId>(),
      keptId: kept,
      mergedId: merged,
      versions: await versionsOf(kept, merged),
      choices,
      reason: "One child",
    };
    return runCommand(
      opened.db,
      {
        commandId: command.commandId,
        procedure: "persons.merge",
        caller: supervisor,
        input: command,
      },
      (tools) => mergePersons(tools, command, (relation) => below && relation.below),
    );
  }
  const undo = (mergeId: string) =>
    runCommand(
      opened.db,
      {
        commandId: newId<CommandId>(),
        procedure: "persons.undoMerge",
        caller: supervisor,
        input: { mergeId },
      },
      async (tools) =>
        (await undoMerge(tools, mergeId, "They are two", ({ below }) => below)) ?? { no: [] },
    );
  const mergeIdOf = (outcome: Awaited<ReturnType<typeof merge>>): string => {
    if (outcome.kind !== "DONE") throw new Error(JSON.stringify(outcome));
    return outcome.result.mergeId;
  };

  /** Every row of every table but the record of what was done, without its versions. */
  async function everything(): Promise<Record<string, readonly string[]>> {
    const { rows: tables } = await sql<{ name: string }>`
      SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'app' AND c.relkind = 'r' ORDER BY 1`.execute(opened.owner);
    const all: Record<string, readonly string[]> = {};
    const unsaid = ["history", "command", "person_merge", "case_access_reason", "area_head"];
    // Steps up and down that are added up later; what they add up to for each case is compared.
    unsaid.push("state_change");
    for (const { name } of tables.filter((one) => !unsaid.includes(one.name))) {
      const { rows } = await sql<{ row: string }>`
        SELECT (to_jsonb(t) - ARRAY['version', 'known_from', 'command_id', 'revision', 'derived_revision', 'changed_at', 'derived_on'])::text AS row
        FROM ${sql.id("app", name)} t ORDER BY 1`.execute(opened.owner);
      all[name] = rows.map((one) => one.row);
    }
    return all;
  }
  const naming = async (person: PersonId): Promise<readonly string[]> =>
    Object.entries(await everything()).flatMap(([table, rows]) =>
      rows.some((row) => row.includes(person)) ? [table] : [],
    );
  /** Derives the duties of cases into which the owner wrote. */
  const settle = (caseIds: readonly CaseId[]) =>
    runCommand(
      opened.db,
      {
        commandId: newId<CommandId>(),
        procedure: "test",
        caller: supervisor,
        input: {},
        cases: caseIds.map((caseId) => ({ caseId })),
      },
      async () => ({ done: { result: true } }),
    );
  return { supervisor, family, merge, undo, mergeIdOf, everything, naming, settle };
}
