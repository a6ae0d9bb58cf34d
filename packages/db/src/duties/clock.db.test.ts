import { dutyId, evaluate } from "@kinward/domain/contacts";
import { addDays, type CaseId, type CommandId, type PlainDate } from "@kinward/domain/kernel";
import { defaultPolicyBook, withSettings } from "@kinward/domain/policy";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishBook } from "../admin/policy.ts";
import { loadCaseFiles } from "../cases/case-file.ts";
import { type PersonCaller, system } from "../core/caller.ts";
import { runCommand } from "../core/command.ts";
import { readAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { makeAgency, person, type TestAgency } from "../testing/agency.ts";
import { peopleOf, visit } from "../testing/contact.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";
import { loadWork } from "../work/work-list.ts";
import { storedDuties } from "./derive.ts";
import { deriveAllDue, rederiveDue, verifyAll } from "./keep-current.ts";

const START = "2026-11-20" as PlainDate;
const CASES = 8;

let opened: Opened;
let agency: TestAgency;
const caseIds: CaseId[] = [];
const setToday = (fixedToday: PlainDate) =>
  opened.owner.updateTable("agency").set({ fixedToday }).execute();

beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: START, areas: 2 });
  for (let index = 0; index < CASES; index += 1) {
    const area = agency.areas[index % 2];
    if (area === undefined) throw new Error("no area");
    // Some have begun, some begin later; some are seen, once or in part.
    const effectiveOn = addDays(START, (index % 5) * 6 - 9);
    const draft = await familyDraft(opened.db, area, { effectiveOn, family: `Family${index}` });
    const { caseId } = await refer(opened.db, agency.worker, draft);
    caseIds.push(caseId);
    const people = await peopleOf(opened.owner, caseId);
    const { organizationId } = await opened.owner
      .selectFrom("caseOrg")
      .select("organizationId")
      .where("caseId", "=", caseId)
      .executeTakeFirstOrThrow();
    const caller: PersonCaller = {
      kind: "person",
      staffId:
        organizationId === agency.prairie ? agency.prairieCoordinator : agency.riverBendCoordinator,
      organizationId,
    };
    const seen = index % 3 === 0 ? ["Ann", "Maria"] : index % 3 === 1 ? ["Ann"] : [];
    const with_ = seen.flatMap((name) => people[name] ?? []);
    if (with_.length > 0 && effectiveOn <= START)
      await visit(opened.db, caller, caseId, with_, START);
  }
  await addDatedFacts();
});
afterAll(() => opened.close());

/** Facts that change something on a coming day by themselves: a birthday, a move, an end of membership. */
async function addDatedFacts(): Promise<void> {
  const [first, second, third] = caseIds as [CaseId, CaseId, CaseId];
  const of = async (caseId: CaseId, name: string) => {
    const found = (await peopleOf(opened.owner, caseId))[name];
    if (found === undefined) throw new Error("nobody");
    return found;
  };
  await runCommand(
    opened.db,
    {
      commandId: newId<CommandId>(),
      procedure: "test",
      caller: system("test"),
      input: {},
      cases: [first, second, third].map((caseId) => ({ caseId })),
    },
    async ({ trx }) => {
      await trx
        .updateTable("person")
        .set({ birthDate: "2009-01-05" as PlainDate })
        .where("personId", "=", await of(first, "Ann"))
        .execute();
      await trx
        .updateTable("livingSituation")
        .set({ toOn: "2026-12-27" as PlainDate })
        .where("personId", "=", await of(second, "Ann"))
        .execute();
      await trx
        .insertInto("livingSituation")
        .values({
          livingSituationId: newId(),
          caseId: second,
          personId: await of(second, "Ann"),
          setting: "FOSTER_FAMILY",
          state: "IA",
          fromOn: "2026-12-28" as PlainDate,
        })
        .execute();
      await trx
        .updateTable("member")
        .set({ leftOn: "2027-01-15" as PlainDate })
        .where("personId", "=", await of(third, "Benjamin"))
        .execute();
      return { done: { result: null } };
    },
  );
}

/** Every open duty as a whole recomputation has it, without the table. */
const recomputed = (today: PlainDate) =>
  readAs(opened.db, system("test"), async (trx) =>
    (await loadCaseFiles(trx, caseIds)).flatMap(({ file, book }) =>
      evaluate(file, book, today).duties.filter(
        (duty) => duty.settledOn === undefined && duty.cancelledOn === undefined,
      ),
    ),
  );

const names = (duties: readonly { readonly episodeId: string; readonly key: string }[]) =>
  duties.map((duty) => dutyId(duty)).toSorted();

