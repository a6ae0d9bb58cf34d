import type { CaseId, CommandId, PersonId, PlainDate } from "@kinward/domain/kernel";
import type { PersonDetails } from "@kinward/domain/people";
import { covers } from "@kinward/domain/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type PersonCaller, system } from "../../core/caller.ts";
import { runCommand } from "../../core/command.ts";
import { readAs } from "../../core/transaction.ts";
import { newId } from "../../core/values.ts";
import { rederiveDue, verifyAll } from "../../duties/index.ts";
import { listCaseHistory } from "../../history/index.ts";
import { findPeople } from "../../people/find-people.ts";
import { loadPersonRecords } from "../../people/person-records.ts";
import { makeAgency, type TestAgency } from "../../testing/agency.ts";
import { peopleOf } from "../../testing/contact.ts";
import { type Opened, openDatabase } from "../../testing/database.ts";
import { familyDraft, refer } from "../../testing/referral.ts";
import { loadCaseFile } from "../case-file.ts";
import { addMember } from "./add-member.ts";
import { correctPerson } from "./correct-person.ts";
import { recordDeath } from "./leave.ts";

const day = (on: string) => on as PlainDate;
let opened: Opened;
let agency: TestAgency;
let worker: PersonCaller;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: day("2026-11-23") });
  worker = { kind: "person", staffId: agency.worker };
});
afterAll(() => opened.close());

let one: CaseId;
let two: CaseId;
let ann: PersonId;
let ben: PersonId;
/** Ann and Ben of one case live with relatives in another one too. */
beforeEach(async () => {
  [one, two] = await Promise.all([newCase(), newCase()]);
  const people = await peopleOf(opened.owner, one);
  [ann, ben] = [people["Ann"] as PersonId, people["Benjamin"] as PersonId];
  for (const personId of [ann, ben]) {
    const of = { caseId: two, personId };
    await opened.owner
      .insertInto("member")
      .values({ ...of, memberId: newId(), role: "CHILD" })
      .execute();
    await opened.owner
      .insertInto("livingSituation")
      .values({ ...of, livingSituationId: newId(), setting: "KINSHIP", state: "IA" })
      .execute();
  }
  await act("test", { cases: [one, two] }, async () => ({ done: { result: true } }));
});

async function newCase(): Promise<CaseId> {
  const [area] = agency.areas;
  if (area === undefined) throw new Error("no area");
  return (await refer(opened.db, agency.worker, await familyDraft(opened.db, area))).caseId;
}

interface Locked {
  readonly cases: readonly CaseId[];
  readonly people?: readonly PersonId[];
  readonly caller?: PersonCaller;
}
const act = <R>(
  procedure: string,
  { cases, people = [], caller = worker }: Locked,
  run: Parameters<typeof runCommand<R>>[2],
) =>
  runCommand<R>(
    opened.db,
    {
      commandId: newId<CommandId>(),
      procedure,
      caller,
      input: {},
      cases: cases.map((caseId) => ({ caseId })),
      people,
    },
    run,
  );

const recordOf = (personId: PersonId) =>
  readAs(opened.db, system("test"), async (trx) => {
    const record = (await loadPersonRecords(trx, [personId])).get(personId);
    if (record === undefined) throw new Error("nobody");
    return record;
  });

async function correct(
  caseId: CaseId,
  personId: PersonId,
  more: Partial<PersonDetails>,
  { caller = worker, version }: { caller?: PersonCaller; version?: number } = {},
) {
  const known = await recordOf(personId);
  const { id: _, ...details } = known.person;
  const command = {
    commandId: newId<CommandId>(),
    caseId,
    personId,
    version: version ?? known.version,
    details: { ...details, ...more },
    reason: "Birth certificate",
  };
  return act(
    "people.correctPerson",
    { cases: [caseId], people: [personId], caller },
    async (tools) => {
      const by = caller.organizationId === undefined ? "DEPARTMENT" : "CONTRACTOR";
      const done = await correctPerson(tools, { by }, command);
      if (done === undefined) throw new Error("not in the case");
      return done;
    },
  );
}
const die = (caseId: CaseId, personId: PersonId) =>
  act("people.recordDeath", { cases: [caseId], people: [personId] }, async (tools) => {
    const command = { commandId: tools.commandId, caseId, revision: 1, personId };
    const done = await recordDeath(tools, { ...command, on: day("2026-11-20") });
    if (done === undefined) throw new Error("not in the case");
    return done;
  });
