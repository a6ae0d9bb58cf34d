import { bucketBounds, onTimeBounds, SEEING_RULES } from "@kinward/domain/contacts";
import {
  addDays,
  type CaseId,
  type CommandId,
  type PlainDate,
  type ReferralId,
} from "@kinward/domain/kernel";
import type { StateRow } from "@kinward/domain/views";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serviceOn } from "../cases/case-list.ts";
import { type PersonCaller, system } from "../core/caller.ts";
import { runCommand } from "../core/command.ts";
import { readAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { LIST_KIND } from "../duties/duty-row.ts";
import { deriveAllDue } from "../duties/keep-current.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { peopleOf, visit } from "../testing/contact.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";
import { withdraw } from "../testing/withdrawal.ts";
import { recordDutyNotes } from "../work/duty-note.ts";
import { checkStateCounts, countState, sumStateCounts } from "./state.ts";

const RUNS = Number(process.env["KINWARD_SEQUENCES"] ?? 8);
const START = "2026-11-20" as PlainDate;

let opened: Opened;
let agency: TestAgency;
let today: PlainDate = START;
const cases: { readonly caseId: CaseId; readonly referralId: ReferralId }[] = [];
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: START, areas: 2 });
});
afterAll(() => opened.close());

/** The same numbers from the cases and duties themselves. */
const recounted = async (day: PlainDate): Promise<readonly StateRow[]> => {
  const { late, missed, today: now, week } = bucketBounds(day);
  const { dueFrom, dueTo } = onTimeBounds(day);
  const fell = sql`d.rule = ANY (${SEEING_RULES}::text[]) AND d.due_on BETWEEN ${dueFrom}::date AND ${dueTo}::date`;
  const { rows } = await sql<StateRow>`
    SELECT e.contract_area_id, e.area_name, e.organization_id, e.contractor_name, count(DISTINCT c.case_id)::int AS open,
      count(*) FILTER (WHERE d.settled_on IS NULL AND ${LIST_KIND} = ANY (${late.kinds}::text[]) AND d.due_on <= ${late.dueTo ?? null})::int AS late,
      count(*) FILTER (WHERE d.settled_on IS NULL AND d.due_on BETWEEN ${now.dueFrom ?? null}::date AND ${week.dueTo ?? null}::date)::int AS due_this_week,
      count(*) FILTER (WHERE d.settled_on IS NULL AND ${LIST_KIND} = ANY (${missed.kinds}::text[]) AND d.due_on <= ${missed.dueTo ?? null}
        AND NOT EXISTS (SELECT FROM app.duty_note n WHERE n.episode_id = d.episode_id AND n.key = d.key))::int AS missed_without_reason,
      count(*) FILTER (WHERE ${fell})::int AS fell_due, count(*) FILTER (WHERE ${fell} AND d.settled_on <= d.due_on)::int AS seen_on_time
    FROM app.case_record c CROSS JOIN LATERAL (${serviceOn(day)}) e
    LEFT JOIN app.duty d ON d.case_id = c.case_id AND d.owner = 'CONTRACTOR' AND d.cancelled_on IS NULL
    WHERE c.stage NOT IN ('ENDED', 'CLOSED')
    GROUP BY e.contract_area_id, e.area_name, e.organization_id, e.contractor_name
    ORDER BY e.area_name, e.contractor_name`.execute(opened.owner);
  return rows;
};

const counted = (day: PlainDate) =>
  readAs(opened.db, system("test"), (trx) => countState(trx, day));
const wrong = () => readAs(opened.db, system("test"), (trx) => checkStateCounts(trx, today));

async function referFamily(area: number, daysAgo: number): Promise<void> {
  const contractArea = agency.areas[area];
  if (contractArea === undefined) throw new Error("no area");
  const effectiveOn = addDays(today, -daysAgo);
  const draft = await familyDraft(opened.db, contractArea, { effectiveOn });
  cases.push(await refer(opened.db, agency.worker, draft));
}

