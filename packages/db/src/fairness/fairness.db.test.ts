import { simulate, walkLedger } from "@kinward/domain/assignment";
import { judgeReentry, judgeSubmissions } from "@kinward/domain/fairness";
import type { ReferralDraft } from "@kinward/domain/assignment";
import type { CaseId, OrganizationId, PersonId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PersonCaller } from "../core/caller.ts";
import type { ReadTrx } from "../core/client.ts";
import { readAs } from "../core/transaction.ts";
import { json, newId } from "../core/values.ts";
import { loadLineRules } from "../order/line-rules.ts";
import { makeAgency, person, type TestAgency, type TestArea } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { fillLedger } from "../testing/ledger.ts";
import { familyDraft, refer } from "../testing/referral.ts";
import { withdraw } from "../testing/withdrawal.ts";
import {
  countOverrides,
  loadAreaFigures,
  loadAreaHistory,
  loadReentries,
  loadSubmissions,
} from "./index.ts";

const FROM = "2026-01-01" as PlainDate;
const TO = "2026-12-31" as PlainDate;
const MANY = 10_000;

let opened: Opened;
let agency: TestAgency;
let area: TestArea;
let large: TestArea;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: "2026-11-02", areas: 2 });
  [area, large] = agency.areas as unknown as [TestArea, TestArea];
  await live();
  await fillLedger(
    opened.owner,
    agency,
    large,
    Array.from({ length: MANY }, (_, at) =>
      at % 33 === 32 ? (at % 2 === 0 ? agency.prairie : agency.riverBend) : "TURN",
    ),
    { begin: "2024-02-01T15:00:00.000Z", minutes: 140 },
  );
  await fillFamilies();
  await sql`ANALYZE`.execute(opened.owner);
}, 180_000);
afterAll(() => opened?.close());

const on = (today: string) =>
  opened.owner
    .updateTable("agency")
    .set({ fixedToday: today as PlainDate })
    .execute();
const administrator = (): PersonCaller => ({ kind: "person", staffId: agency.administrator });
const read = <T>(what: (trx: ReadTrx) => Promise<T>): Promise<T> =>
  readAs(opened.db, administrator(), what);

/** Two children in every large family, some with a finding, some not at home. */
async function fillFamilies(): Promise<void> {
  for (const statement of [
    sql`CREATE TEMP TABLE child AS SELECT r.case_id, gen_random_uuid() AS person_id, row_number() OVER () AS n
      FROM app.referral r, generate_series(1, 2) WHERE r.contract_area_id = ${large.areaId}`,
    sql`INSERT INTO app.person (person_id, given) SELECT person_id, 'Child' FROM child`,
    sql`INSERT INTO app.member (member_id, case_id, person_id, role) SELECT gen_random_uuid(), case_id, person_id, 'CHILD' FROM child`,
    sql`INSERT INTO app.member_basis (member_basis_id, case_id, person_id, basis)
      SELECT gen_random_uuid(), case_id, person_id, CASE WHEN n % 5 = 0 THEN 'CINA' ELSE 'ABUSE_VICTIM' END FROM child`,
    sql`INSERT INTO app.living_situation (living_situation_id, case_id, person_id, setting, state)
      SELECT gen_random_uuid(), case_id, person_id, CASE WHEN n % 4 = 0 THEN 'KINSHIP' ELSE 'PARENTAL_HOME' END, 'IA' FROM child`,
  ])
    await opened.owner.connection().execute(async (one) => {
      await statement.execute(one);
    });
}

const personOf = async (caseId: CaseId, given: string): Promise<PersonId> =>
  (
    await opened.owner
      .selectFrom("member")
      .innerJoin("person", "person.personId", "member.personId")
      .select("member.personId")
      .where("caseId", "=", caseId)
      .where("given", "=", given)
      .executeTakeFirstOrThrow()
  ).personId;