const differing = async () => (await verifyAll(opened.db)).differing;
const historyOf = async (caseId: CaseId) =>
  (await readAs(opened.db, worker, (trx) => listCaseHistory(trx, caseId, { page: 1 }))).entries[0];

test(`names, sex and languages are corrected in all cases; the person is found by what is said now, and the history keeps what was${covers("CASE-6", "X-2")}`, async () => {
  const corrected = {
    given: "Bernard",
    family: "Marsh",
    otherNames: [{ given: "Benjamin", family: "Fern" }],
    sex: "MALE",
    languages: ["es", "en"],
  } as const;
  expect((await correct(one, ben, corrected)).kind).toBe("DONE");
  const search = (given: string, family: string) =>
    readAs(opened.db, worker, async (trx) =>
      (
        await findPeople(
          trx,
          { given, family },
          { staffId: agency.worker, roles: ["CASEWORKER"] },
          day("2026-11-23"),
        )
      ).map((person) => person.personId),
    );
  expect(await search("Bernard", "Marsh")).toContain(ben);
  expect(await search("Benjamin", "Fern")).toContain(ben);
  expect(await search("Benjamin", "Moss")).not.toContain(ben);
  const entry = await historyOf(one);
  expect(entry).toMatchObject({ procedure: "people.correctPerson", reason: "Birth certificate" });
  expect(entry?.changes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ field: "family", before: "Moss", after: "Marsh" }),
      expect.objectContaining({ field: "languages", after: "es, en" }),
      expect.objectContaining({ field: "other_names", after: "Benjamin Fern" }),
    ]),
  );
  expect(await historyOf(two)).toMatchObject({
    procedure: "people.correctPerson",
    params: { person: "Bernard Marsh" },
  });
});
test("the family follows the names of its children, unless it was named otherwise", async () => {
  const nameOf = async (caseId: CaseId) =>
    (
      await opened.owner
        .selectFrom("caseRecord")
        .select("familyName")
        .where("caseId", "=", caseId)
        .executeTakeFirstOrThrow()
    ).familyName;
  await opened.owner
    .updateTable("caseRecord")
    .set({ familyName: "Household of Maria" })
    .where("caseId", "=", two)
    .execute();
  await correct(one, ann, { family: "Mosse" });
  await correct(one, ben, { family: "Mosse" });
  expect(await nameOf(one)).toBe("Mosse");
  expect(await nameOf(two)).toBe("Household of Maria");
});

test(`a corrected birth date moves what is owed in every case${covers("DEC-15", "CON-13")}`, async () => {
  const ofBen = async () =>
    (
      await opened.owner
        .selectFrom("duty")
        .select(["caseId", "key"])
        .where("subject", "=", ben)
        .execute()
    ).map((row) => row.caseId);
  expect(new Set(await ofBen())).toEqual(new Set([one, two]));
  expect((await correct(one, ben, { birthDate: day("2004-05-04") })).kind).toBe("DONE");
  expect(await ofBen()).toEqual([]);
  expect(await differing()).toEqual([]);
});

test("a form about an older record is refused, and so is a birth after somebody was there", async () => {
  await correct(one, ben, { given: "Benny" });
  const stale = await correct(one, ben, { given: "Bernie" }, { version: 1 });
  expect(stale).toMatchObject({ kind: "NO", no: [{ code: "PERSON_CHANGED" }] });
  await opened.owner
    .updateTable("livingSituation")
    .set({ fromOn: day("2026-11-10") })
    .where("caseId", "=", two)
    .where("personId", "=", ben)
    .execute();
  const born = await correct(one, ben, { birthDate: day("2026-11-11") });
  expect(born).toMatchObject({
    kind: "NO",
    no: [{ code: "DATE_BEFORE_BIRTH", path: ["birthDate"], params: { on: "2026-11-10" } }],
  });
});