/** An act on one of the cases that there are, by any way in which what is counted of it can change. */
const byCase = (of: number) => cases[of % cases.length];
const ACTS = {
  refer: async (of: number, days: number) => referFamily(of % 2, days),
  see: async (of: number, days: number) => {
    const one = byCase(of);
    if (one === undefined) return;
    const { organizationId } = await opened.owner
      .selectFrom("episodeContractor")
      .select("organizationId")
      .where("caseId", "=", one.caseId)
      .executeTakeFirstOrThrow();
    const isPrairie = organizationId === agency.prairie;
    const staffId = isPrairie ? agency.prairieCoordinator : agency.riverBendCoordinator;
    const caller: PersonCaller = { kind: "person", staffId, organizationId };
    const people = Object.values(await peopleOf(opened.owner, one.caseId));
    await visit(opened.db, caller, one.caseId, people.slice(days % 3), addDays(today, -(days % 5)));
  },
  withdraw: async (of: number) => {
    const one = byCase(of);
    if (one !== undefined) await withdraw(opened.db, agency.worker, one.referralId);
  },
  note: async (of: number) => {
    const one = byCase(of);
    if (one === undefined) return;
    const missed = await opened.owner
      .selectFrom("duty")
      .select(["episodeId", "key", "caseId"])
      .where("caseId", "=", one.caseId)
      .where("kind", "=", "WINDOW")
      .where("dueOn", "<", today)
      .where("settledOn", "is", null)
      .limit(2)
      .execute();
    await act(one.caseId, (trx) =>
      recordDutyNotes(
        trx,
        missed.map((duty) => ({ ...duty, note: "Nobody was at home", staffId: agency.worker })),
      ),
    );
  },
  /** The other contractor goes on with the services, as at the end of a contract. */
  succeed: async (of: number) => {
    const one = byCase(of);
    if (one === undefined) return;
    await act(one.caseId, async (trx) => {
      await sql`UPDATE app.episode_contractor e SET organization_id = k.organization_id, contract_id = k.contract_id
        FROM app.contract k WHERE e.case_id = ${one.caseId} AND k.contract_area_id = e.contract_area_id
        AND k.organization_id <> e.organization_id`.execute(trx);
      await sql`UPDATE app.case_org o SET organization_id = e.organization_id FROM app.episode_contractor e
        WHERE o.case_id = ${one.caseId} AND e.case_id = o.case_id`.execute(opened.owner);
    });
  },
  close: async (of: number) => {
    const one = byCase(of);
    if (one === undefined) return;
    await act(one.caseId, (trx) =>
      sql`UPDATE app.case_record SET closed_on = CASE WHEN closed_on IS NULL THEN ${today}::date END
        WHERE case_id = ${one.caseId}`.execute(trx),
    );
  },
  /** Somebody who was perhaps never seen is out of the case, or back in it. */
  leave: async (of: number, days: number) => {
    const one = byCase(of);
    if (one === undefined) return;
    await act(one.caseId, (trx) =>
      sql`UPDATE app.member SET left_on = CASE WHEN left_on IS NULL THEN ${addDays(today, -(days % 4))}::date END
        WHERE member_id = (SELECT member_id FROM app.member WHERE case_id = ${one.caseId} ORDER BY member_id LIMIT 1)`.execute(
        trx,
      ),
    );
  },
  pass: async (_: number, days: number) => {
    today = addDays(today, days);
    await opened.owner.updateTable("agency").set({ fixedToday: today }).execute();
    await deriveAllDue(opened.db, days % 2 === 0 ? "due" : "all");
  },
  sum: () => sumStateCounts(opened.db),
} as const satisfies Record<string, (of: number, days: number) => Promise<unknown>>;

const act = (
  caseId: CaseId,
  write: (trx: Parameters<typeof recordDutyNotes>[0]) => Promise<unknown>,
) =>
  runCommand(
    opened.db,
    {
      commandId: newId<CommandId>(),
      procedure: "test",
      caller: system("test"),
      input: {},
      cases: [{ caseId }],
    },
    async ({ trx }) => {
      await write(trx);
      return { done: { result: null } };
    },
  );

test("after every act and on every day the numbers are those of a recount", async () => {
  for (const days of [0, 3, 12, 40]) await referFamily(days % 2, days);
  const names = Object.keys(ACTS) as (keyof typeof ACTS)[];
  const step = fc.record({
    name: fc.constantFrom(...names, "see" as const, "see" as const, "pass" as const),
    of: fc.nat(40),
    days: fc.integer({ min: 1, max: 20 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      for (const { name, of, days } of steps) {
        await ACTS[name](of, days);
        expect([name, await wrong()]).toEqual([name, []]);
        for (const day of [today, addDays(today, 5), addDays(today, -9)])
          expect([name, day, await counted(day)]).toEqual([name, day, await recounted(day)]);
      }
    }),
    // Each run goes on where the one before has stopped.
    { numRuns: RUNS, seed: 20_261_122, endOnFailure: true },
  );
  const rows = await counted(today);
  expect(rows.length).toBeGreaterThan(1);
}, 240_000);

test("acts at the same time are each counted, while others sum up", async () => {
  for (let at = 0; at < 4; at += 1) await referFamily(at % 2, 6);
  await Promise.all(
    Array.from({ length: 24 }, (_, at) =>
      at % 6 === 5 ? ACTS.sum() : ACTS.see(cases.length - 1 - (at % 4), at),
    ),
  );
  expect(await wrong()).toEqual([]);
  await ACTS.sum();
  expect(await wrong()).toEqual([]);
  expect(await counted(today)).toEqual(await recounted(today));
});

test("a number that is not what the cases say is found", async () => {
  await ACTS.sum();
  await sql`UPDATE app.state_count SET open = open + 1 WHERE due_on = (SELECT max(due_on) FROM app.state_count)`.execute(
    opened.owner,
  );
  const found = await wrong();
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toMatchObject({ rule: expect.any(String), dueOn: expect.any(String) });
});

test("a contractor reads its own numbers, and nobody of the app writes any", async () => {
  const own = await readAs(
    opened.db,
    { kind: "person", staffId: agency.prairieCoordinator, organizationId: agency.prairie },
    (trx) => countState(trx, today),
  );
  expect(new Set(own.map((row) => row.organizationId))).toEqual(new Set([agency.prairie]));
  for (const table of ["case_count", "state_count", "state_change"])
    await expect(sql`DELETE FROM ${sql.id("app", table)}`.execute(opened.db)).rejects.toThrow(
      "permission denied",
    );
  await expect(sql`SELECT app.count_cases('{}')`.execute(opened.db)).rejects.toThrow(
    "permission denied",
  );
});
