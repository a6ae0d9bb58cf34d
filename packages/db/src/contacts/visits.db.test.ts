import { type CorrectContact, evaluate } from "@kinward/domain/contacts";
import type {
  CaseId,
  CommandId,
  ContactId,
  OrganizationId,
  PersonId,
  PlainDate,
  StaffId,
} from "@kinward/domain/kernel";
import type { ContactView } from "@kinward/domain/views";
import { covers } from "@kinward/domain/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCaseFile } from "../cases/case-file.ts";
import type { PersonCaller } from "../core/caller.ts";
import { runCommand } from "../core/command.ts";
import { readAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { verifyAll } from "../duties/keep-current.ts";
import { listCaseHistory } from "../history/case-history.ts";
import { makeAgency, person, type TestAgency } from "../testing/agency.ts";
import { peopleOf, visit } from "../testing/contact.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";
import { type ContactBounds, listContacts } from "./list-contacts.ts";
import { correctContact } from "./record.ts";
import { listRecordableCases } from "./recordable-cases.ts";

const day = (text: string): PlainDate => text as PlainDate;

let opened: Opened;
let agency: TestAgency;
let worker: PersonCaller;
let prairie: PersonCaller;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: "2026-11-25" });
  worker = { kind: "person", staffId: agency.worker };
  prairie = { kind: "person", staffId: agency.prairieCoordinator, organizationId: agency.prairie };
});
afterAll(() => opened.close());

interface Family {
  readonly caseId: CaseId;
  readonly ann: PersonId;
  readonly ben: PersonId;
  readonly mom: PersonId;
}

/** A case of Prairie, effective on the Friday before: Ann and her mother at home, Ben with relatives. */
async function ofPrairie(): Promise<Family> {
  const [area] = agency.areas;
  if (area === undefined) throw new Error("no area");
  for (;;) {
    const draft = await familyDraft(opened.db, area, { effectiveOn: "2026-11-20" });
    const { caseId } = await refer(opened.db, agency.worker, draft);
    const org = await opened.owner
      .selectFrom("caseOrg")
      .select("organizationId")
      .where("caseId", "=", caseId)
      .executeTakeFirstOrThrow();
    if (org.organizationId !== agency.prairie) continue;
    const people = await peopleOf(opened.owner, caseId);
    const of = (name: string) => people[name] as PersonId;
    return { caseId, ann: of("Ann"), ben: of("Benjamin"), mom: of("Maria") };
  }
}

const list = (caller: PersonCaller, caseId: CaseId, bounds: ContactBounds = {}) =>
  readAs(opened.db, caller, async (trx, { today }): Promise<readonly ContactView[]> => {
    const { file, book } = await loadCaseFile(trx, caseId);
    return listContacts(trx, caseId, bounds, file, evaluate(file, book, today));
  });

const settledKeys = async (caseId: CaseId) =>
  (
    await opened.owner
      .selectFrom("duty")
      .select("key")
      .where("caseId", "=", caseId)
      .where("settledOn", "is not", null)
      .orderBy("key")
      .execute()
  ).map((row) => row.key);

test(`one visit meets several duties and says so, in the receipt and in the list${covers("CON-4", "CON-5")}`, async () => {
  const { caseId, ann, ben, mom } = await ofPrairie();
  const outcome = await visit(opened.db, prairie, caseId, [ann, mom, ben], "2026-11-24", {
    notes: "All well",
    jointMeeting: { workerPresent: true },
  });
  expect(outcome).toMatchObject({ kind: "DONE", result: { noticeReady: true } });
  const keys = outcome.kind === "DONE" ? outcome.result.settled.map((duty) => duty.key) : [];
  const met = [`INITIAL:${ann}`, `INITIAL:${mom}`, `FIRST30:${ben}`];
  expect(keys.toSorted()).toEqual([...met, "TASK:JOINT_MEETING"].toSorted());
  expect(await settledKeys(caseId)).toEqual(keys.toSorted());
  const [contact] = await list(prairie, caseId, { organizationId: agency.prairie });
  expect(contact).toMatchObject({
    on: "2026-11-24",
    notes: "All well",
    by: { name: "Cora Prairie", organizationName: "Prairie Family Services", counts: true },
    people: [{ name: "Ann Moss" }, { name: "Maria Moss" }, { name: "Benjamin Moss" }],
    enteredLate: false,
    corrections: [],
  });
  expect(contact?.satisfied.toSorted()).toEqual(met.toSorted());
  expect((await verifyAll(opened.db)).differing).toEqual([]);
});

