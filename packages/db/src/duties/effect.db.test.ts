import { decidePublishHolidays } from "@kinward/domain/agency";
import { decideSettingChange } from "@kinward/domain/approval";
import { holidaysOf } from "@kinward/domain/calendar";
import { type Duty, dutyId } from "@kinward/domain/contacts";
import {
  booksOfHolidays,
  booksOfSettings,
  dutyChanges,
  type EffectBooks,
} from "@kinward/domain/effect";
import {
  addDays,
  type CaseId,
  type CommandId,
  type PlainDate,
  yearOf,
} from "@kinward/domain/kernel";
import type { PolicyBook, SettingKey, SettingValue } from "@kinward/domain/policy";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadPolicyBook, publishBook } from "../admin/policy.ts";
import { type PersonCaller, system } from "../core/caller.ts";
import { runCommand } from "../core/command.ts";
import { readAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { peopleOf, visit } from "../testing/contact.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";
import { storedDuties } from "./derive.ts";
import { countEffectCases, effectOnCases } from "./effect.ts";
import { deriveAllDue, verifyAll } from "./keep-current.ts";

const TODAY = "2026-12-14" as PlainDate;
// From two months ago up to today, so that deadlines, weeks and months stand open, met and missed.
const EFFECTIVE_DAYS_AGO = [0, 0, 1, 4, 8, 20, 35, 48, 60];
const CASES = EFFECTIVE_DAYS_AGO.length;

let opened: Opened;
let agency: TestAgency;
const caseIds: CaseId[] = [];
const administrator = (): PersonCaller => ({ kind: "person", staffId: agency.administrator });

beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: TODAY, areas: 2 });
  for (let index = 0; index < CASES; index += 1) {
    const area = agency.areas[index % 2];
    if (area === undefined) throw new Error("no area");
    const effectiveOn = addDays(TODAY, -(EFFECTIVE_DAYS_AGO[index] ?? 0));
    const draft = await familyDraft(opened.db, area, { effectiveOn, family: `Family${index}` });
    const { caseId } = await refer(opened.db, agency.worker, draft);
    caseIds.push(caseId);
    const people = await peopleOf(opened.owner, caseId);
    const seen = index % 3 === 0 ? ["Ann", "Maria"] : index % 3 === 1 ? ["Ann"] : [];
    const caller = await coordinatorOf(caseId);
    for (const day of [addDays(effectiveOn, 2), addDays(effectiveOn, 9)])
      if (seen.length > 0 && day <= TODAY)
        await visit(
          opened.db,
          caller,
          caseId,
          seen.flatMap((name) => people[name] ?? []),
          day,
        );
  }
});
afterAll(() => opened.close());

async function coordinatorOf(caseId: CaseId): Promise<PersonCaller> {
  const { organizationId } = await opened.owner
    .selectFrom("caseOrg")
    .select("organizationId")
    .where("caseId", "=", caseId)
    .executeTakeFirstOrThrow();
  const staffId =
    organizationId === agency.prairie ? agency.prairieCoordinator : agency.riverBendCoordinator;
  return { kind: "person", staffId, organizationId };
}

const stored = async (): Promise<readonly Duty[]> => {
  const found = await readAs(opened.db, system("test"), (trx) => storedDuties(trx, caseIds));
  return [...found.values()].flatMap((rows) => rows.map(({ duty }) => duty));
};

/** The whole preview, part by part, as an administrator. */
const previewed = async (books: EffectBooks, size: number) => {
  const found = [];
  let after: CaseId | undefined;
  do {
    const part = await readAs(opened.db, administrator(), (trx, { today }) =>
      effectOnCases(trx, books, today, after, size),
    );
    found.push(...part);
    after = part.length < size ? undefined : part.at(-1)?.caseId;
  } while (after !== undefined);
  return found;
};

const publish = async (book: PolicyBook): Promise<void> => {
  const commandId = newId<CommandId>();
  await runCommand(
    opened.db,
    { commandId, procedure: "test.publish", caller: administrator(), input: {} },
    async ({ trx, at }) => {
      const published = { ...book, publishedAt: at };
      await publishBook(trx, published, { publishedBy: agency.administrator, commandId });
      return { done: { result: null } };
    },
  );
  await deriveAllDue(opened.db, "olderBook");
};

