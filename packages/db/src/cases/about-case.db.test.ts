import type { CaseId, CommandId, PlainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonCaller } from "../core/caller.ts";
import { runCommand } from "../core/command.ts";
import { readAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { FORMER_NEEDS } from "../migrations/0025-facts.ts";
import { makeAgency } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";
import { correctNeeds, correctOpening, listAboutCase } from "./about-case.ts";

let opened: Opened;
let worker: PersonCaller;
let caseId: CaseId;
beforeAll(async () => {
  opened = await openDatabase();
  const agency = await makeAgency(opened.owner, { today: "2026-11-23" as PlainDate });
  worker = { kind: "person", staffId: agency.worker };
  const [area] = agency.areas;
  if (area === undefined) throw new Error("no area");
  ({ caseId } = await refer(opened.db, agency.worker, await familyDraft(opened.db, area)));
});
afterAll(() => opened.close());

const act = (procedure: string, run: Parameters<typeof runCommand<{ ok: true }>>[2]) =>
  runCommand<{ ok: true }>(
    opened.db,
    {
      commandId: newId<CommandId>(),
      procedure,
      caller: worker,
      input: {},
      cases: [{ caseId }],
    },
    run,
  );
const envelope = () => ({ commandId: newId<CommandId>(), caseId, revision: 1, reason: "Asked" });
const about = (until?: PlainDate) =>
  readAs(opened.db, worker, (trx) => listAboutCase(trx, caseId, until));
const present = <T>(answer: T | undefined): T => {
  if (answer === undefined) throw new Error("no case");
  return answer;
};

test(`each part of the record says who stated it last and what it said before${covers("SCP-1", "SCP-2")}`, async () => {
  const referred = present(await about());
  expect(referred.openings).toHaveLength(1);
  expect(referred.needs).toHaveLength(1);
  const needs = { languages: ["so"], interpreterNeeded: true };
  await act("cases.correctNeeds", async (tools) =>
    present(await correctNeeds(tools, { by: "CONTRACTOR" }, { ...envelope(), needs })),
  );
  const opening = {
    openedOn: "2026-11-02" as PlainDate,
    openingBasis: "JUVENILE_COURT_ACTION" as const,
  };
  await act("cases.correctOpening", async (tools) =>
    present(await correctOpening(tools, { ...envelope(), ...opening })),
  );
  const now = present(await about());
  expect(now.needs.map((one) => one.value)).toEqual([needs, referred.needs[0]?.value]);
  expect(now.openings.map((one) => one.value)).toEqual([opening, referred.openings[0]?.value]);
  expect(now.needsConfirmed).toBe(false);
  // The correction of the opening is no statement about the needs.
  expect(now.needs[0]?.source.at).not.toBe(now.openings[0]?.source.at);
});

test("a reader whose time ended earlier is told what was known then", async () => {
  expect(await about("2000-01-01" as PlainDate)).toBeUndefined();
});

test("former rows of cases read as rows of today do", async () => {
  const without = async () => {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::integer AS n FROM app.history WHERE table_name = 'case_record' AND NOT row ? 'needs_confirmed'`.execute(
      opened.owner,
    );
    return rows[0]?.n;
  };
  expect(await without()).toBe(0);
  await sql`UPDATE app.history SET row = row - 'needs_confirmed' WHERE table_name = 'case_record'`.execute(
    opened.owner,
  );
  expect(await without()).toBeGreaterThan(0);
  await sql.raw(FORMER_NEEDS).execute(opened.owner);
  expect(await without()).toBe(0);
});