test("day by day over 90 days without a write, every list equals a full recompute", async () => {
  const worker: PersonCaller = { kind: "person", staffId: agency.worker };
  let derivedCases = 0;
  const verified: unknown[] = [];
  for (let day = 1; day <= 90; day += 1) {
    const today = addDays(START, day);
    await setToday(today);
    derivedCases += await rederiveDue(opened.db, worker);
    const stored = await readAs(opened.db, worker, (trx) => storedDuties(trx, caseIds));
    const open = [...stored.values()]
      .flat()
      .map(({ duty }) => duty)
      .filter((duty) => duty.settledOn === undefined && duty.cancelledOn === undefined);
    const expected = await recomputed(today);
    expect([today, names(open)]).toEqual([today, names(expected)]);
    const { duties } = await readAs(opened.db, worker, (trx) =>
      loadWork(trx, { staffId: agency.worker, roles: ["CASEWORKER"] } as never, today),
    );
    expect([today, names(duties.map((row) => row.duty))]).toEqual([today, names(expected)]);
    if (day % 15 === 0) verified.push((await verifyAll(opened.db)).differing);
  }
  expect(verified).toEqual([[], [], [], [], [], []]);
  // Only cases whose day has come are derived again: far from every case on every day.
  expect(derivedCases).toBeGreaterThan(CASES);
  expect(derivedCases).toBeLessThan(CASES * 45);
}, 300_000);

test("what the table says wrongly is reported", async () => {
  await opened.owner
    .updateTable("duty")
    .set({ dueOn: "2030-01-01" as PlainDate })
    .where("caseId", "=", caseIds[0] as CaseId)
    .where("key", "like", "INITIAL:%")
    .execute();
  const { differing } = await verifyAll(opened.db);
  expect(differing.map((one) => one.caseId)).toEqual([caseIds[0]]);
  expect(differing[0]?.wrong[0]).toMatch(/^INITIAL:/);
  await deriveAllDue(opened.db, "all");
  expect((await verifyAll(opened.db)).differing).toEqual([]);
});

test("a published book governs every case once it is derived again, and lists say so until then", async () => {
  const today = addDays(START, 90);
  const recalculating = () =>
    readAs(opened.db, { kind: "person", staffId: agency.worker }, async (trx) => {
      const scope = { staffId: agency.worker, roles: ["CASEWORKER"] } as never;
      return (await loadWork(trx, scope, today)).recalculating;
    });
  expect(await recalculating()).toBe(false);
  const book = withSettings(defaultPolicyBook("IA_FSRP"), { initialContactBusinessDays: 3 });
  const outcome = await runCommand(
    opened.db,
    {
      commandId: newId<CommandId>(),
      procedure: "settings.publish",
      caller: { kind: "person", staffId: agency.administrator },
      input: 1,
    },
    async ({ trx, at, commandId }) => {
      const published = { ...book, number: 1, publishedAt: at };
      await publishBook(trx, published, { publishedBy: agency.administrator, commandId });
      return { done: { result: null } };
    },
  );
  expect(outcome.kind).toBe("DONE");
  expect(await recalculating()).toBe(true);
  expect(await deriveAllDue(opened.db, "olderBook")).toBe(CASES);
  expect(await recalculating()).toBe(false);
  const due = await opened.owner
    .selectFrom("duty")
    .innerJoin("episode", "episode.episodeId", "duty.episodeId")
    .select(["duty.dueOn", "episode.effectiveDate"])
    .where("key", "like", "INITIAL:%")
    .where("episode.effectiveDate", "=", "2026-11-23" as PlainDate)
    .execute();
  // Three business days after Monday: Thanksgiving and the day after do not count.
  for (const row of due) expect(row.dueOn).toBe("2026-11-30");
  expect(due.length).toBeGreaterThan(0);
  expect((await verifyAll(opened.db)).differing).toEqual([]);
});

test("a list derives the cases of its own scope, not those of the agency", async () => {
  await setToday(addDays(START, 120));
  const stranger = await person(opened.owner, "Stranger", "CASEWORKER");
  expect(await rederiveDue(opened.db, { kind: "person", staffId: stranger })).toBe(0);
  // A colleague under the same supervisor reads them too.
  const derived = await rederiveDue(opened.db, { kind: "person", staffId: agency.colleague });
  expect(derived).toBeGreaterThan(0);
  expect(await rederiveDue(opened.db, { kind: "person", staffId: agency.supervisor })).toBe(0);
  expect((await verifyAll(opened.db)).differing).toEqual([]);
});