test(`a contractor's correction waits for the Department, and moves duties in a case that it does not see${covers("CASE-6", "X-1")}`, async () => {
  const served = await opened.owner
    .selectFrom("caseOrg")
    .select("organizationId")
    .where("caseId", "=", one)
    .executeTakeFirstOrThrow();
  await opened.owner.deleteFrom("caseOrg").where("caseId", "=", two).execute();
  const caller = {
    kind: "person",
    staffId: agency.prairieCoordinator,
    organizationId: served.organizationId,
  } as const;
  const before = await opened.owner
    .selectFrom("command")
    .select("commandId")
    .where("caseId", "=", two)
    .execute();
  expect((await correct(one, ben, { birthDate: day("2004-05-04") }, { caller })).kind).toBe("DONE");
  const confirmed = await opened.owner
    .selectFrom("person")
    .select("confirmed")
    .where("personId", "=", ben)
    .executeTakeFirstOrThrow();
  expect(confirmed).toEqual({ confirmed: false });
  // Until somebody reads a list of it, the other case waits; then it is right.
  expect((await differing()).map((one_) => one_.caseId)).toEqual([two]);
  await rederiveDue(opened.db, worker);
  expect(await differing()).toEqual([]);
  expect(
    await opened.owner
      .selectFrom("command")
      .select("commandId")
      .where("caseId", "=", two)
      .execute(),
  ).toEqual(before);
});

/** Holds a transaction open until it is told to go on. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 200));

/** What the acts come to that begin while somebody works on one of the two cases; nobody may hold the other meanwhile. */
async function whileHeld(held: CaseId, other: CaseId, begin: () => Promise<{ kind: string }>[]) {
  const during = await opened.owner.transaction().execute(async (trx) => {
    const lock = (caseId: CaseId) =>
      trx.selectFrom("caseRecord").select("caseId").where("caseId", "=", caseId).forUpdate();
    await lock(held).execute();
    const acts = begin();
    await aMoment();
    const free = await lock(other).skipLocked().execute();
    return { free: free.length, acts };
  });
  expect(during.free).toBe(1);
  return Promise.all(during.acts);
}

test("whoever changes what holds of a person in several cases waits for the first of them and holds none meanwhile", async () => {
  const [first, last] = [one, two].toSorted() as [CaseId, CaseId];
  // One act for each person at a time: of two about one person, the second is rightly asked to look again.
  const corrected = await whileHeld(first, last, () => [
    correct(last, ann, { preferred: "Annie" }),
    correct(first, ben, { preferred: "Ben" }),
  ]);
  const died = await whileHeld(first, last, () => [die(last, ann)]);
  for (const outcome of [...corrected, ...died]) expect(outcome.kind).toBe("DONE");
  expect(await differing()).toEqual([]);
});

test("someone who joins another case at the moment of a correction makes it ask again, and nothing is owed by the former date", async () => {
  const third = await newCase();
  const { file } = await readAs(opened.db, worker, (trx) => loadCaseFile(trx, third));
  const [written, goOn] = [gate(), gate()];
  const joining = act("people.add", { cases: [third] }, async (tools) => {
    const command = {
      commandId: tools.commandId,
      caseId: third,
      revision: 1,
      personId: ben,
      role: "CHILD",
      joined: day("2026-11-23"),
      living: { setting: "FOSTER_FAMILY", state: "IA" },
      basis: { basis: "IN_PLACEMENT" },
      acceptWarnings: ["PERSON_IN_TWO_OPEN_CASES"],
    } as const;
    const done = await addMember(tools, file, { by: "DEPARTMENT" }, command);
    if (done === undefined) throw new Error("nobody");
    written.open();
    await goOn.opened;
    return done;
  });
  await written.opened;
  const born = { birthDate: day("2004-01-01") };
  const correcting = correct(one, ben, born);
  await aMoment();
  goOn.open();
  expect((await joining).kind).toBe("DONE");
  expect((await correcting).kind).toBe("CONFLICT");
  expect((await correct(one, ben, born)).kind).toBe("DONE");
  expect(await differing()).toEqual([]);
});