test(`the joint meeting is recorded with the contact or not at all${covers("CON-5", "DEC-21")}`, async () => {
  const { caseId, ann } = await ofPrairie();
  const log = (jointMeeting: { workerPresent: boolean; note?: string }) =>
    visit(opened.db, prairie, caseId, [ann], "2026-11-24", { jointMeeting });
  expect(await log({ workerPresent: false })).toMatchObject({
    kind: "NO",
    no: [{ code: "FIELD_REQUIRED", path: ["jointMeeting", "note"] }],
  });
  expect(await list(prairie, caseId)).toEqual([]);
  expect((await log({ workerPresent: false, note: "Ill" })).kind).toBe("DONE");
  const task = await opened.owner
    .selectFrom("duty")
    .select(["settledOn", "workerNotAvailable"])
    .where("caseId", "=", caseId)
    .where("key", "=", "TASK:JOINT_MEETING")
    .executeTakeFirst();
  expect(task).toEqual({ settledOn: "2026-11-24", workerNotAvailable: true });
});

test(`attempts, calls and visits of the Department are kept and meet nothing${covers("CON-2", "DEC-18")}`, async () => {
  const { caseId, ann, mom } = await ofPrairie();
  const everyone = [ann, mom];
  const date = "2026-11-24";
  const attempt = await visit(opened.db, prairie, caseId, [], date, { mode: "ATTEMPT" });
  const call = await visit(opened.db, prairie, caseId, everyone, date, { mode: "TELEPHONE" });
  const seen = await visit(opened.db, worker, caseId, everyone, date, { notes: "Seen at school" });
  for (const outcome of [attempt, call, seen])
    expect(outcome).toMatchObject({ kind: "DONE", result: { settled: [], noticeReady: false } });
  expect(await settledKeys(caseId)).toEqual([]);
  const contacts = await list(prairie, caseId, { organizationId: agency.prairie });
  expect(contacts.map((one) => [one.mode, one.by.organizationName, one.by.counts])).toEqual([
    ["FACE_TO_FACE", "Agency of the tests", false],
    ["TELEPHONE", "Prairie Family Services", true],
    ["ATTEMPT", "Prairie Family Services", true],
  ]);
  expect(contacts[0]?.notes).toBe("Seen at school");
});

test(`a contact with the same people on the same day is recorded only with a yes${covers("CON-2")}`, async () => {
  const { caseId, ann, mom } = await ofPrairie();
  await visit(opened.db, prairie, caseId, [ann, mom], "2026-11-24");
  expect(await visit(opened.db, prairie, caseId, [mom, ann], "2026-11-24")).toMatchObject({
    kind: "NO",
    no: [{ code: "WARNING_NOT_ACCEPTED", params: { of: "CONTACT_DUPLICATE" } }],
  });
  expect(await list(prairie, caseId)).toHaveLength(1);
  const again = await visit(opened.db, prairie, caseId, [mom, ann], "2026-11-24", {
    acceptWarnings: ["CONTACT_DUPLICATE"],
  });
  expect(again).toMatchObject({ kind: "DONE", result: { settled: [] } });
});

test(`staff of an active subcontractor count, and only while it is one${covers("DEC-18")}`, async () => {
  const { caseId, ann } = await ofPrairie();
  const { staffId, organizationId } = await subcontractorOf(caseId, "2026-11-24");
  const partner: PersonCaller = { kind: "person", staffId, organizationId };
  expect(await visit(opened.db, partner, caseId, [ann], "2026-11-23")).toMatchObject({
    kind: "NO",
    no: [{ code: "DATE_OUTSIDE_SERVICE", path: ["date"] }],
  });
  const counted = await visit(opened.db, partner, caseId, [ann], "2026-11-24", { notes: "Calm" });
  expect(counted).toMatchObject({ kind: "DONE", result: { settled: [{ subject: ann }] } });
  // What a subcontractor writes is read by its contractor.
  const [contact] = await list(prairie, caseId, { organizationId: agency.prairie });
  expect(contact).toMatchObject({ notes: "Calm", by: { name: "Pat Partner", counts: true } });
});

/** An organization that works under the contract of a case from a day on, and to which the case is open. */
async function subcontractorOf(
  caseId: CaseId,
  from: string,
): Promise<{ staffId: StaffId; organizationId: OrganizationId }> {
  const organizationId = newId<OrganizationId>();
  await opened.owner
    .insertInto("organization")
    .values({ organizationId, name: "Harvest Home", kinds: ["SUBCONTRACTOR"] })
    .execute();
  const { contractId } = await opened.owner
    .selectFrom("episodeContractor")
    .select("contractId")
    .where("caseId", "=", caseId)
    .executeTakeFirstOrThrow();
  await opened.owner
    .insertInto("contractSubcontractor")
    .values({ contractSubcontractorId: newId(), contractId, organizationId, fromOn: day(from) })
    .execute();
  await opened.owner
    .insertInto("caseOrg")
    .values({ caseId, organizationId, fromOn: day(from) })
    .execute();
  return {
    organizationId,
    staffId: await person(opened.owner, "Pat Partner", "CARE_COORDINATOR", organizationId),
  };
}

