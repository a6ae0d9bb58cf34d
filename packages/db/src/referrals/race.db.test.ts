import { type LedgerLine, replay, rotationRulesOn, verifyChain } from "@kinward/domain/assignment";
import type { ContractAreaId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { defaultPolicyBook } from "@kinward/domain/policy";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../core/digest.ts";
import { createDatabase, type Database } from "../core/client.ts";
import { makeAgency, person, type TestAgency, type TestArea } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";

const REFERRERS = 64;
const REFERRALS = Number(process.env["KINWARD_RACE_REFERRALS"] ?? 120);
const AREAS = 10;

let opened: Opened;
let agency: TestAgency;
let workers: readonly StaffId[];
/** Two pools, as two API processes would have. */
let pools: readonly Database[];
beforeAll(async () => {
  opened = await openDatabase(16);
  agency = await makeAgency(opened.owner, { today: "2026-11-23", areas: AREAS });
  workers = await Promise.all(
    Array.from({ length: REFERRERS }, (_, n) => person(opened.owner, `Worker ${n}`, "CASEWORKER")),
  );
  const other = createDatabase({ url: opened.database.appUrl, purpose: "test 2", max: 16 });
  pools = [opened.db, other];
});
afterAll(async () => {
  await pools[1]?.destroy();
  await opened.close();
});

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** 64 referrers at once, each with the next referral as soon as the last one is done. */
async function referAll(count: number, areas: readonly TestArea[]): Promise<readonly string[]> {
  const drafts = await Promise.all(areas.map((area) => familyDraft(opened.db, area)));
  let next = 0;
  const acknowledged: string[] = [];
  await Promise.all(
    workers.map(async (worker, index) => {
      while (next < count) {
        const turn = next++;
        const result = await refer(pick(pools, index), worker, pick(drafts, turn));
        acknowledged.push(result.referralId);
      }
    }),
  );
  return acknowledged;
}

const ledgerOf = async (areaId: ContractAreaId): Promise<readonly LedgerLine[]> =>
  (
    await opened.owner
      .selectFrom("ledgerLine")
      .select("line")
      .where("contractAreaId", "=", areaId)
      .orderBy("seq")
      .execute()
  ).map((row) => row.line);

test("many referrers at once: turns alternate, without gap, and every acknowledged referral is there once", async () => {
  const acknowledged = await referAll(REFERRALS, agency.areas);
  expect(acknowledged).toHaveLength(REFERRALS);
  const referrals = await opened.owner
    .selectFrom("referral")
    .innerJoin("ledgerLine", "ledgerLine.referralKey", "referral.referralKey")
    .select("referralId")
    .execute();
  expect(referrals.map((row) => row.referralId).toSorted()).toEqual(acknowledged.toSorted());

  let lines = 0;
  for (const { areaId } of agency.areas) {
    const ledger = await ledgerOf(areaId);
    lines += ledger.length;
    expect(ledger.map((line) => line.seq)).toEqual(ledger.map((_, index) => index + 1));
    expect(verifyChain(ledger, sha256)).toMatchObject({ ok: true, lines: ledger.length });
    for (const [index, line] of ledger.entries()) {
      expect(line.contractor).toBe(index % 2 === 0 ? agency.prairie : agency.riverBend);
      expect(line.at > (ledger[index - 1]?.at ?? "")).toBe(true);
    }
    const epochs = await opened.owner
      .selectFrom("rotationEpoch")
      .select("epoch")
      .where("contractAreaId", "=", areaId)
      .execute();
    const replayed = replay(ledger, {
      area: areaId,
      epochs: epochs.map((row) => row.epoch),
      rules: () => rotationRulesOn(defaultPolicyBook("IA_FSRP"), "2026-11-23" as PlainDate),
    } as never);
    const { head } = await opened.owner
      .selectFrom("areaHead")
      .select("head")
      .where("contractAreaId", "=", areaId)
      .executeTakeFirstOrThrow();
    expect(replayed).toMatchObject({ ok: true, head });
  }
  expect(lines).toBe(REFERRALS);
}, 300_000);