/** The same family again, in its case. */
const again = async (draft: ReferralDraft, caseId: CaseId): Promise<ReferralDraft> => {
  const names: Readonly<Record<string, string>> = { ann: "Ann", ben: "Benjamin", mom: "Maria" };
  const members = await Promise.all(
    (draft.family?.members ?? []).map(async (one) => ({
      ...one,
      personId: await personOf(caseId, names[one.ref] ?? ""),
    })),
  );
  return { ...draft, caseId, family: { ...draft.family, members } };
};
const overriding = (draft: ReferralDraft, target: OrganizationId): ReferralDraft => ({
  ...draft,
  priorServices: {
    records: [
      { organizationId: target, from: "2025-01-01" as PlainDate, to: "2025-06-01" as PlainDate },
    ],
  },
  override: { target, believedBeneficialBy: ["FAMILY"], reason: "CONTINUITY" },
});

/** Some weeks of an area as they happen: through the same acts as everything else. */
async function live(): Promise<void> {
  const { worker, colleague, prairie } = agency;
  const coming = (effectiveOn: string) => familyDraft(opened.db, area, { effectiveOn });
  const plan = async (effectiveOn: string): Promise<ReferralDraft> => {
    const draft = await coming(effectiveOn);
    return { ...draft, service: { ...draft.service, serviceType: "SAFETY_PLAN" } };
  };
  const first = await refer(opened.db, worker, await coming("2026-11-20")); // 1 P
  await refer(opened.db, worker, await coming("2026-11-02")); // 2 R
  await withdraw(opened.db, worker, first.referralId); // 3 P back
  const safety = await refer(opened.db, worker, await plan("2026-11-02")); // 4 P
  await on("2026-11-05");
  await refer(opened.db, colleague, overriding(await coming("2026-11-05"), prairie)); // 5 P out of order
  await refer(opened.db, colleague, await again(await coming("2026-11-05"), safety.caseId)); // 6 carry-over
  await on("2026-11-09");
  await refer(opened.db, worker, await again(await coming("2026-11-09"), first.caseId)); // 7 returns
  const second = await refer(opened.db, worker, await coming("2026-12-20")); // 8
  await withdraw(opened.db, worker, second.referralId); // 9
  await on("2026-12-15");
  await refer(opened.db, worker, await coming("2026-12-15")); // 10
  await refer(opened.db, worker, await again(await coming("2026-12-15"), second.caseId)); // 11, after the window
  await refer(opened.db, worker, await coming("2026-12-15")); // 12
}

test(
  "run again under its own rules, a real history gives its real ledger" +
    covers("ASG-8", "ASG-10", "DEC-30", "DEC-33", "DEC-35"),
  async () => {
    const history = await read((trx) => loadAreaHistory(trx, area.areaId, 1_000));
    expect(history.lines.map(({ method }) => method)).toEqual([
      "ROTATION",
      "ROTATION",
      "REVERSAL",
      "ROTATION",
      "OVERRIDE",
      "CARRY_OVER",
      "RESUBMISSION",
      "EQUALIZING",
      "REVERSAL",
      "EQUALIZING",
      "EQUALIZING",
      "ROTATION",
    ]);
    const { lines, skipped } = simulate(history.arrivals, history.setting, history);
    expect(skipped).toBe(0);
    expect(lines.map(({ line }) => line)).toEqual(
      history.lines.map(({ prev: _, hash: __, ...line }) => line),
    );
    // The days are those of the acts, not of the test's own clock.
    expect(lines.map((one) => one.on)).toEqual([
      ...Array.from({ length: 4 }, () => "2026-11-02"),
      ...Array.from({ length: 2 }, () => "2026-11-05"),
      ...Array.from({ length: 3 }, () => "2026-11-09"),
      ...Array.from({ length: 3 }, () => "2026-12-15"),
    ]);
  },
);

test("a history is cut where it is said", async () => {
  const history = await read((trx) => loadAreaHistory(trx, area.areaId, 5));
  expect([history.lines.length, history.arrivals.length, history.cut]).toEqual([5, 5, true]);
});

