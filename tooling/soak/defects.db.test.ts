import { runStatements } from "@kinward/postgres";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newId } from "../../packages/db/src/core/values.ts";
import { makeAgency, person, type TestAgency } from "../../packages/db/src/testing/agency.ts";
import { type Opened, openDatabase } from "../../packages/db/src/testing/database.ts";
import { familyDraft, saveDraft, submit } from "../../packages/db/src/testing/referral.ts";
import { checkLedger } from "../ledger-checker/check.ts";
import type { Call } from "../ledger-checker/history.ts";
import { readLedger } from "./read-ledger.ts";

// The product's own code with one defect at a time, and with what else would refuse its consequences taken away: the
// checker has to find them by itself.
const { defect } = vi.hoisted(() => ({ defect: { is: "" } }));

vi.mock(import("../../packages/db/src/assignment/area-lock.ts"), async (original) => {
  const own = await original();
  return {
    ...own,
    lockArea: async (trx, area) => {
      if (defect.is !== "lock removed") return own.lockArea(trx, area);
      const row = await trx
        .selectFrom("areaHead")
        .select(["head", "hash", "at"])
        .where("contractAreaId", "=", area)
        .executeTakeFirst();
      if (row === undefined) return own.lockArea(trx, area);
      return { head: row.head, hash: row.hash, ...(row.at !== null && { at: row.at }) };
    },
  };
});

vi.mock(import("../../packages/domain/src/assignment/rotation.ts"), async (original) => {
  const own = await original();
  const offByOne: typeof own.nextContractor = Object.assign(
    (...[epoch, lane, tieBreak]: Parameters<typeof own.nextContractor>) => {
      const [first, second] = epoch.contractors;
      if (defect.is !== "tie rule off by one" || lane.balance !== 0 || lane.last === undefined)
        return own.nextContractor(epoch, lane, tieBreak);
      // The turn before the last one is taken for the last.
      return lane.last.contractor === first ? first : second;
    },
    own.nextContractor,
  );
  return { ...own, nextContractor: offByOne };
});

vi.mock(import("../../packages/domain/src/assignment/assign.ts"), async (original) => {
  const own = await original();
  const assign: typeof own.assign = Object.assign((...given: Parameters<typeof own.assign>) => {
    const decided = own.assign(...given);
    if (defect.is !== "override not counted" || !decided.ok) return decided;
    const { line, begun } = decided.value;
    if (line.method !== "OVERRIDE") return decided;
    const [before] = given;
    return {
      ...decided,
      value: {
        begun,
        line: { ...line, counted: 0 as const, after: line.before },
        head: { ...before, seq: line.seq },
      },
    };
  }, own.assign);
  return { ...own, assign };
});

let opened: Opened;
let agency: TestAgency;
beforeEach(async () => {
  defect.is = "";
  opened = await openDatabase(12);
  agency = await makeAgency(opened.owner, { today: "2026-11-23" });
});
afterEach(() => opened.close());

/** As the superuser, whom nothing holds back. */
const run = (statement: string): Promise<unknown> =>
  runStatements(opened.database.superUrl, [statement]);

interface Asked {
  readonly override?: string;
  /** Asked for again by the same command. */
  readonly again?: () => Promise<unknown>;
}

/** Refers a family and writes down what was asked and answered. */
async function refer(history: Call[], family: string, more: Asked = {}): Promise<void> {
  const [area] = agency.areas;
  if (area === undefined) throw new Error("no area");
  const worker = await person(opened.owner, `Worker of ${family}`, "CASEWORKER");
  const draft = await familyDraft(opened.db, area, { family });
  const { override } = more;
  const content =
    override === undefined
      ? draft
      : {
          ...draft,
          priorServices: {
            records: [{ organizationId: override, from: "2025-01-06", to: "2025-06-30" }],
          },
          override: { target: override, believedBeneficialBy: ["FAMILY"], reason: "CONTINUITY" },
        };
  const draftId = await saveDraft(opened.db, worker, content as typeof draft);
  const commandId = newId<Parameters<typeof submit>[2] & string>();
  const call = async (): Promise<void> => {
    const invokedAt = performance.now();
    const outcome = await submit(
      opened.db,
      { worker, draftId, expectedVersion: 1, acceptWarnings: [] },
      commandId,
    ).catch(() => undefined);
    history.push({
      who: worker,
      commandId,
      invokedAt,
      asked: {
        kind: "REFER",
        area: area.areaId,
        family,
        service: "FSRP",
        on: "2026-11-23",
        effectiveOn: "2026-11-23",
        ...(override !== undefined && { override }),
      },
      ...(outcome?.kind === "DONE" && {
        answeredAt: performance.now(),
        acknowledged: { referralId: outcome.result.referralId },
      }),
    });
  };
  await call();
  if (more.again === undefined) return;
  await more.again();
  await call();
}

