import type { ContactId, DraftId } from "@kinward/domain/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAs, writeAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { discardDraft, findDraft, listDrafts, restoreDraft, saveDraft } from "./drafts.ts";

let opened: Opened;
let agency: TestAgency;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: "2026-11-23" });
});
afterAll(() => opened.close());

const save = (draftId: DraftId, expectedVersion: number, word: string, staffId = agency.worker) =>
  writeAs(opened.db, { kind: "person", staffId }, (trx, { now }) =>
    saveDraft(
      trx,
      staffId,
      { draftId, kind: "REFERRAL", title: "Moss", content: { word }, expectedVersion },
      now,
    ),
  );

test("a draft is saved in versions, and an answer that was lost can be asked for again", async () => {
  const draftId = newId<DraftId>();
  expect(await save(draftId, 0, "one")).toMatchObject({ kind: "SAVED", version: 1 });
  expect(await save(draftId, 1, "two")).toMatchObject({ kind: "SAVED", version: 2 });
  expect(await save(draftId, 1, "two")).toMatchObject({ kind: "SAVED", version: 2 });
  // Two windows: the later one is told, not overwritten.
  expect(await save(draftId, 1, "three")).toMatchObject({ kind: "CONFLICT", version: 2 });
});

test("a draft is its writer's alone", async () => {
  const draftId = newId<DraftId>();
  await save(draftId, 0, "mine");
  const asColleague = { kind: "person", staffId: agency.colleague } as const;
  const seen = await readAs(opened.db, asColleague, (trx) =>
    findDraft(trx, agency.worker, draftId),
  );
  expect(seen).toBeUndefined();
  expect((await save(draftId, 1, "theirs", agency.colleague)).kind).not.toBe("SAVED");
});

test("a discarded draft is gone from the list and can be taken back at once", async () => {
  const draftId = newId<DraftId>();
  await save(draftId, 0, "x");
  const asWorker = { kind: "person", staffId: agency.worker } as const;
  const listed = async () => {
    const drafts = await readAs(opened.db, asWorker, (trx) => listDrafts(trx, agency.worker));
    return drafts.some((draft) => draft.draftId === draftId);
  };
  expect(await listed()).toBe(true);
  await writeAs(opened.db, asWorker, (trx, { now }) =>
    discardDraft(trx, agency.worker, draftId, now),
  );
  expect(await listed()).toBe(false);
  await writeAs(opened.db, asWorker, (trx) => restoreDraft(trx, agency.worker, draftId));
  expect(await listed()).toBe(true);
});

test("the list tells a correction from a new contact, so that it opens where it was begun", async () => {
  const asWorker = { kind: "person", staffId: agency.worker } as const;
  const contactId = newId<ContactId>();
  const [plain, correction] = [newId<DraftId>(), newId<DraftId>()];
  await writeAs(opened.db, asWorker, async (trx, { now }) => {
    const contact = { kind: "CONTACT", title: "Moss", expectedVersion: 0 } as const;
    const content = { notes: "x" };
    await saveDraft(trx, agency.worker, { ...contact, draftId: plain, content }, now);
    await saveDraft(
      trx,
      agency.worker,
      { ...contact, draftId: correction, content: { ...content, contactId } },
      now,
    );
  });
  const drafts = await readAs(opened.db, asWorker, (trx) => listDrafts(trx, agency.worker));
  const listed = (id: DraftId) => drafts.find((draft) => draft.draftId === id);
  expect(listed(correction)?.contactId).toBe(contactId);
  expect(listed(plain)).not.toHaveProperty("contactId");
});