test(
  "the figures of an area count standing turns and the make-up of their cases" + covers("ASG-4"),
  async () => {
    const { contractors, placementUnknown } = await read((trx) =>
      loadAreaFigures(trx, area.areaId, FROM, TO),
    );
    // Lines 1 and 8 were taken back, line 6 takes no turn. Every family has Ann at home and Benjamin with kin.
    expect(contractors.map(({ name, turns, overrides }) => [name, turns, overrides])).toEqual([
      ["Prairie Family Services", 4, 1],
      ["River Bend Family Care", 3, 0],
    ]);
    for (const one of contractors)
      expect(one).toMatchObject({
        cina: 0,
        placement: one.turns,
        children: { n: one.turns, sum: 2 * one.turns, squares: 4 * one.turns },
      });
    expect(placementUnknown).toBe(0);
    expect(
      (
        await read((trx) => loadAreaFigures(trx, area.areaId, FROM, "2026-11-04" as PlainDate))
      ).contractors.map((one) => one.turns),
    ).toEqual([1, 1]);
  },
);

describe("the review of the order", () => {
  test("a family that came back, and to whom" + covers("ASG-10"), async () => {
    const reentries = await read((trx) => loadReentries(trx, area.areaId, FROM, TO));
    expect(reentries.map((one) => [one.seq, one.againSeq, judgeReentry(one, 30).kind])).toEqual([
      [1, 7, "SAME"],
      [8, 11, "SAME"],
    ]);
    expect(reentries[1]).toMatchObject({ withdrawnOn: "2026-11-09", againOn: "2026-12-15" });
  });

  test("overrides by who asked and by who got them" + covers("ASG-7"), async () => {
    const { byWorker, byContractor } = await read((trx) =>
      countOverrides(trx, area.areaId, FROM, TO),
    );
    expect(new Map(byWorker.map(({ id, hits, of }) => [id, `${hits} of ${of}`]))).toEqual(
      new Map([
        [agency.worker, "0 of 6"],
        [agency.colleague, "1 of 1"],
      ]),
    );
    expect(new Map(byContractor.map(({ id, hits, of }) => [id, `${hits} of ${of}`]))).toEqual(
      new Map([
        [agency.prairie, "1 of 4"],
        [agency.riverBend, "0 of 3"],
      ]),
    );
  });

  test(
    "drafts held back are found by the times that the draft keeps" + covers("ASG-4"),
    async () => {
      const held = await person(opened.owner, "Helga Hold", "CASEWORKER");
      const draftId = newId();
      const [sixth] = await opened.owner
        .selectFrom("ledgerLine")
        .innerJoin("referral", "referral.referralKey", "ledgerLine.referralKey")
        .select(["referralId", "submittedAt"])
        .where("ledgerLine.contractAreaId", "=", area.areaId)
        .where("seq", "=", 12)
        .execute();
      if (sixth === undefined) throw new Error("no line 12");
      // As if the form had been ready since before line 11.
      await opened.owner
        .updateTable("referral")
        .set({ submittedBy: held })
        .where("referralId", "=", sixth.referralId)
        .execute();
      await opened.owner
        .insertInto("draft")
        .values({
          draftId: draftId as never,
          staffId: held,
          kind: "REFERRAL",
          title: "Referral",
          content: json({}),
          savedAt: sql`${sixth.submittedAt}::timestamptz - interval '5 hours'` as never,
          submittedAt: sixth.submittedAt,
        })
        .execute();
      const { lines, epochs } = await read((trx) => loadAreaHistory(trx, area.areaId, 1_000));
      const { rules } = await read((trx) => loadLineRules(trx));
      const submissions = await read(async (trx) => {
        const found = await loadSubmissions(trx, area.areaId, FROM, TO);
        // Whoever asks is themselves again: the draft itself stays its writer's.
        const drafts = await trx.selectFrom("draft").select("draftId").execute();
        expect(drafts).toEqual([]);
        return found;
      });
      const judged = judgeSubmissions(
        submissions,
        [...walkLedger(lines, { area: area.areaId, epochs, rules })],
        (step) => rules(step.line).tieBreak,
      );
      const mine = judged.find((one) => one.worker === (held as StaffId));
      expect(mine).toMatchObject({ seq: 12, heldMinutes: 300 });
      expect(
        judged.filter((one) => one.worker !== held).every((one) => one.heldMinutes === 0),
      ).toBe(true);
    },
  );
});

