import { verifyChain } from "@kinward/domain/assignment";
import type { CommandId } from "@kinward/domain/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../core/digest.ts";
import { newId } from "../core/values.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer, saveDraft, submit } from "../testing/referral.ts";
import { verifyAll } from "../duties/keep-current.ts";

let opened: Opened;
let agency: TestAgency;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: "2026-11-23", areas: 3 });
});
afterAll(() => opened.close());

const area = (index: number) => {
  const found = agency.areas[index];
  if (found === undefined) throw new Error("no area");
  return found;
};

const linesOf = (index: number) =>
  opened.owner
    .selectFrom("ledgerLine")
    .select(["seq", "line"])
    .where("contractAreaId", "=", area(index).areaId)
    .orderBy("seq")
    .execute();

test("a referral begins a case with its people, its turn and its duties", async () => {
  const draft = await familyDraft(opened.db, area(0));
  const { caseId, episodeId, referralId } = await refer(opened.db, agency.worker, draft);
  const [line] = await linesOf(0);
  expect(line?.line).toMatchObject({ seq: 1, contractor: agency.prairie, method: "ROTATION" });
  expect(
    verifyChain(
      (await linesOf(0)).map((row) => row.line),
      sha256,
    ).ok,
  ).toBe(true);

  const duties = await opened.owner
    .selectFrom("duty")
    .select(["key", "dueOn"])
    .where("episodeId", "=", episodeId)
    .orderBy("key")
    .execute();
  expect(
    duties.map(({ key, dueOn }) => [key.replace(/:[0-9a-f-]{36}/, ":someone"), dueOn]),
  ).toEqual(
    expect.arrayContaining([
      // Five business days, Thanksgiving and the day after not counted.
      ["INITIAL:someone", "2026-12-02"],
      ["FIRST30:someone", "2026-12-22"],
      ["TASK:JOINT_MEETING", null],
    ]),
  );
  expect(
    await opened.owner
      .selectFrom("caseRecord")
      .select(["number", "familyName", "stage", "revision", "derivedRevision", "changesOn"])
      .where("caseId", "=", caseId)
      .executeTakeFirst(),
  ).toEqual({
    number: "2026-00001",
    familyName: "Moss",
    stage: "FIRST_30_DAYS",
    revision: expect.any(Number),
    derivedRevision: expect.any(Number),
    changesOn: expect.stringMatching(/^2026-1[12]-/),
  });
  expect((await verifyAll(opened.db)).differing).toEqual([]);
  const command = await opened.owner
    .selectFrom("command")
    .select(["procedure", "caseId", "params", "result"])
    .executeTakeFirstOrThrow();
  expect(command).toEqual({
    procedure: "referrals.submit",
    caseId,
    params: {
      serviceType: "FSRP",
      contractorName: "Prairie Family Services",
      areaName: "Area 1",
      turn: 1,
    },
    result: { referralId, caseId, episodeId, warnings: [] },
  });
});

test("a submission that is sent again gives the first answer and takes one turn", async () => {
  const draftId = await saveDraft(opened.db, agency.worker, await familyDraft(opened.db, area(1)));
  const input = { worker: agency.worker, draftId, expectedVersion: 1, acceptWarnings: [] };
  const commandId = newId<CommandId>();
  const answers = await Promise.all([1, 2, 3, 4].map(() => submit(opened.db, input, commandId)));
  const again = await submit(opened.db, input, commandId);
  const results = [...answers, again].map((one) => (one.kind === "DONE" ? one.result : one));
  for (const result of results) expect(result).toEqual(results[0]);
  expect(await linesOf(1)).toHaveLength(1);
});

test("another command for the same draft, another version, or someone else's draft is refused", async () => {
  const draftId = await saveDraft(opened.db, agency.worker, await familyDraft(opened.db, area(2)));
  const attempt = (expectedVersion: number, worker = agency.worker) =>
    submit(opened.db, { worker, draftId, expectedVersion, acceptWarnings: [] });
  expect(await attempt(7)).toEqual({ kind: "NO", no: { kind: "DRAFT_CHANGED", version: 1 } });
  expect(await attempt(1, agency.colleague)).toEqual({ kind: "NO", no: { kind: "NO_DRAFT" } });
  expect((await attempt(1)).kind).toBe("DONE");
  expect(await attempt(1)).toEqual({
    kind: "NO",
    no: { kind: "REFUSED", refusals: [{ code: "INVALID_TRANSITION" }] },
  });
});

test("a warning has to be accepted, and nothing is written before", async () => {
  const content = await familyDraft(opened.db, area(2), { effectiveOn: "2026-11-20" });
  const draftId = await saveDraft(opened.db, agency.worker, content);
  const before = (await linesOf(2)).length;
  const outcome = await submit(opened.db, {
    worker: agency.worker,
    draftId,
    expectedVersion: 1,
    acceptWarnings: [],
  });
  expect(outcome).toMatchObject({
    kind: "NO",
    no: { refusals: [{ code: "WARNING_NOT_ACCEPTED", params: { of: "BACKDATED" } }] },
  });
  expect(await linesOf(2)).toHaveLength(before);
});
