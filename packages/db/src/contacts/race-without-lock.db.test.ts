import type { PersonId } from "@kinward/domain/kernel";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { verifyAll } from "../duties/keep-current.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { peopleOf, visit } from "../testing/contact.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";

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

test("without the lock of the case, two halves of a quorum can leave the duty unsettled", async () => {
  const [area] = agency.areas;
  if (area === undefined) throw new Error("no area");
  let wrong = 0;
  for (let round = 0; round < 20 && wrong === 0; round += 1) {
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
    await Promise.allSettled([log("Ann"), log("Maria")]);
    wrong += (await verifyAll(opened.db)).differing.length;
  }
  expect(wrong).toBeGreaterThan(0);
});