describe("ten thousand referrals", () => {
  const timed = async <T>(what: (trx: ReadTrx) => Promise<T>) => {
    const statements = opened.statements.length;
    const begun = performance.now();
    const answer = await read(what);
    return {
      answer,
      ms: performance.now() - begun,
      statements: opened.statements.length - statements,
    };
  };

  test("figures of a year take one statement and well under a second", async () => {
    const { answer, ms, statements } = await timed((trx) =>
      loadAreaFigures(trx, large.areaId, "2025-01-01" as PlainDate, "2025-12-31" as PlainDate),
    );
    const turns = answer.contractors.reduce((sum, one) => sum + one.turns, 0);
    // 140 minutes apart: 3,754 a year.
    expect(turns).toBeGreaterThan(3_700);
    expect(answer.contractors[0]?.children.sum).toBe(2 * (answer.contractors[0]?.turns ?? 0));
    // Begin, who is asking, the figures, commit.
    expect(statements).toBe(4);
    console.info(`fairness figures of ${turns} turns: ${Math.round(ms)} ms`);
    expect(ms).toBeLessThan(2_000);
  });

  test("a history of all of them is read by as many statements as one of ten", async () => {
    const { answer, ms, statements } = await timed((trx) =>
      loadAreaHistory(trx, large.areaId, MANY),
    );
    expect(answer.lines).toHaveLength(MANY);
    expect(statements).toBeLessThanOrEqual(9);
    console.info(`history of ${MANY} lines: ${Math.round(ms)} ms`);
    const begun = performance.now();
    const { lines } = simulate(answer.arrivals, answer.setting, answer);
    console.info(`simulated in ${Math.round(performance.now() - begun)} ms`);
    expect(lines.map(({ line }) => line.contractor)).toEqual(
      answer.lines.map((line) => line.contractor),
    );
    expect(ms).toBeLessThan(4_000);
  });

  test("nothing is read line by line: no plan scans a whole table once for each referral", async () => {
    const explained = async (text: string): Promise<string> => {
      const { rows } = await sql<
        Record<string, string>
      >`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) ${sql.raw(text)}`.execute(opened.owner);
      return rows.map((row) => Object.values(row)[0]).join("\n");
    };
    const before = opened.statements.length;
    await read((trx) => loadAreaFigures(trx, large.areaId, FROM, TO));
    await read((trx) => countOverrides(trx, large.areaId, FROM, TO));
    await read((trx) => loadReentries(trx, large.areaId, FROM, TO));
    await read((trx) => loadAreaHistory(trx, large.areaId, MANY));
    const texts = opened.statements.slice(before).filter((text) => text.includes("ledger_line"));
    expect(texts.length).toBeGreaterThanOrEqual(4);
    for (const text of texts) {
      const values: Readonly<Record<string, string>> = {
        contract_area_id: `'${large.areaId}'::uuid`,
      };
      const plan = await explained(fillIn(text, values["contract_area_id"] ?? "", FROM, TO, MANY));
      // A scan of a table that runs once for each referral shows as many loops.
      const repeated = [...plan.matchAll(/Seq Scan on (\w+)[^\n]*loops=(\d+)/g)].filter(
        ([, , loops]) => Number(loops) > 20,
      );
      expect(repeated.map(([found]) => found)).toEqual([]);
    }
  });
});

/** The text of a statement with its values in place: areas, days and the limit. */
const fillIn = (text: string, areaId: string, from: string, to: string, limit: number): string => {
  return text
    .replaceAll(/BETWEEN \$\d+ AND \$\d+/g, `BETWEEN '${from}' AND '${to}'`)
    .replaceAll(/LIMIT \$\d+/g, `LIMIT ${limit}`)
    .replaceAll(/\$\d+/g, areaId);
};
