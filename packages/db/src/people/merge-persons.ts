import type { CaseId, CommandId, PersonId } from "@kinward/domain/kernel";
import {
  decideMerge,
  displayName,
  mayAgreeToMerge,
  type Merge,
  type MergePersons,
} from "@kinward/domain/people";
import { type RawBuilder, sql } from "kysely";
import { recordAccessReason } from "../cases/access-reason.ts";
import type { Trx } from "../core/client.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { newId } from "../core/values.ts";
import type { StoredProposal } from "../proposals/find-proposals.ts";
import { type ActOnCases, beginActOnCases, recordParts } from "./merge-acts.ts";
import { answerJoined, holdProposalsAbout } from "./merge-proposals.ts";
import { staffAround } from "./people-around.ts";
import { casesOfPeople, type LoadedFact, loadPersonFacts, type Pair } from "./person-facts.ts";
import {
  casesBelow,
  loadPersonRecords,
  type PersonRecord,
  renewNameKeys,
  updatePerson,
} from "./person-records.ts";
import { PERSON_REFERENCES, type PersonReference } from "./person-references.ts";

/** Who decides about which of the two people: `may` of the access table, asked with what the cases say. */
export type MayMerge = (relation: { readonly below: boolean }) => boolean;

/**
 * Joins two records about one person in every case, in one transaction under the locks of all of them. What it changes
 * stands in the history under the ids of the merge, from which it can be put back. Proposals that said the same and still
 * wait are answered with it; `proposers` of the act are told.
 * @param proposal to which the caller agrees as second person; absent: the caller decides alone
 */
export async function mergePersons(
  tools: CommandTools,
  command: MergePersons,
  mayMerge: MayMerge,
  proposal?: Pick<StoredProposal, "proposalId" | "proposedBy">,
): Promise<CommandAnswer<{ readonly mergeId: string }>> {
  const { trx, today, caller, commandId } = tools;
  if (caller.kind !== "person") throw new Error("nobody merges but people");
  const pair: Pair = { kept: command.keptId, merged: command.mergedId };
  const people = [pair.kept, pair.merged];
  const held = await holdProposalsAbout(trx, [pair.kept, pair.merged]);
  const waiting = held.filter((one) => one.proposalId !== proposal?.proposalId);
  const caseIds = await casesOfPeople(trx, people);
  const act = await beginActOnCases(tools, caseIds);
  const records = await loadPersonRecords(trx, people, true);
  const [kept, merged] = [records.get(pair.kept), records.get(pair.merged)];
  const isAsFound = sameIds(caseIds, await casesOfPeople(trx, people));
  // A case took one of them up between looking and locking.
  if (kept === undefined || merged === undefined || !isAsFound)
    return { no: [{ code: "PERSON_CHANGED" }] };

  const facts = await loadPersonFacts(trx, pair, caseIds);
  const below = await casesBelow(trx, caseIds, caller.staffId, today);
  const around = await staffAround(trx, proposal === undefined ? [] : people, today);
  const isAgreed =
    proposal !== undefined &&
    mayAgreeToMerge([around(pair.kept), around(pair.merged)], proposal.proposedBy, caller.staffId);
  const asked = (record: PersonRecord, id: PersonId) => {
    const isMember = (fact: LoadedFact) =>
      fact.kind === "MEMBERSHIP" && fact.row["person_id"] === id;
    return {
      person: record.person,
      version: record.version,
      isMerged: record.mergedInto !== undefined,
      ofTeam: mayMerge({
        below: isAgreed || facts.some((fact) => isMember(fact) && below.has(fact.caseId)),
      }),
    };
  };
  const decided = decideMerge(
    { kept: asked(kept, pair.kept), merged: asked(merged, pair.merged), facts },
    command,
  );
  if (!decided.ok) return { no: decided.refusals };

  const mergeId = newId();
  await trx
    .updateTable("person")
    .set({ mergedInto: pair.kept })
    .where("personId", "=", pair.merged)
    .execute();
  await updatePerson(trx, decided.value.person);
  await renewNameKeys(trx, people);
  await writeFacts(trx, act, pair, decided.value);
  for (const caseId of caseIds.filter((one) => !below.has(one)))
    await recordAccessReason(trx, {
      caseId,
      staffId: caller.staffId,
      reason: command.reason,
      at: act.at,
      onDate: today,
      commandId: act.commandIds[caseIds.indexOf(caseId) + 1] as CommandId,
    });
  const moved = facts.filter((fact) => fact.of === "MERGED").map((fact) => fact.caseId);
  await trx
    .insertInto("personMerge")
    .values({
      personMergeId: mergeId,
      keptPersonId: pair.kept,
      mergedPersonId: pair.merged,
      mergedAt: act.at,
      mergedBy: caller.staffId,
      reason: command.reason,
      commandIds: sql`${act.commandIds}::uuid[]`,
      movedCaseIds: sql`${[...new Set(moved)]}::uuid[]`,
      caseIds: sql`${caseIds}::uuid[]`,
    })
    .execute();
  await recordParts(tools, act, caseIds, {
    procedure: "persons.merge",
    reason: command.reason,
    params: {
      person: displayName(decided.value.person),
      merged: displayName(merged.person),
    },
  });
  const proposers = await answerJoined(tools, waiting, caller.staffId, command.reason);
  return {
    done: {
      result: { mergeId },
      subject: { kind: "PERSON", id: pair.kept },
      reason: command.reason,
      params: { mergeId, commands: [commandId], proposers },
    },
  };
}