const checksOf = async (history: readonly Call[]): Promise<readonly string[]> => {
  const ledger = await readLedger(opened.database.ownerUrl);
  return [...new Set(checkLedger(ledger, history).map((one) => one.check))].toSorted();
};

/** Ten families, one after the other, one of them by an override to the contractor that had the turn before. */
async function tenFamilies(): Promise<readonly Call[]> {
  const history: Call[] = [];
  for (let family = 1; family <= 10; family += 1)
    await refer(history, `Family ${family}`, family === 4 ? { override: agency.prairie } : {});
  for (let family = 11; family <= 13; family += 1)
    await refer(history, `Family ${family}`, { override: agency.riverBend });
  for (let family = 14; family <= 18; family += 1) await refer(history, `Family ${family}`);
  return history;
}

test("without a defect nothing is found", async () => {
  const history = await tenFamilies();
  expect(history.every((call) => call.acknowledged !== undefined)).toBe(true);
  expect(await checksOf(history)).toEqual([]);
});

test("an override that is not counted is found", async () => {
  defect.is = "override not counted";
  expect(await checksOf(await tenFamilies())).toEqual(
    expect.arrayContaining(["replay", "repayment", "shrinking-difference"]),
  );
});

test("a tie rule that is off by one is found", async () => {
  defect.is = "tie rule off by one";
  expect(await checksOf(await tenFamilies())).toContain("replay");
});

test("a lock that is removed is found, where no key and no trigger refuses what comes of it", async () => {
  const history: Call[] = [];
  await refer(history, "Family 0");
  defect.is = "lock removed";
  await run("ALTER TABLE app.ledger_line DROP CONSTRAINT ledger_line_pkey CASCADE");
  await run("ALTER TABLE app.ledger_line DISABLE TRIGGER ALL");
  await Promise.all(
    Array.from({ length: 24 }, (_, index) => refer(history, `Family ${index + 1}`)),
  );
  expect(await checksOf(history)).toEqual(expect.arrayContaining(["sequence", "chain", "replay"]));
});

test("a retry without memory of the command is found", async () => {
  const history: Call[] = [];
  for (let family = 1; family <= 4; family += 1) await refer(history, `Family ${family}`);
  await refer(history, "Family 5", {
    again: async () => {
      await run("DELETE FROM app.command WHERE procedure = 'referrals.submit'");
      await run("UPDATE app.draft SET submitted_at = NULL");
    },
  });
  expect(await checksOf(history)).toContain("retry");
});

test.each([
  [
    "whose turn it was",
    `jsonb_set(line, '{contractor}', '"00000000-0000-7000-8000-000000000000"')`,
  ],
  ["whether it counts", `jsonb_set(line, '{counted}', '0')`],
  ["a balance", `jsonb_set(line, '{after}', '7')`],
])("a row that was edited by hand is found: %s", async (_, edit) => {
  const history = await tenFamilies();
  await run(`UPDATE app.ledger_line SET line = ${edit} WHERE seq = 7`);
  expect(await checksOf(history)).toContain("chain");
});

test("a line that was taken out, and the last one that was cut off, are found", async () => {
  const history = await tenFamilies();
  await run("ALTER TABLE app.ledger_line DISABLE TRIGGER ALL");
  await run("ALTER TABLE app.episode_contractor DISABLE TRIGGER ALL");
  await run("DELETE FROM app.ledger_line WHERE seq = 18");
  expect(await checksOf(history)).toEqual(["acknowledged", "head"]);
  await run("DELETE FROM app.ledger_line WHERE seq = 7");
  expect(await checksOf(history)).toEqual(expect.arrayContaining(["sequence", "chain"]));
});
