import type { PersonId } from "@kinward/domain/kernel";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { verifyAll } from "../duties/keep-current.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { peopleOf, visit } from "../testing/contact.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";

// The first that has read the case goes on once the other has read it too, and the other once the first has ended.
const race = vi.hoisted(() => {
  const waiting: (() => void)[] = [];
  return {
    isOn: false,
    haveRead: () =>
      new Promise<void>((goOn) => {
        waiting.push(goOn);
        if (waiting.length === 2) waiting.shift()?.();
      }),
    firstEnded: () => waiting.shift()?.(),
  };
});
vi.mock(import("../cases/case-file.ts"), async (original) => {
  const actual = await original();
  return {
    ...actual,
    loadCaseFiles: async (...args) => {
      const loaded = await actual.loadCaseFiles(...args);
      if (race.isOn) await race.haveRead();
      return loaded;
    },
  };
});

// The proof that the lock is what keeps duties true: the same race without it.
vi.mock(import("../core/lock-cases.ts"), async (original) => ({
  ...(await original()),
  lockCases: async (trx, caseIds) => {
    const ids = [...caseIds];
    if (ids.length === 0) return new Map();
    const rows = await trx
      .selectFrom("caseRecord")
      .select(["caseId", "revision"])
      .where("caseId", "in", ids)
      .execute();
    return new Map(rows.map((row) => [row.caseId, row.revision]));
  },
}));

let opened: Opened;
let agency: TestAgency;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: "2026-11-25" });
});
afterAll(() => opened.close());

test("without the lock of the case, two halves of a quorum leave the duty unsettled", async () => {
  const [area] = agency.areas;
  if (area === undefined) throw new Error("no area");
  const draft = await familyDraft(opened.db, area, { effectiveOn: "2026-11-20" });
  const { caseId } = await refer(opened.db, agency.worker, draft);
  const { organizationId } = await opened.owner
    .selectFrom("caseOrg")
    .select("organizationId")
    .where("caseId", "=", caseId)
    .executeTakeFirstOrThrow();
  const staffId =
    organizationId === agency.prairie ? agency.prairieCoordinator : agency.riverBendCoordinator;
  const people = await peopleOf(opened.owner, caseId);
  const log = (name: string) =>
    visit(
      opened.db,
      { kind: "person", staffId, organizationId },
      caseId,
      [people[name] as PersonId],
      "2026-11-24",
    );
  race.isOn = true;
  const both = [log("Ann"), log("Maria")];
  await Promise.race(both);
  race.firstEnded();
  const outcomes = await Promise.all(both);
  race.isOn = false;
  expect(outcomes.map((one) => one.kind)).toEqual(["DONE", "DONE"]);
  expect((await verifyAll(opened.db)).differing.map((one) => one.caseId)).toEqual([caseId]);
});