const sameIds = (a: readonly CaseId[], b: readonly CaseId[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

async function writeFacts(
  trx: Trx,
  act: ActOnCases,
  pair: Pair,
  { moves, joins }: Pick<Merge, "moves" | "joins">,
): Promise<void> {
  const [moved, joined] = [moves, joins] as unknown as readonly (readonly LoadedFact[])[];
  const caseIds = new Set([...(moved ?? []), ...(joined ?? [])].map((fact) => fact.caseId));
  for (const caseId of caseIds)
    await act.inCase(caseId, async () => {
      const here = (facts: readonly LoadedFact[] = []) =>
        facts.filter((fact) => fact.caseId === caseId);
      for (const reference of PERSON_REFERENCES) {
        const { table, key } = reference;
        const of = (facts: readonly LoadedFact[] | undefined) =>
          here(facts)
            .filter((fact) => fact.table === table)
            .map((fact) => fact.id);
        // Said of both, it is said once; the history keeps the other row, from which it comes back.
        if (of(joined).length > 0)
          await sql`DELETE FROM ${sql.id("app", table)} WHERE ${sql.id(key)} = ANY (${of(joined)}::uuid[])`.execute(
            trx,
          );
        await moveRows(trx, reference, pair, of(moved));
      }
      // A note about a duty that both had stays where it is: the one that stands under the key now says why.
      for (const { table, row } of here(moved))
        if (table === "duty_note")
          await sql`UPDATE app.duty_note SET key = replace(key, ${pair.merged}, ${pair.kept})
            WHERE episode_id = ${row["episode_id"]} AND key = ${row["key"]}`.execute(trx);
    });
}

/** Writes the one id where the other stood; whoever is listed twice afterwards is listed once. */
async function moveRows(
  trx: Trx,
  { table, key, people, list }: PersonReference,
  { kept, merged }: Pair,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const sets: RawBuilder<unknown>[] = people.map(
    (column) =>
      sql`${sql.id(column)} = CASE WHEN ${sql.id(column)} = ${merged}::uuid THEN ${kept}::uuid ELSE ${sql.id(column)} END`,
  );
  if (list !== undefined)
    sets.push(sql`${sql.id(list)} = ARRAY(
      SELECT p FROM unnest(array_replace(${sql.id(list)}, ${merged}::uuid, ${kept}::uuid)) WITH ORDINALITY AS u(p, n)
      GROUP BY p ORDER BY min(n))`);
  await sql`UPDATE ${sql.id("app", table)} SET ${sql.join(sets)} WHERE ${sql.id(key)} = ANY (${ids}::uuid[])`.execute(
    trx,
  );
}
