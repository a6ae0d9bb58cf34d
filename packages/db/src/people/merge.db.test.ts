import type { PlainDate } from "@kinward/domain/kernel";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PersonCaller } from "../core/caller.ts";
import { readAs, writeAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { listCaseHistory } from "../history/index.ts";
import { FORMER_PERSONS } from "../migrations/0018-merge.ts";
import { FORMER_CONFIRMED } from "../migrations/0020-people.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { peopleOf, visit } from "../testing/contact.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { codesOf, type MergeFamily, mergesIn } from "../testing/merging.ts";
import { familyDraft, refer } from "../testing/referral.ts";
import { findPeople } from "./find-people.ts";
import { followMerged, renewNameKeys } from "./person-records.ts";
import { NAMES_RECORDS, PERSON_REFERENCES } from "./person-references.ts";

const TODAY = "2026-11-23" as PlainDate;
let opened: Opened;
let agency: TestAgency;
let merges: ReturnType<typeof mergesIn>;
let supervisor: PersonCaller;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: TODAY });
  merges = mergesIn(opened, agency);
  ({ supervisor } = merges);
});
afterAll(() => opened.close());

test("every column that names a person is moved with them", async () => {
  const { rows } = await sql<{ name: string }>`
    SELECT c.conrelid::regclass::text || '.' || a.attname AS name FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = 'app.person'::regclass
    UNION
    SELECT c.oid::regclass::text || '.people' FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE a.attname = 'people' AND a.atttypid = 'uuid[]'::regtype AND c.relkind = 'r'`.execute(
    opened.owner,
  );
  const known = PERSON_REFERENCES.flatMap(({ table, people, list }) =>
    [...people, ...(list === undefined ? [] : [list])].map((column) => `app.${table}.${column}`),
  );
  const others = rows
    .map((row) => row.name)
    .filter((name) => !NAMES_RECORDS.some((table) => name.startsWith(`app.${table}.`)));
  expect(others.toSorted()).toEqual(known.toSorted());
});

