import { emptyRotation, GENESIS_HASH } from "@kinward/domain/assignment";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";

// The proof that the lock is what gives an area its order: the same race without it.
vi.mock(import("../assignment/area-lock.ts"), async (original) => ({
  ...(await original()),
  lockArea: async (trx, contractAreaId) => {
    const row = await trx
      .selectFrom("areaHead")
      .select(["head", "hash"])
      .where("contractAreaId", "=", contractAreaId)
      .executeTakeFirst();
    return row ?? { head: emptyRotation(contractAreaId), hash: GENESIS_HASH };
  },
}));

let opened: Opened;
let agency: TestAgency;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: "2026-11-23" });
});
afterAll(() => opened.close());

test("without the lock of the area, referrals at the same moment take the same turn and are thrown out", async () => {
  const [area] = agency.areas;
  if (area === undefined) throw new Error("no area");
  const draft = await familyDraft(opened.db, area);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 24 }, () => refer(opened.db, agency.worker, draft)),
  );
  const failed = outcomes.filter((one) => one.status === "rejected");
  expect(failed.length).toBeGreaterThan(0);
  // The ledger itself holds: what could not follow the last line was not written.
  expect(String(failed[0]?.reason)).toMatch(/ledger_line|does not follow|rotation_epoch/);
});