const inOrder = (changes: ReturnType<typeof dutyChanges>) =>
  changes
    .map((change) => ({ name: dutyId((change.after ?? change.before) as Duty), ...change }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** A candidate, from the book in force at that moment; undefined where it would be refused. */
type Candidate = (book: PolicyBook) => EffectBooks | undefined;

const ofSettings =
  (values: Partial<Record<SettingKey, SettingValue>>, ahead: number): Candidate =>
  (book) => {
    const validFrom = addDays(TODAY, ahead);
    const decided = decideSettingChange({ validFrom, values, source: "Test" }, book, TODAY);
    return decided.ok ? booksOfSettings(book, decided.value) : undefined;
  };

/** Closes a day, or opens it again. */
const ofHolidays =
  (ahead: number): Candidate =>
  (book) => {
    const date = addDays(TODAY, ahead);
    const year = yearOf(date);
    const before = holidaysOf(book, year).holidays;
    const without = before.filter((holiday) => holiday.date !== date);
    const holidays =
      without.length < before.length ? without : [...before, { date, name: "Closed" }];
    const decided = decidePublishHolidays(
      { year, holidays, source: "Test", reason: "Test", expectedBook: book.number },
      before,
      book,
      TODAY,
    );
    return decided.ok ? booksOfHolidays(book, decided.value, TODAY) : undefined;
  };

const candidates: fc.Arbitrary<Candidate> = fc.oneof(
  fc.integer({ min: -70, max: 20 }).map(ofHolidays),
  fc
    .tuple(
      fc.oneof(
        fc.integer({ min: 1, max: 9 }).map((n) => ({ initialContactBusinessDays: n })),
        fc.integer({ min: 20, max: 40 }).map((n) => ({ firstPeriodDays: n })),
        fc.constantFrom("ANY_HOME_MEMBER", "EVERY_HOME_MEMBER").map((q) => ({ familyQuorum: q })),
        fc.constantFrom("SUNDAY", "MONDAY").map((day) => ({ weekStartsOn: day })),
        fc.constantFrom(3, 5, null).map((n) => ({ jointMeetingDeadline: n })),
      ),
      fc.constantFrom(0, 0, 0, 1, 15),
    )
    .map(([values, ahead]) =>
      ofSettings(values as Partial<Record<SettingKey, SettingValue>>, ahead),
    ),
);

test("what is published changes exactly the duties that the preview said, in any order of changes", async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(candidates, fc.integer({ min: 2, max: 10 }), async (candidate, size) => {
      const book = await readAs(opened.db, administrator(), (trx) =>
        loadPolicyBook(trx, "IA_FSRP"),
      );
      const books = candidate(book);
      if (books === undefined) return;
      const before = await stored();
      const found = await previewed(books, size);
      expect(found.map((one) => one.caseId).toSorted()).toEqual(caseIds.toSorted());
      // Whoever turns back here has changed nothing.
      expect(await stored()).toEqual(before);
      await publish(books.after);
      const said = found.flatMap(({ effect }) => effect.changes);
      expect(inOrder(said)).toEqual(inOrder(dutyChanges(before, await stored())));
      changed += said.length;
    }),
    { numRuns: 25, seed: 4 },
  );
  expect(changed).toBeGreaterThan(20);
  expect((await verifyAll(opened.db)).differing).toEqual([]);
});

test("a case that ended long ago is passed over, one that ended of late is not", async () => {
  const book = await readAs(opened.db, administrator(), (trx) => loadPolicyBook(trx, "IA_FSRP"));
  const books = ofHolidays(25)(book) as EffectBooks;
  const count = () =>
    readAs(opened.db, administrator(), (trx, { today }) => countEffectCases(trx, books, today));
  const [gone] = caseIds as [CaseId];
  const end = async (closedOn: PlainDate) => {
    await opened.owner.deleteFrom("duty").where("caseId", "=", gone).execute();
    await opened.owner
      .updateTable("caseRecord")
      .set({ openedOn: closedOn, closedOn })
      .where("caseId", "=", gone)
      .execute();
  };
  expect(await count()).toBe(CASES);
  await end(addDays(TODAY, -90));
  expect(await count()).toBe(CASES);
  await end(addDays(TODAY, -91));
  expect(await count()).toBe(CASES - 1);
  expect(await previewed(books, 4)).toHaveLength(CASES - 1);
});
