import { chainLine, GENESIS_HASH, type LedgerLine } from "@kinward/domain/assignment";
import type { OrganizationId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PersonCaller, system } from "../core/caller.ts";
import { sha256 } from "../core/digest.ts";
import { readAs, writeAs } from "../core/transaction.ts";
import { json, newId } from "../core/values.ts";
import { makeAgency, person, type TestAgency, type TestArea } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";

let opened: Opened;
let agency: TestAgency;
let area: TestArea;
let lines: readonly LedgerLine[];
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { areas: 2, today: "2026-11-23" });
  [area] = agency.areas as readonly [TestArea];
  for (const family of ["Moss", "Reed", "Fern"])
    await refer(opened.db, agency.worker, await familyDraft(opened.db, area, { family }));
  lines = await readAs(opened.db, system("test"), async (trx) => {
    const rows = await trx
      .selectFrom("ledgerLine")
      .select("line")
      .where("contractAreaId", "=", area.areaId)
      .orderBy("seq")
      .execute();
    return rows.map((row) => row.line);
  });
});
afterAll(() => opened.close());

const TABLES = ["ledger_line", "rotation_epoch", "checkpoint", "ledger_key"] as const;

test.each(
  TABLES.flatMap((table) => [
    [`DELETE FROM app.${table}`],
    [`TRUNCATE app.${table}`],
    [`TRUNCATE app.${table} CASCADE`],
    [`UPDATE app.${table} SET command_id = gen_random_uuid()`],
    [`DROP TABLE app.${table}`],
    [`ALTER TABLE app.${table} DISABLE TRIGGER ALL`],
  ]),
)("the app's role is refused: %s", async (statement) => {
  await expect(
    writeAs(opened.db, system("test"), (trx) => sql.raw(statement).execute(trx)),
  ).rejects.toThrow(/permission denied|must be owner/);
});

test("neither does anything that the app's role may call write them for it", async () => {
  const { rows } = await sql<{ name: string; body: string }>`
    SELECT p.proname AS name, p.prosrc AS body FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'app' AND p.prosecdef ORDER BY p.proname`.execute(opened.owner);
  // Of the functions that run as the owner few write: history, the day of the next derivation, sums of what is counted, and
  // the words of names.
  const written = rows.flatMap(({ name, body }) => {
    const found =
      body.match(/\b(?:INSERT INTO|UPDATE(?!\s+SET)|DELETE FROM|EXECUTE)\s+[\w.]+/giu) ?? [];
    return found.length === 0 ? [] : [[name, [...new Set(found)].toSorted()]];
  });
  expect(Object.fromEntries(written)).toEqual({
    keep_history: ["INSERT INTO app.history"],
    keep_name_words: ["INSERT INTO app.name_word"],
    person_moves_duties: ["UPDATE app.case_record"],
    count_cases: ["DELETE FROM case_count", "INSERT INTO case_count", "INSERT INTO state_change"],
    sum_state_counts: [
      "DELETE FROM state_change",
      "DELETE FROM state_count",
      "INSERT INTO state_count",
    ],
  });
  // The others read or lock, or run the counting for the rows that a statement has written.
  const counting = rows.filter((row) => /_count_after_(?:insert|update|delete)$/u.test(row.name));
  expect(counting.every((row) => row.body.includes("PERFORM app.count_cases(ids)"))).toBe(true);
  expect(
    rows.map((row) => row.name).filter((name) => !counting.some((one) => one.name === name)),
  ).toEqual([
    "cases_beginning",
    "count_cases",
    "keep_history",
    "keep_name_words",
    "known_now_as",
    "lock_cases_of",
    "look_alikes",
    "member_is_not_merged",
    "open_cases_of",
    "person_moves_duties",
    "similar_words",
    "sum_state_counts",
  ]);
});

const write = (line: LedgerLine) =>
  writeAs(opened.db, system("test"), (trx) =>
    trx
      .insertInto("ledgerLine")
      .values({
        contractAreaId: area.areaId,
        seq: line.seq,
        kind: line.kind,
        referralKey: line.referralKey,
        line: json(line),
        prev: line.prev,
        hash: line.hash,
        commandId: newId(),
      })
      .execute(),
  );

/** A line that would follow the newest one but for the change. */
const next = (change: Partial<LedgerLine>, prev = lines.at(-1)?.hash ?? ""): LedgerLine => {
  const { hash: _, ...newest } = lines.at(-1) as LedgerLine;
  return chainLine(
    {
      ...newest,
      seq: 4,
      referralKey: newId(),
      at: "2099-01-01T00:00:00.000Z" as LedgerLine["at"],
      ...change,
    },
    prev,
    sha256,
  );
};

