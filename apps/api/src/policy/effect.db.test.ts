import { newId, readAs, system } from "@kinward/db";
import { deriveAllDue } from "@kinward/db/duties";
import { addEffects, type Comparison, type Effect, NO_EFFECT } from "@kinward/domain/effect";
import type { CaseId, CommandId, PlainDate } from "@kinward/domain/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addArea, secondAdministrator, submitReferralTo } from "../testing/area.ts";
import type { TestClient } from "../testing/client.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
let first: TestClient;
let second: TestClient;
beforeAll(async () => {
  server = await startWorldServer();
  first = await server.as("administrator");
  second = await secondAdministrator(server);
  const area = await addArea(server);
  await submitReferralTo(server, area);
  await submitReferralTo(server, area);
});
afterAll(() => server.stop());

const profile = "IA_FSRP" as const;
const change = () => ({
  profile,
  validFrom: server.world.today,
  values: { initialContactBusinessDays: 3 },
});

const deadlines = () =>
  readAs(server.services.db, system("test"), (trx) =>
    trx
      .selectFrom("duty")
      .select(["episodeId", "key", "dueOn"])
      .where("rule", "=", "CON-4")
      .orderBy("episodeId")
      .orderBy("key")
      .execute(),
  );

test("both people see the same effect, and their answer does just that", async () => {
  const before = await deadlines();
  expect(before.length).toBeGreaterThan(2);
  const shown = await first.api.policy.settingsEffect.query(change());
  expect(shown).toMatchObject({ bookNumber: 0, today: server.world.today });
  expect(shown.next).toBeUndefined();
  expect(shown.effect.cases).toBe(shown.cases);
  const moved = shown.effect.open.filter((row) => row.kind === "MOVES");
  expect(moved.reduce((sum, row) => sum + row.count, 0)).toBe(shown.effect.listed.length);
  expect(shown.effect.listed.length).toBeGreaterThan(0);
  // Numbers of cases and dates; no person and no key of a duty, which names one.
  expect(Object.keys(shown.effect.listed[0] ?? {}).toSorted()).toEqual(
    ["after", "before", "caseNumber", "days", "duty", "kind", "place", "rule", "whom"].toSorted(),
  );
  // Both families are served in one area, each by the contractor whose turn it was.
  expect(shown.effect.places.length).toBeGreaterThan(1);
  expect(shown.effect.places.reduce((sum, row) => sum + row.moved, 0)).toBe(
    shown.effect.listed.length,
  );
  const counts = await first.api.policy.settingsEffect.query({ ...change(), countsOnly: true });
  expect(counts.effect).toEqual({ ...shown.effect, listed: [] });
  expect(await deadlines()).toEqual(before);

  const { proposalId } = await first.api.settings.propose.mutate({
    ...change(),
    commandId: newId<CommandId>(),
    reason: "Test",
    source: "Contract amendment 4",
  });
  const again = await second.api.policy.settingsEffect.query(change());
  expect(again).toEqual(shown);
  await second.api.proposals.answer.mutate({
    commandId: newId<CommandId>(),
    proposalId,
    decision: "APPROVED",
  });
  await deriveAllDue(server.services.db, "olderBook");
  const after = await deadlines();
  const differing = after.filter((row, index) => row.dueOn !== before[index]?.dueOn);
  const days = (list: readonly (PlainDate | null | undefined)[]) =>
    list.map((day) => day ?? "none").toSorted();
  expect(days(differing.map((row) => row.dueOn))).toEqual(
    days(shown.effect.listed.map((one) => one.after?.dueOn)),
  );
});

test("one more closed day is previewed; what would be refused is refused already here", async () => {
  const { holidays, bookNumber } = await first.api.holidays.year.query({ profile, year: 2026 });
  const closed = { date: "2026-11-24" as PlainDate, name: "Snow" };
  const given = { profile, year: 2026, holidays: [...holidays, closed], expectedBook: bookNumber };
  const { effect } = await first.api.policy.holidaysEffect.query(given);
  expect(effect.open.some((row) => row.kind === "MOVES" && (row.days ?? 0) > 0)).toBe(true);
  const stale = await first.call("policy.holidaysEffect", { ...given, expectedBook: 99 });
  expect(stale.failure).toMatchObject({ kind: "REFUSED", refusals: [{ code: "BOOK_CHANGED" }] });
  const past = { ...change(), validFrom: "2026-01-01" };
  expect((await first.call("policy.settingsEffect", past)).failure).toMatchObject({
    refusals: [{ code: "DATE_IN_PAST" }],
  });
});

test("settings that make no duty ask no case", async () => {
  const { effect, cases } = await first.api.policy.settingsEffect.query({
    ...change(),
    values: { tieBreak: "STARTER_FIRST" },
  });
  expect({ effect, cases }).toEqual({ effect: NO_EFFECT, cases: 0 });
});

test("the parts together are the whole", async () => {
  let whole: Effect = NO_EFFECT;
  let after: CaseId | undefined;
  do {
    const part = await first.api.policy.settingsEffect.query({
      ...change(),
      values: { initialContactBusinessDays: 9 },
      ...(after === undefined ? {} : { after }),
    });
    whole = addEffects(whole, part.effect);
    after = part.next;
  } while (after !== undefined);
  const { count } = await readAs(server.services.db, system("test"), (trx) =>
    trx
      .selectFrom("caseRecord")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow(),
  );
  expect(whole.cases).toBe(Number(count));
});

test("any two books, and any two versions of a setting, are compared, also by an auditor", async () => {
  const books = await first.api.policy.books.query({ profile });
  // The first test published one.
  expect(books.map((book) => book.number)).toEqual([1, 0]);
  expect(books[0]?.publishedAt).toBeDefined();
  const { settings: published } = await first.api.policy.book.query({ profile, number: 1 });
  expect(books[0]?.effectiveOn).toBe(
    published.find((one) => one.publishedAt !== undefined)?.validFrom,
  );
  // The workbench of a worker counts with any of them.
  const worker = await server.as("worker");
  expect(await worker.api.policy.books.query({ profile })).toEqual(books);
  expect((await worker.api.policy.book.query({ profile, number: 1 })).number).toBe(1);
  expect((await first.api.policy.book.query({ profile, number: 0 })).number).toBe(0);
  const compare = (comparison: Comparison) =>
    first.api.policy.comparisonEffect.query({ comparison });
  const there = await compare({ of: "BOOKS", profile, first: 0, second: 1 });
  const back = await compare({ of: "BOOKS", profile, first: 1, second: 0 });
  const [earlier, ...others] = there.effect.open;
  expect(others).toEqual([]);
  expect(earlier).toMatchObject({ rule: "CON-4", kind: "MOVES" });
  expect(earlier?.days).toBeLessThan(0);
  expect(back.effect.open).toEqual([{ ...earlier, days: -(earlier?.days ?? 0) }]);
  const key = "initialContactBusinessDays" as const;
  const versions = await compare({ of: "VERSIONS", key, first: 0, second: 1 });
  expect(versions.effect.listed).toEqual(there.effect.listed);
  const auditor = await server.as("auditor");
  expect(
    await auditor.api.policy.comparisonEffect.query({
      comparison: { of: "VERSIONS", key, first: 0, second: 1 },
    }),
  ).toEqual(versions);
  for (const comparison of [
    { of: "BOOKS", profile, first: 0, second: 9 },
    { of: "VERSIONS", key, first: 0, second: 9 },
  ] as const)
    expect((await first.call("policy.comparisonEffect", { comparison })).failure?.kind).toBe(
      "NOT_FOUND",
    );
});