describe("two families with one boy", () => {
  let one: MergeFamily;
  let two: MergeFamily;
  beforeEach(async () => {
    one = await merges.family();
    two = await merges.family();
  });

  test("after the merge nothing names the other record, and its id leads to the one that stays", async () => {
    await visit(
      opened.db,
      { kind: "person", staffId: agency.worker },
      two.caseId,
      [two.ben, two.ann],
      TODAY,
    );
    const mergeId = merges.mergeIdOf(await merges.merge(one.ben, two.ben));
    expect(await merges.naming(two.ben)).toEqual(["person"]);
    const members = await peopleOf(opened.owner, two.caseId);
    expect(members["Benjamin"]).toBe(one.ben);
    await readAs(opened.db, supervisor, async (trx) => {
      expect((await followMerged(trx, [two.ben])).get(two.ben)).toBe(one.ben);
      const found = await findPeople(
        trx,
        { given: "Benjamin", family: "Moss", birthDate: "2020-02-29" as PlainDate },
        { staffId: agency.supervisor, roles: ["SUPERVISOR"] },
        TODAY,
      );
      const ids = found.map((person) => person.personId);
      expect(ids).toContain(one.ben);
      expect(ids).not.toContain(two.ben);
      for (const { caseId } of [one, two]) {
        const [entry] = (await listCaseHistory(trx, caseId, { page: 1 })).entries;
        expect(entry).toMatchObject({ procedure: "persons.merge", reason: "One child" });
      }
    });
    expect((await merges.undo(mergeId)).kind).toBe("DONE");
    expect(codesOf(await merges.undo(mergeId))).toContain("INVALID_TRANSITION");
  });

  test("duties follow to the one record in both cases, and back", async () => {
    const before = await merges.everything();
    const mergeId = merges.mergeIdOf(await merges.merge(one.ben, two.ben));
    const subjects = await opened.owner
      .selectFrom("duty")
      .select("caseId")
      .where("subject", "=", one.ben)
      .execute();
    expect(new Set(subjects.map((row) => row.caseId))).toEqual(new Set([one.caseId, two.caseId]));
    expect(await merges.everything()).not.toEqual(before);
    await merges.undo(mergeId);
    expect(await merges.everything()).toEqual(before);
  });

  test("it is refused for who has no case of one of them, and where the records differ without a choice", async () => {
    expect(codesOf(await merges.merge(one.ben, two.ben, {}, false))).toEqual([
      "PERSON_OUTSIDE_TEAM",
      "PERSON_OUTSIDE_TEAM",
    ]);
    expect(codesOf(await merges.merge(one.ben, two.ann))).toEqual([
      "FIELD_REQUIRED",
      "FIELD_REQUIRED",
    ]);
  });

  test("brother and sister of one case are two people: their stays contradict each other", async () => {
    const choices = { given: "KEPT", birthDate: "KEPT" } as const;
    expect(codesOf(await merges.merge(one.ben, one.ann, choices))).toEqual(["MERGE_CONFLICT"]);
    expect(codesOf(await merges.merge(one.mom, one.ann))).toEqual([
      "FIELD_REQUIRED",
      "MERGE_CONFLICT",
    ]);
  });

  test("once somebody was seen as the joined person, the merge stays", async () => {
    const mergeId = merges.mergeIdOf(await merges.merge(one.ben, two.ben));
    const worker: PersonCaller = { kind: "person", staffId: agency.worker };
    await visit(opened.db, worker, one.caseId, [one.ben], TODAY);
    // In the case where the kept record always was, nothing is in doubt.
    const seen = await visit(opened.db, worker, two.caseId, [two.ben], TODAY);
    // The old id still leads to the person.
    expect(seen.kind).toBe("DONE");
    expect(codesOf(await merges.undo(mergeId))).toEqual(["MERGE_BUILT_ON"]);
  });

  test("a contractor reads of it in its own case, and nothing of the merge or the other case", async () => {
    await merges.merge(one.ben, two.ben);
    const serving = await opened.owner
      .selectFrom("caseOrg")
      .select("organizationId")
      .where("caseId", "=", one.caseId)
      .executeTakeFirstOrThrow();
    const contractor: PersonCaller = {
      kind: "person",
      staffId: agency.prairieCoordinator,
      organizationId: serving.organizationId,
    };
    await readAs(opened.db, contractor, async (trx) => {
      expect(await trx.selectFrom("personMerge").select("personMergeId").execute()).toEqual([]);
      const { entries } = await listCaseHistory(trx, one.caseId, { page: 1 });
      expect(entries[0]?.procedure).toBe("persons.merge");
    });
  });

  test("a form that waits with the old id refers the one who stays; nobody joins a case under the old id", async () => {
    merges.mergeIdOf(await merges.merge(one.ben, two.ben));
    const [area] = agency.areas;
    if (area === undefined) throw new Error("no area");
    const draft = await familyDraft(opened.db, area);
    const members = (draft.family?.members ?? []).map((member) =>
      member.ref === "ben" ? { ...member, personId: two.ben } : member,
    );
    const referred = { ...draft, family: { ...draft.family, members } };
    const { caseId } = await refer(opened.db, agency.worker, referred);
    expect(Object.values(await peopleOf(opened.owner, caseId))).toContain(one.ben);
    expect(await merges.naming(two.ben)).toEqual(["draft", "person"]);
    await expect(
      opened.owner
        .insertInto("member")
        .values({ memberId: newId(), caseId, personId: two.ben, role: "CHILD" })
        .execute(),
    ).rejects.toThrow("was merged");
  });

  test("two merges of one record at once: one is done, the other finds it done", async () => {
    const outcomes = await Promise.all([
      merges.merge(one.ben, two.ben),
      merges.merge(two.ben, one.ben),
    ]);
    expect(outcomes.filter((outcome) => outcome.kind === "DONE")).toHaveLength(1);
    const lost = outcomes.find((outcome) => outcome.kind !== "DONE");
    expect(codesOf(lost ?? { kind: "none" })).toContain("PERSON_MERGED");
  });

  test("a contact logged while two records are merged belongs to the one that stays", async () => {
    const worker: PersonCaller = { kind: "person", staffId: agency.worker };
    const [merged, ...visits] = await Promise.all([
      merges.merge(one.ben, two.ben),
      visit(opened.db, worker, two.caseId, [two.ben, two.ann], TODAY),
      visit(opened.db, worker, two.caseId, [two.ben], "2026-11-23"),
      visit(opened.db, worker, one.caseId, [one.ben], TODAY),
    ]);
    expect(merged.kind).toBe("DONE");
    for (const outcome of visits) expect(outcome.kind).toBe("DONE");
    expect(await merges.naming(two.ben)).toEqual(["person"]);
  });
});

test("former rows of people read as rows of today do", async () => {
  const columnsOf = async () => {
    const { rows } = await sql<{ keys: string }>`
      SELECT DISTINCT (SELECT string_agg(k, ',' ORDER BY k) FROM jsonb_object_keys(row) k) AS keys
      FROM app.history WHERE table_name = 'person'`.execute(opened.owner);
    return rows.map((row) => row.keys);
  };
  const [today, ...others] = await columnsOf();
  expect(today).toContain("merged_into");
  expect(today).toContain("confirmed");
  expect(others).toEqual([]);
  await sql`UPDATE app.history SET row = row - 'merged_into' - 'confirmed' WHERE table_name = 'person'`.execute(
    opened.owner,
  );
  expect(await columnsOf()).not.toEqual([today]);
  await sql.raw(FORMER_PERSONS).execute(opened.owner);
  await sql.raw(FORMER_CONFIRMED).execute(opened.owner);
  expect(await columnsOf()).toEqual([today]);
});