const correct = (
  caller: PersonCaller,
  caseId: CaseId,
  contactId: ContactId,
  change: Partial<CorrectContact>,
) => {
  const input = {
    caseId,
    contactId,
    mode: "FACE_TO_FACE",
    place: "FAMILY_HOME",
    ...change,
  } as const;
  const commandId = newId<CommandId>();
  return runCommand(
    opened.db,
    { commandId, procedure: "contacts.correct", caller, input, cases: [{ caseId }] },
    (tools) => correctContact(tools, { commandId, ...input }),
  );
};

test(`a later contractor sees no narrative of an earlier one, an earlier one nothing after its time${covers("X-1")}`, async () => {
  const { caseId, ann, mom } = await ofPrairie();
  const recorded = await visit(opened.db, prairie, caseId, [ann, mom], "2026-11-23", {
    notes: "Mother in tears",
  });
  if (recorded.kind !== "DONE") throw new Error("not recorded");
  await correct(prairie, caseId, recorded.result.contactId, {
    with: [ann, mom],
    date: day("2026-11-23"),
    notes: "Mother cried",
    reason: "Softer words",
  });
  await opened.owner
    .insertInto("caseOrg")
    .values({ caseId, organizationId: agency.riverBend, fromOn: day("2026-11-24") })
    .execute();
  const later: PersonCaller = {
    kind: "person",
    staffId: agency.riverBendCoordinator,
    organizationId: agency.riverBend,
  };
  const [foreign] = await list(later, caseId, { organizationId: agency.riverBend });
  expect(foreign).toMatchObject({ on: "2026-11-23", people: [{}, {}] });
  expect(JSON.stringify(foreign)).not.toMatch(/tears|cried|Softer/);
  const told = async (organizationId?: OrganizationId) =>
    JSON.stringify(
      await readAs(opened.db, organizationId === undefined ? worker : later, (trx) =>
        listCaseHistory(
          trx,
          caseId,
          { page: 1 },
          organizationId === undefined ? {} : { organizationId },
        ),
      ),
    );
  expect(await told(agency.riverBend)).toContain("contacts.correct");
  expect(await told(agency.riverBend)).not.toMatch(/tears|cried|Softer/);
  expect(await told()).toMatch(/tears.*Softer words|Softer words.*tears/);
  const bounds = { organizationId: agency.prairie, until: day("2026-11-22") };
  expect(await list(prairie, caseId, bounds)).toEqual([]);
});

test("the list takes the same two statements however many contacts there are", async () => {
  const { caseId, ann, mom } = await ofPrairie();
  const counted = async () => {
    const before = opened.statements.length;
    await list(prairie, caseId, { organizationId: agency.prairie });
    return opened.statements
      .slice(before)
      .filter((text) => !/set_config|^(begin|start|commit|set)/i.test(text));
  };
  await visit(opened.db, prairie, caseId, [ann], "2026-11-23");
  const few = await counted();
  await visit(opened.db, prairie, caseId, [mom], "2026-11-23");
  await visit(opened.db, prairie, caseId, [ann, mom], "2026-11-24");
  expect(await counted()).toEqual(few);
  expect(few).toHaveLength(2);
});

test("cases to record for are one's own open ones, by family", async () => {
  const { caseId } = await ofPrairie();
  const of = (
    caller: PersonCaller,
    role: "CASEWORKER" | "SUPERVISOR" | "CONTRACTOR_SUPERVISOR" | "CARE_COORDINATOR",
  ) =>
    readAs(opened.db, caller, async (trx, { today }) =>
      (await listRecordableCases(trx, { ...caller, roles: [role] }, today)).map(
        (one) => one.caseId,
      ),
    );
  expect(await of(worker, "CASEWORKER")).toContain(caseId);
  expect(await of({ kind: "person", staffId: agency.supervisor }, "SUPERVISOR")).toContain(caseId);
  expect(await of({ kind: "person", staffId: agency.colleague }, "CASEWORKER")).toEqual([]);
  expect(await of(prairie, "CONTRACTOR_SUPERVISOR")).toContain(caseId);
  // Nobody coordinates it yet.
  expect(await of(prairie, "CARE_COORDINATOR")).not.toContain(caseId);
  await opened.owner
    .updateTable("caseRecord")
    .set({ closedOn: day("2026-11-24") })
    .where("caseId", "=", caseId)
    .execute();
  await opened.owner
    .updateTable("caseOrg")
    .set({ lastServiceDay: day("2026-11-24") })
    .where("caseId", "=", caseId)
    .execute();
  expect(await of(worker, "CASEWORKER")).not.toContain(caseId);
  expect(await of(prairie, "CONTRACTOR_SUPERVISOR")).toContain(caseId);
  await opened.owner
    .updateTable("caseOrg")
    .set({ fromOn: day("2026-09-01"), lastServiceDay: day("2026-09-25") })
    .where("caseId", "=", caseId)
    .execute();
  expect(await of(prairie, "CONTRACTOR_SUPERVISOR")).not.toContain(caseId);
});
