import { createDatabase } from "@kinward/db";
import { type Api, startApi } from "@kinward/testkit/app";
import type { TestDatabase } from "@kinward/testkit/postgres";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../testing/database.ts";
import { makeRaceAgency, type RaceAgency } from "./testing/agency.ts";
import { Stopwatch } from "./testing/figures.ts";
import { type Acknowledged, ledgerComplaints, type RawLine } from "./testing/ledger-check.ts";
import { type Receipt, signInReferrer } from "./testing/referrer.ts";

/** `npm run measure` asks for 64 and 2,000. */
const REFERRERS = Number(process.env["KINWARD_MEASURE_REFERRERS"] ?? 16);
const REFERRALS = Number(process.env["KINWARD_MEASURE_REFERRALS"] ?? 200);
const AREAS = 10;

let database: TestDatabase;
let agency: RaceAgency;
let processes: readonly Api[] = [];
beforeAll(async () => {
  database = await testDatabase();
  agency = await makeRaceAgency(database, { areas: AREAS, referrers: REFERRERS });
  // Only the API of each: nobody opens a page.
  const env = { KINWARD_WEB_DIST: "", KINWARD_ADMIN_DIST: "", KINWARD_LOG: "silent" };
  for (let count = 1; count <= 2; count += 1)
    processes = [...processes, await startApi({ urls: database, env })];
}, 120_000);
afterAll(async () => {
  await Promise.all(processes.map((one) => one.stop()));
  await database.drop();
});

/** Numbers from 0 to 1, the same in every run: the order of the answers is chance enough. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

async function race(watch: Stopwatch): Promise<readonly Receipt[]> {
  const [one, two] = processes as readonly [Api, Api];
  const chance = numbers(20_261_123);
  const referrers = await Promise.all(
    agency.emails.map((email) =>
      signInReferrer([one.origin, two.origin], email, { chance, watch }),
    ),
  );
  const receipts: Receipt[] = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    referrers.map(async (referrer) => {
      while (next < REFERRALS) {
        const turn = next++;
        const area = agency.areas[turn % AREAS];
        if (area !== undefined) receipts.push(await referrer.refer(area, `Family ${turn + 1}`));
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  console.log(
    [
      `${REFERRALS} referrals by ${REFERRERS} referrers through two processes: ${seconds.toFixed(1)} s, ${(REFERRALS / seconds).toFixed(1)} referrals a second`,
      ...watch.lines(),
    ].join("\n"),
  );
  return receipts;
}

interface Stored {
  readonly ledgers: ReadonlyMap<string, readonly RawLine[]>;
  readonly referrals: readonly { readonly referralId: string; readonly referralKey: string }[];
}

async function readStored(): Promise<Stored> {
  const owner = createDatabase({ url: database.ownerUrl, purpose: "race", max: 1 });
  try {
    const { rows } = await sql<{ area: string; line: string }>`
      SELECT contract_area_id::text AS area, line::text FROM app.ledger_line ORDER BY contract_area_id, seq`.execute(
      owner,
    );
    const { rows: referrals } = await sql<Stored["referrals"][number]>`
      SELECT referral_id, referral_key FROM app.referral`.execute(owner);
    const byArea = Map.groupBy(rows, (row) => row.area);
    return {
      ledgers: new Map(
        [...byArea].map(([area, lines]) => [
          area,
          lines.map((row) => JSON.parse(row.line) as RawLine),
        ]),
      ),
      referrals,
    };
  } finally {
    await owner.destroy();
  }
}

test("referrers at two processes at once, asking again at random: every turn is right, and told once", async () => {
  const receipts = await race(new Stopwatch());
  const { ledgers, referrals } = await readStored();

  const keys = new Map(referrals.map((row) => [row.referralId, row.referralKey]));
  expect(referrals).toHaveLength(REFERRALS);
  expect(new Set(receipts.map((one) => one.referralId)).size).toBe(REFERRALS);
  expect(new Set(receipts.map((one) => one.caseNumber)).size).toBe(REFERRALS);
  expect(new Set(receipts.map((one) => one.familyName)).size).toBe(REFERRALS);
  const acknowledged = receipts.map((one): Acknowledged => ({
    area: one.contractAreaId,
    referralKey: keys.get(one.referralId) ?? "",
    contractor: one.contractorId,
    turn: one.turn,
    hash: one.headHash,
  }));
  expect([...ledgers.keys()].toSorted()).toEqual(
    agency.areas.map((area) => area.contractAreaId).toSorted(),
  );
  expect(ledgerComplaints(ledgers, acknowledged)).toEqual([]);
}, 3_600_000);
