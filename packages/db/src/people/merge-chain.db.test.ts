import type { CaseId, PersonId, PlainDate } from "@kinward/domain/kernel";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonCaller } from "../core/caller.ts";
import { readAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { codesOf, type MergeFamily, mergesIn } from "../testing/merging.ts";
import { followMerged } from "./person-records.ts";

const TODAY = "2026-11-23" as PlainDate;
let opened: Opened;
let agency: TestAgency;
let merges: ReturnType<typeof mergesIn>;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: TODAY });
  merges = mergesIn(opened, agency);
});
afterAll(() => opened.close());

async function contractorOf(caseId: CaseId): Promise<PersonCaller> {
  const { organizationId } = await opened.owner
    .selectFrom("caseOrg")
    .select("organizationId")
    .where("caseId", "=", caseId)
    .executeTakeFirstOrThrow();
  return { kind: "person", staffId: agency.prairieCoordinator, organizationId };
}
const nowOf = async (caller: PersonCaller, personId: PersonId) =>
  (await readAs(opened.db, caller, (trx) => followMerged(trx, [personId]))).get(personId);

test("an id that was merged twice leads whoever sees the case to the record of today, and nobody else anywhere", async () => {
  const [one, two, three] = [await merges.family(), await merges.family(), await merges.family()];
  merges.mergeIdOf(await merges.merge(two.ben, one.ben));
  const second = merges.mergeIdOf(await merges.merge(three.ben, two.ben));
  const [own, foreign] = await Promise.all([contractorOf(one.caseId), contractorOf(two.caseId)]);
  expect(own.organizationId).not.toBe(foreign.organizationId);
  for (const personId of [one.ben, two.ben, three.ben])
    expect(await nowOf(own, personId)).toBe(three.ben);
  const stranger: PersonCaller = { ...own, organizationId: newId() };
  expect(await nowOf(stranger, one.ben)).toBeUndefined();
  // The last of two is taken back first.
  const [first] = await opened.owner
    .selectFrom("personMerge")
    .select("personMergeId")
    .where("mergedPersonId", "=", one.ben)
    .execute();
  expect(codesOf(await merges.undo(first?.personMergeId ?? ""))).toContain("MERGE_BUILT_ON");
  expect(codesOf(await merges.undo(second))).toBe("DONE");
  expect(codesOf(await merges.undo(first?.personMergeId ?? ""))).toBe("DONE");
  expect(await nowOf(own, one.ben)).toBe(one.ben);
});

const PEOPLE = 4;
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("MERGE" as const),
      kept: fc.nat(PEOPLE - 1),
      merged: fc.nat(PEOPLE - 1),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("UNDO" as const), which: fc.nat(9) }) },
);

/** Two of the boys are in the first case both, which says the same of them. */
async function shareCase({ caseId, ben }: MergeFamily, other: PersonId): Promise<void> {
  await sql`INSERT INTO app.member (member_id, case_id, person_id, role, joined_on, left_on, position)
    SELECT ${newId()}, case_id, ${other}, role, joined_on, left_on, 9 FROM app.member WHERE case_id = ${caseId} AND person_id = ${ben}`.execute(
    opened.owner,
  );
  await merges.settle([caseId]);
}

test("whatever is merged and taken back, every case has those who were in it, under the names of today", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(step, { minLength: 4, maxLength: 7 }),
      async (isShared, steps) => {
        const families: MergeFamily[] = [];
        for (let n = 0; n < PEOPLE; n += 1) families.push(await merges.family());
        const boys = families.map((one) => one.ben);
        const cases = new Map(families.map((one) => [one.caseId, [one.ben]]));
        const [first, second] = families;
        if (isShared && first && second) {
          await shareCase(first, second.ben);
          cases.get(first.caseId)?.push(second.ben);
        }
        const before = await merges.everything();
        const into = new Map<PersonId, PersonId>();
        const done: { id: string; merged: PersonId }[] = [];
        const now = (person: PersonId): PersonId => {
          const next = into.get(person);
          return next === undefined ? person : now(next);
        };
        const check = async () => {
          const found = await readAs(opened.db, merges.supervisor, (trx) =>
            followMerged(trx, boys),
          );
          expect(boys.map((boy) => found.get(boy))).toEqual(boys.map(now));
          for (const [caseId, members] of cases) {
            const rows = await opened.owner
              .selectFrom("member")
              .select("personId")
              .where("caseId", "=", caseId)
              .where("personId", "in", boys)
              .execute();
            const named = new Set(rows.map((row) => row.personId));
            expect(named).toEqual(new Set(members.map(now)));
            const contractor = await contractorOf(caseId);
            for (const boy of members) expect(await nowOf(contractor, boy)).toBe(now(boy));
          }
        };
        const undo = async (index: number): Promise<boolean> => {
          const asked = done[index];
          if (asked === undefined) return false;
          const outcome = codesOf(await merges.undo(asked.id));
          if (outcome !== "DONE") {
            expect(outcome).toEqual(["MERGE_BUILT_ON"]);
            return false;
          }
          done.splice(index, 1);
          into.delete(asked.merged);
          return true;
        };
        for (const one of steps) {
          if (one.act === "UNDO") await undo(one.which % Math.max(done.length, 1));
          else {
            const [kept, merged] = [boys[one.kept] as PersonId, boys[one.merged] as PersonId];
            if (kept === merged || into.has(kept) || into.has(merged)) continue;
            const outcome = await merges.merge(kept, merged);
            // Each stays where the case says it, and one person cannot be two members of a case.
            done.push({ id: merges.mergeIdOf(outcome), merged });
            into.set(merged, kept);
          }
          await check();
        }
        // The last can always be taken back, down to the first.
        while (done.length > 0) expect(await undo(done.length - 1)).toBe(true);
        await check();
        expect(await merges.everything()).toEqual(before);
      },
    ),
    {
      numRuns: 2,
      seed: 26,
      examples: [
        [
          true,
          [
            { act: "MERGE", kept: 2, merged: 0 },
            { act: "MERGE", kept: 2, merged: 1 },
            { act: "UNDO", which: 0 },
            { act: "MERGE", kept: 3, merged: 2 },
            { act: "UNDO", which: 1 },
            { act: "UNDO", which: 2 },
            { act: "UNDO", which: 0 },
          ],
        ],
      ],
    },
  );
}, 120_000);
