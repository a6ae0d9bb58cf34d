import type { CorrectContact } from "@kinward/domain/contacts";
import type { CaseId, CommandId, PersonId, PlainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findCaseFile } from "../cases/case-file.ts";
import { type PersonCaller, system } from "../core/caller.ts";
import { runCommand } from "../core/command.ts";
import { readAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { verifyAll } from "../duties/keep-current.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { peopleOf, visit } from "../testing/contact.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";
import { correctContact } from "./record.ts";

let opened: Opened;
let agency: TestAgency;
let prairie: PersonCaller;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: "2026-11-25" });
  prairie = {
    kind: "person",
    staffId: agency.prairieCoordinator,
    organizationId: agency.prairie,
  };
});
afterAll(() => opened.close());

/** A case of Prairie, effective on the Friday before. */
async function ofPrairie(): Promise<{ caseId: CaseId; ann: PersonId; mom: PersonId }> {
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
    return { caseId, ann: people["Ann"] as PersonId, mom: people["Maria"] as PersonId };
  }
}

const dutiesOf = (caseId: CaseId) =>
  opened.owner
    .selectFrom("duty")
    .select(["key", "settledOn", "dueOn", "opensOn"])
    .where("caseId", "=", caseId)
    .orderBy("key")
    .execute();

test(`a visit settles what it meets and places the weekly windows${covers("CON-4", "CON-9")}`, async () => {
  const { caseId, ann, mom } = await ofPrairie();
  const outcome = await visit(opened.db, prairie, caseId, [ann, mom], "2026-11-24");
  expect(outcome).toMatchObject({
    kind: "DONE",
    result: {
      caseId,
      noticeReady: true,
      reopened: [],
      weeks: { from: "2026-11-29", to: "2026-12-19", count: 3 },
    },
  });
  const result = outcome.kind === "DONE" ? outcome.result : undefined;
  expect(result?.settled.map((one) => [one.rule, one.subjectName, one.late])).toEqual([
    ["CON-4", "Ann Moss", false],
    ["CON-4", "Maria Moss", false],
  ]);
  const weeks = (await dutiesOf(caseId)).filter((duty) => duty.key.startsWith("WEEK:"));
  expect(weeks.map((week) => week.dueOn)).toEqual(["2026-12-05", "2026-12-12", "2026-12-19"]);
  expect((await verifyAll(opened.db)).differing).toEqual([]);
});

test("a Department visit is kept and meets nothing" + covers("CON-4"), async () => {
  const { caseId, ann, mom } = await ofPrairie();
  const worker: PersonCaller = { kind: "person", staffId: agency.worker };
  const outcome = await visit(opened.db, worker, caseId, [ann, mom], "2026-11-24");
  expect(outcome).toMatchObject({ kind: "DONE", result: { settled: [] } });
});

test("a correction needs a reason, keeps what was said before, and may reopen what was met", async () => {
  const { caseId, ann, mom } = await ofPrairie();
  const recorded = await visit(opened.db, prairie, caseId, [ann, mom], "2026-11-24");
  if (recorded.kind !== "DONE") throw new Error("not recorded");
  const { contactId } = recorded.result;
  const correct = (change: Partial<CorrectContact>, caller: PersonCaller = prairie) => {
    const command: CorrectContact = {
      commandId: newId<CommandId>(),
      caseId,
      contactId,
      date: "2026-11-24" as PlainDate,
      mode: "FACE_TO_FACE",
      place: "FAMILY_HOME",
      with: [mom],
      ...change,
    };
    const { commandId, ...input } = command;
    return runCommand(
      opened.db,
      { commandId, procedure: "contacts.correct", caller, input, cases: [{ caseId }] },
      (tools) => correctContact(tools, command),
    );
  };
  expect(await correct({})).toEqual({
    kind: "NO",
    no: [{ code: "REASON_REQUIRED", path: ["reason"] }],
  });
  // The Department does not rewrite what the contractor recorded.
  const worker: PersonCaller = { kind: "person", staffId: agency.worker };
  expect((await correct({ reason: "wrong child" }, worker)).kind).toBe("NO");

  const before = await opened.owner
    .selectFrom("contact")
    .select("knownFrom")
    .where("contactId", "=", contactId)
    .executeTakeFirstOrThrow();
  const corrected = await correct({ reason: "Ann was at school" });
  expect(corrected).toMatchObject({ kind: "DONE", result: { reopened: [{ subject: ann }] } });
  expect((await dutiesOf(caseId)).find((duty) => duty.key === `INITIAL:${ann}`)).toMatchObject({
    settledOn: null,
  });

  // As known when it was recorded, Ann had been seen.
  const contactsAt = (knownAt?: typeof before.knownFrom) =>
    readAs(opened.db, system("test"), async (trx) => {
      const loaded = await findCaseFile(trx, caseId, knownAt);
      return loaded?.file.contacts.map((contact) => contact.with);
    });
  expect(await contactsAt(before.knownFrom)).toEqual([[ann, mom]]);
  expect(await contactsAt()).toEqual([[mom]]);
  const early = new Date(Date.parse(before.knownFrom) - 1).toISOString() as typeof before.knownFrom;
  expect(await contactsAt(early)).toEqual([]);

  // Entered in error: nothing was met at all.
  expect((await correct({ withdrawn: true, reason: "other family" })).kind).toBe("DONE");
  expect(await contactsAt()).toEqual([]);
});

test("the case file as known early equals the one that was loaded then", async () => {
  const { caseId, ann, mom } = await ofPrairie();
  const load = (knownAt?: never) =>
    readAs(opened.db, system("test"), async (trx, { now }) => ({
      file: (await findCaseFile(trx, caseId, knownAt))?.file,
      now,
    }));
  const first = await load();
  await visit(opened.db, prairie, caseId, [ann, mom], "2026-11-24");
  await runCommand(
    opened.db,
    {
      commandId: newId<CommandId>(),
      procedure: "test",
      caller: system("test"),
      input: {},
      cases: [{ caseId }],
    },
    async ({ trx }) => {
      await trx
        .updateTable("member")
        .set({ leftOn: "2026-11-25" as PlainDate })
        .where("personId", "=", ann)
        .execute();
      await trx.updateTable("person").set({ given: "Anne" }).where("personId", "=", ann).execute();
      return { done: { result: null, caseId } };
    },
  );
  const later = await load();
  expect(later.file?.contacts).toHaveLength(1);
  expect(later.file).not.toEqual(first.file);
  expect((await load(first.now as never)).file).toEqual(first.file);
});

test("two halves of one quorum that are logged at the same moment settle the duty", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { caseId, ann, mom } = await ofPrairie();
    await Promise.all([
      visit(opened.db, prairie, caseId, [ann], "2026-11-24"),
      visit(opened.db, prairie, caseId, [mom], "2026-11-24"),
    ]);
    const open = (await dutiesOf(caseId)).filter(
      (duty) => duty.key.startsWith("INITIAL:") && duty.settledOn === null,
    );
    expect(open).toEqual([]);
  }
  expect((await verifyAll(opened.db)).differing).toEqual([]);
});