describe("whatever the cases say", () => {
  const dayOf = (n: number) => `2026-10-${String(n).padStart(2, "0")}`;
  const facts = fc.record({
    /** Both are in the third case too, and what is said of one is said of the other. */
    both: fc.boolean(),
    stays: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
    frequencies: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
    contacts: fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), { maxLength: 4 }),
    related: fc.boolean(),
    rights: fc.boolean(),
    icpc: fc.boolean(),
    note: fc.boolean(),
    choice: fc.constantFrom("KEPT" as const, "MERGED" as const),
  });

  test("a merge and its undoing leave every table as it was", async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (given) => {
        const [one, two, three] = [
          await merges.family(),
          await merges.family(),
          await merges.family(),
        ];
        const { owner } = opened;
        const pair = [one.ben, two.ben];
        const insert = async (table: string, row: Record<string, unknown>) =>
          sql`INSERT INTO ${sql.id("app", table)} SELECT * FROM jsonb_populate_record(
            jsonb_populate_record(NULL::${sql.id("app", table)}, '{"version":1,"known_from":"2026-10-01T00:00:00Z","confirmed":true,"position":9,"continues_past_majority":false,"withdrawn":false}'),
            ${JSON.stringify(row)}::jsonb)`.execute(owner);
        await owner
          .updateTable("person")
          .set({ given: "Ben", otherNames: sql`'[{"given":"Benny"}]'::jsonb`, sex: "MALE" })
          .where("personId", "=", two.ben)
          .execute();
        await writeAs(opened.db, supervisor, (trx) => renewNameKeys(trx, [two.ben]));
        const inThird = given.both ? pair : [two.ben];
        for (const person of inThird) {
          await insert("member", {
            member_id: newId(),
            case_id: three.caseId,
            person_id: person,
            role: "CHILD",
          });
          let from = 0;
          for (const length of given.stays) {
            await insert("living_situation", {
              living_situation_id: newId(),
              case_id: three.caseId,
              person_id: person,
              setting: "KINSHIP",
              state: "IA",
              from_on: dayOf(from + 1),
              to_on: dayOf(from + length),
            });
            from += length;
          }
          for (const times of given.frequencies)
            await insert("frequency", {
              frequency_id: newId(),
              case_id: three.caseId,
              person_id: person,
              times,
              per: "MONTH",
              source: "COURT",
              from_on: dayOf(1),
              recorded_at: "2026-10-01T00:00:00Z",
            });
          if (given.related)
            await insert("relationship", {
              relationship_id: newId(),
              case_id: three.caseId,
              person_id: three.mom,
              kind: "PARENT",
              other_person_id: person,
            });
          if (given.rights)
            await insert("termination_of_rights", {
              termination_of_rights_id: newId(),
              case_id: three.caseId,
              parent_person_id: three.mom,
              child_person_id: person,
              on_date: dayOf(2),
            });
          if (given.note)
            await insert("duty_note", {
              case_id: three.caseId,
              episode_id: three.episodeId,
              key: `TEST:${person}`,
              note: `About ${given.choice}`,
            });
        }
        for (const [first, second, other] of given.contacts) {
          const people = [
            ...(first && given.both ? [one.ben] : []),
            ...(second ? [two.ben] : []),
            ...(other ? [three.ann] : []),
          ];
          await insert("contact", {
            contact_id: newId(),
            case_id: three.caseId,
            episode_id: three.episodeId,
            on_date: dayOf(20),
            mode: people.length === 0 ? "ATTEMPT" : "FACE_TO_FACE",
            people,
            counts_as: "DEPARTMENT",
            entered_on: dayOf(20),
            recorded_at: "2026-10-20T00:00:00Z",
          });
        }
        if (given.icpc)
          await insert("task_record", {
            task_record_id: newId(),
            case_id: three.caseId,
            episode_id: three.episodeId,
            type: "ICPC_COORDINATION",
            on_date: dayOf(3),
            person_id: two.ben,
            people: [two.ben, three.mom],
          });
        await merges.settle([one.caseId, two.caseId, three.caseId]);
        const before = await merges.everything();
        const outcome = await merges.merge(one.ben, two.ben, { given: given.choice });
        const mergeId = merges.mergeIdOf(outcome);
        // A note about a duty that both had stays under the old key.
        const still = given.note && given.both ? ["duty_note", "person"] : ["person"];
        expect(await merges.naming(two.ben)).toEqual(still);
        expect(codesOf(await merges.undo(mergeId))).toBe("DONE");
        expect(await merges.everything()).toEqual(before);
        // And once more, for what was put back is as good as what was there first.
        const again = merges.mergeIdOf(
          await merges.merge(one.ben, two.ben, { given: given.choice }),
        );
        expect(codesOf(await merges.undo(again))).toBe("DONE");
        expect(await merges.everything()).toEqual(before);
      }),
      {
        numRuns: 4,
        seed: 4,
        examples: [
          [
            {
              both: true,
              stays: [3, 4],
              frequencies: [1, 2],
              contacts: [
                [true, true, true],
                [false, true, false],
              ],
              related: true,
              rights: true,
              icpc: true,
              note: true,
              choice: "MERGED",
            },
          ],
        ],
      },
    );
  }, 120_000);
});