test.each([
  ["a gap", () => next({ seq: 5 }), /does not follow/],
  ["another past", () => next({}, lines[0]?.hash), /does not follow/],
  ["a second beginning", () => next({ seq: 1 }, GENESIS_HASH), /duplicate key|not later/],
  ["a line in the place of another", () => next({ seq: 2 }, lines[0]?.hash), /duplicate key/],
  ["a line before the first", () => next({ seq: 0 }, GENESIS_HASH), /seq_check|does not follow/],
  ["an earlier moment", () => next({ at: lines[0]?.at as LedgerLine["at"] }), /not later/],
  [
    "a second turn for one referral",
    () => next({ referralKey: lines[0]?.referralKey as string }),
    /one_assignment/,
  ],
  ["a line of another area", () => next({ area: agency.areas[1]?.areaId as never }), /of_its_area/],
  ["a field of one's own", () => next({ note: "Moss family" } as never), /version_1/],
  [
    "a name where an id belongs",
    () => next({ contractor: "Moss family" as OrganizationId }),
    /shapes/,
  ],
  ["a name where a number belongs", () => next({ before: "Moss" as never }), /shapes|not a string/],
  ["words where a code belongs", () => next({ method: "for the Moss family" as never }), /shapes/],
  ["another version", () => next({ v: 2 as 1 }), /version_1/],
])("the database refuses %s", async (_, line, because) => {
  await expect(write(line())).rejects.toThrow(because);
});

test("the first line of an area stands on 64 zeros", async () => {
  const other = agency.areas[1]?.areaId as TestArea["areaId"];
  const first = next({ seq: 1, area: other }, "1".repeat(64));
  await expect(
    writeAs(opened.db, system("test"), (trx) =>
      trx
        .insertInto("ledgerLine")
        .values({
          contractAreaId: other,
          seq: 1,
          kind: first.kind,
          referralKey: first.referralKey,
          line: json(first),
          prev: first.prev,
          hash: first.hash,
          commandId: newId(),
        })
        .execute(),
    ),
  ).rejects.toThrow(/does not follow/);
});

test("a line that follows is taken: it is the change that is refused", async () => {
  await expect(
    writeAs(opened.db, system("test"), async (trx) => {
      const line = next({});
      await trx
        .insertInto("ledgerLine")
        .values({
          contractAreaId: area.areaId,
          seq: 4,
          kind: line.kind,
          referralKey: line.referralKey,
          line: json(line),
          prev: line.prev,
          hash: line.hash,
          commandId: newId(),
        })
        .execute();
      throw new Error("taken");
    }),
  ).rejects.toThrow("taken");
});

test("an epoch follows the one before it and begins once", async () => {
  const epochOf = (number: number) =>
    writeAs(opened.db, system("test"), async (trx) => {
      const known = await trx
        .selectFrom("rotationEpoch")
        .selectAll()
        .where("contractAreaId", "=", area.areaId)
        .executeTakeFirstOrThrow();
      await trx
        .insertInto("rotationEpoch")
        .values({ ...known, number, epoch: json({ ...known.epoch, number }) })
        .execute();
      throw new Error("taken");
    });
  await expect(epochOf(1)).rejects.toThrow(/duplicate key/);
  await expect(epochOf(3)).rejects.toThrow(/does not follow/);
  await expect(epochOf(2)).rejects.toThrow("taken");
});

test("a contractor reads the ledger of its own areas alone, and writes none", async () => {
  const stranger = newId<OrganizationId>();
  await opened.owner
    .insertInto("organization")
    .values({ organizationId: stranger, name: "Stranger", kinds: ["CONTRACTOR"] })
    .execute();
  const strangerId = await person(opened.owner, "Stan Ger", "CONTRACTOR_SUPERVISOR", stranger);
  const as = (staffId: PersonCaller["staffId"], organizationId: OrganizationId): PersonCaller => ({
    kind: "person",
    staffId,
    organizationId,
  });
  const counts = (caller: PersonCaller) =>
    readAs(opened.db, caller, async (trx) => [
      (await trx.selectFrom("ledgerLine").select("seq").execute()).length,
      (await trx.selectFrom("rotationEpoch").select("number").execute()).length,
    ]);
  expect(await counts(as(strangerId, stranger))).toEqual([0, 0]);
  expect(await counts(as(agency.prairieCoordinator, agency.prairie))).toEqual([3, 1]);
  const known = await readAs(opened.db, system("test"), (trx) =>
    trx.selectFrom("rotationEpoch").selectAll().executeTakeFirstOrThrow(),
  );
  await expect(
    writeAs(opened.db, as(agency.prairieCoordinator, agency.prairie), (trx) =>
      trx
        .insertInto("rotationEpoch")
        .values({ ...known, number: 2, epoch: json({ ...known.epoch, number: 2 }) })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/);
});
