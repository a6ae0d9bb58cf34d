import {
  type LedgerLine,
  type ReferralDraft,
  replay,
  rotationRulesOn,
  verifyChain,
} from "@kinward/domain/assignment";
import type { CaseId, CommandId, PersonId, PlainDate, ReferralId } from "@kinward/domain/kernel";
import { defaultPolicyBook } from "@kinward/domain/policy";
import { covers } from "@kinward/domain/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sha256 } from "../core/digest.ts";
import { readAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { verifyAll } from "../duties/keep-current.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer, saveDraft, submit } from "../testing/referral.ts";
import { withdraw } from "../testing/withdrawal.ts";
import { FORMER_ROWS } from "../migrations/0010-referrals.ts";
import { findPriorServices } from "./prior-services.ts";

let opened: Opened;
let agency: TestAgency;
let next = 0;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: "2026-11-23", areas: 14 });
});
afterAll(() => opened.close());
beforeEach(() => on("2026-11-23"));

/** An area whose ledger is empty. */
const freshArea = () => {
  const found = agency.areas[next++];
  if (found === undefined) throw new Error("no area left");
  return found;
};
const on = (today: string) =>
  opened.owner
    .updateTable("agency")
    .set({ fixedToday: today as PlainDate })
    .execute();
const linesOf = async (areaId: string): Promise<readonly LedgerLine[]> =>
  (
    await opened.owner
      .selectFrom("ledgerLine")
      .select("line")
      .where("contractAreaId", "=", areaId as never)
      .orderBy("seq")
      .execute()
  ).map((row) => row.line);

/** The chain holds, the published rule gives the same, and so does the head in the database. */
async function expectSound(areaId: string): Promise<readonly LedgerLine[]> {
  const lines = await linesOf(areaId);
  expect(verifyChain(lines, sha256)).toMatchObject({ ok: true, lines: lines.length });
  const epochs = await opened.owner
    .selectFrom("rotationEpoch")
    .select("epoch")
    .where("contractAreaId", "=", areaId as never)
    .orderBy("number")
    .execute();
  const { head, hash, seq } = await opened.owner
    .selectFrom("areaHead")
    .select(["head", "hash", "seq"])
    .where("contractAreaId", "=", areaId as never)
    .executeTakeFirstOrThrow();
  expect({ hash, seq }).toEqual({ hash: lines.at(-1)?.hash, seq: lines.length });
  const verdict = replay(lines, {
    area: areaId as never,
    epochs: epochs.map((row) => row.epoch),
    rules: () => rotationRulesOn(defaultPolicyBook("IA_FSRP"), "2026-11-23" as PlainDate),
  });
  expect(verdict).toMatchObject({ ok: true, head });
  return lines;
}
const told = (lines: readonly LedgerLine[]) =>
  lines.map(
    (line) =>
      `${line.contractor === agency.prairie ? "A" : "B"} ${line.method} ${line.after}${line.outOfOrder ? " out of order" : ""}`,
  );

/** The stored duties of a case are those that its facts give; other cases of the file live on other days. */
const expectDerived = async (caseId: CaseId) =>
  expect((await verifyAll(opened.db)).differing.filter((one) => one.caseId === caseId)).toEqual([]);

/** A person of a case, by name. */
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
const withPerson = (draft: ReferralDraft, ref: string, personId: PersonId): ReferralDraft => ({
  ...draft,
  family: {
    ...draft.family,
    members: (draft.family?.members ?? []).map((one) =>
      one.ref === ref ? { ...one, personId } : one,
    ),
  },
});
const known = async (draft: ReferralDraft, caseId: CaseId): Promise<ReferralDraft> => ({
  ...withPerson(
    withPerson(
      withPerson(draft, "ann", await personOf(caseId, "Ann")),
      "ben",
      await personOf(caseId, "Benjamin"),
    ),
    "mom",
    await personOf(caseId, "Maria"),
  ),
  caseId,
});
const statusOf = (referralId: ReferralId) =>
  opened.owner
    .selectFrom("referral")
    .innerJoin("episode", "episode.episodeId", "referral.episodeId")
    .select(["withdrawnOn", "withdrawalReversed", "withdrawn", "lastServiceDay"])
    .where("referralId", "=", referralId)
    .executeTakeFirstOrThrow();
const accessOf = (caseId: CaseId) =>
  opened.owner
    .selectFrom("caseOrg")
    .select(["organizationId", "lastServiceDay"])
    .where("caseId", "=", caseId)
    .execute();

test(`withdrawn before its effective date: the turn is taken back, nothing is due, and the contractor sees nothing${covers("ASG-10", "DEC-35")}`, async () => {
  const area = freshArea();
  const draft = await familyDraft(opened.db, area, { effectiveOn: "2026-12-07" });
  const first = await refer(opened.db, agency.worker, draft);
  const commandId = newId<CommandId>();
  const outcome = await withdraw(opened.db, agency.worker, first.referralId, commandId);
  const lines = await expectSound(area.areaId);
  expect(told(lines)).toEqual(["A ROTATION 1", "A REVERSAL 0"]);
  expect(lines[1]).toMatchObject({ refersToSeq: 1, referralKey: lines[0]?.referralKey });
  expect(outcome).toMatchObject({
    kind: "DONE",
    result: { withdrawnOn: "2026-11-23", line: { seq: 2, hash: lines[1]?.hash } },
  });
  // The same command asked again takes nothing back a second time; another one is refused.
  expect(await withdraw(opened.db, agency.worker, first.referralId, commandId)).toMatchObject({
    kind: "DONE",
    repeated: true,
  });
  expect(await withdraw(opened.db, agency.worker, first.referralId)).toEqual({
    kind: "NO",
    no: [{ code: "INVALID_TRANSITION" }],
  });
  expect(await linesOf(area.areaId)).toHaveLength(2);

  expect(await statusOf(first.referralId)).toEqual({
    withdrawnOn: "2026-11-23",
    withdrawalReversed: true,
    withdrawn: true,
    lastServiceDay: null,
  });
  expect(await accessOf(first.caseId)).toEqual([]);
  const duties = await opened.owner
    .selectFrom("duty")
    .select("key")
    .where("caseId", "=", first.caseId)
    .execute();
  expect(duties).toEqual([]);
  const seen = await readAs(
    opened.db,
    { kind: "person", staffId: agency.prairieCoordinator, organizationId: agency.prairie },
    (trx) =>
      trx.selectFrom("referral").select("referralId").where("caseId", "=", first.caseId).execute(),
  );
  expect(seen).toEqual([]);
  // The next family has the turn that was taken back; this one has its own again inside the window.
  await refer(opened.db, agency.worker, await familyDraft(opened.db, area));
  const again = await refer(opened.db, agency.worker, await known(draft, first.caseId));
  expect(again.caseId).toBe(first.caseId);
  expect(told(await expectSound(area.areaId))).toEqual([
    "A ROTATION 1",
    "A REVERSAL 0",
    "A ROTATION 1",
    "A RESUBMISSION 2 out of order",
  ]);
  await expectDerived(first.caseId);
});

test(`from the effective date on the count stands, today is the last service day, and duties that lie later are cancelled${covers("ASG-10", "DEC-14", "DEC-40")}`, async () => {
  const area = freshArea();
  const draft = await familyDraft(opened.db, area);
  const { referralId, caseId } = await refer(opened.db, agency.worker, draft);
  await on("2026-11-24");
  expect(await withdraw(opened.db, agency.worker, referralId)).toMatchObject({ kind: "DONE" });
  expect(await linesOf(area.areaId)).toHaveLength(1);
  expect(await statusOf(referralId)).toEqual({
    withdrawnOn: "2026-11-24",
    withdrawalReversed: false,
    withdrawn: false,
    lastServiceDay: "2026-11-24",
  });
  expect(await accessOf(caseId)).toEqual([
    { organizationId: agency.prairie, lastServiceDay: "2026-11-24" },
  ]);
  const open = await opened.owner
    .selectFrom("duty")
    .select("key")
    .where("caseId", "=", caseId)
    .where("cancelledOn", "is", null)
    .where("dueOn", ">", "2026-11-24" as PlainDate)
    .execute();
  expect(open).toEqual([]);
  const { closedOn } = await opened.owner
    .selectFrom("caseRecord")
    .select("closedOn")
    .where("caseId", "=", caseId)
    .executeTakeFirstOrThrow();
  expect(closedOn).toBe("2026-11-24");
  await expectDerived(caseId);

  // Reopened later: a turn of its own by a new initial form, however near (DEC-40); nothing comes back to A.
  await on("2026-11-27");
  await refer(opened.db, agency.worker, {
    ...(await known(await familyDraft(opened.db, area), caseId)),
    legalBasis: { openingBasis: "CINA_ASSESSMENT", openedOn: "2026-11-27" as PlainDate },
  });
  expect(told(await expectSound(area.areaId))).toEqual(["A ROTATION 1", "B ROTATION 0"]);
  const { openedOn, ...reopened } = await opened.owner
    .selectFrom("caseRecord")
    .select(["openedOn", "closedOn"])
    .where("caseId", "=", caseId)
    .executeTakeFirstOrThrow();
  expect({ openedOn, ...reopened }).toEqual({ openedOn: "2026-11-27", closedOn: null });
});

test(`a withdrawal and a retry of it at the same moment take one turn back${covers("ASG-9", "ASG-10")}`, async () => {
  const area = freshArea();
  const draft = await familyDraft(opened.db, area, { effectiveOn: "2026-12-07" });
  const { referralId } = await refer(opened.db, agency.worker, draft);
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => withdraw(opened.db, agency.worker, referralId)),
  );
  expect(outcomes.filter((one) => one.kind === "DONE")).toHaveLength(1);
  expect(told(await expectSound(area.areaId))).toEqual(["A ROTATION 1", "A REVERSAL 0"]);
});

test(`a family that shares a child with one withdrawn returns to the same contractor inside the window${covers("ASG-10", "DEC-35")}`, async () => {
  const area = freshArea();
  const draft = await familyDraft(opened.db, area, { effectiveOn: "2026-12-20" });
  const first = await refer(opened.db, agency.worker, draft);
  await withdraw(opened.db, agency.worker, first.referralId);
  const other = withPerson(
    await familyDraft(opened.db, area, { family: "Reed" }),
    "ann",
    await personOf(first.caseId, "Ann"),
  );
  await on("2026-12-23");
  // Somebody else takes the turn first.
  await refer(opened.db, agency.worker, await familyDraft(opened.db, area));
  const sharing = await refer(opened.db, agency.worker, other);
  expect(sharing.caseId).not.toBe(first.caseId);
  await on("2026-12-24");
  await refer(opened.db, agency.worker, await known(draft, first.caseId));
  expect(told(await expectSound(area.areaId))).toEqual([
    "A ROTATION 1",
    "A REVERSAL 0",
    "A ROTATION 1",
    "A RESUBMISSION 2 out of order",
    "B EQUALIZING 1",
  ]);
});

test(`an override rests on service found through one person in another case of another area${covers("ASG-7")}`, async () => {
  const [before, area] = [freshArea(), freshArea()];
  const served = await refer(opened.db, agency.worker, await familyDraft(opened.db, before));
  await on("2026-11-25");
  await withdraw(opened.db, agency.worker, served.referralId);
  await on("2026-12-01");
  const ben = await personOf(served.caseId, "Benjamin");
  const draft = withPerson(await familyDraft(opened.db, area, { family: "Finch" }), "ben", ben);
  const found = await readAs(opened.db, { kind: "person", staffId: agency.colleague }, (trx) =>
    findPriorServices(trx, draft, "2026-12-01" as PlainDate),
  );
  expect(found).toEqual([
    {
      foundId: expect.any(String),
      caseId: served.caseId,
      caseNumber: expect.stringMatching(/^2026-/),
      episodeId: served.episodeId,
      organizationId: agency.prairie,
      organizationName: "Prairie Family Services",
      serviceType: "FSRP",
      from: "2026-11-23",
      to: "2026-11-25",
      entered: false,
      through: ["Benjamin Moss"],
    },
  ]);
  // Two ordinary turns, so that the override stands out of order.
  await refer(opened.db, agency.worker, await familyDraft(opened.db, area));
  const record = { ref: "r", foundId: found[0]?.foundId as never };
  const asking: ReferralDraft = {
    ...draft,
    priorServices: { records: [record] },
    override: {
      target: agency.prairie,
      believedBeneficialBy: ["FAMILY"],
      reason: "CONTINUITY",
    },
  };
  const { referralId, caseId } = await refer(opened.db, agency.worker, asking);
  const { override } = await opened.owner
    .selectFrom("referral")
    .select("override")
    .where("referralId", "=", referralId)
    .executeTakeFirstOrThrow();
  expect(override).toMatchObject({
    target: agency.prairie,
    requestedBy: agency.worker,
    priorService: [{ organizationId: agency.prairie, from: "2026-11-23", to: "2026-11-25" }],
  });
  // What was found stands on record once.
  expect(
    await opened.owner
      .selectFrom("priorService")
      .select("priorServiceId")
      .where("caseId", "=", caseId)
      .execute(),
  ).toEqual([]);
  await refer(opened.db, agency.worker, await familyDraft(opened.db, area));
  await refer(opened.db, agency.worker, await familyDraft(opened.db, area));
  expect(told(await expectSound(area.areaId))).toEqual([
    "A ROTATION 1",
    "A OVERRIDE 2 out of order",
    "B EQUALIZING 1",
    "B EQUALIZING 0",
  ]);

  // Without the person who leads to it the same draft is refused, and takes no turn.
  const strangers: ReferralDraft = {
    ...asking,
    family: (await familyDraft(opened.db, area)).family as NonNullable<ReferralDraft["family"]>,
  };
  const draftId = await saveDraft(opened.db, agency.worker, strangers);
  const refused = await submit(opened.db, {
    worker: agency.worker,
    draftId,
    expectedVersion: 1,
    acceptWarnings: [],
  });
  expect(refused).toMatchObject({ kind: "NO", no: { kind: "REFUSED" } });
  expect(
    refused.kind === "NO" &&
      refused.no.kind === "REFUSED" &&
      refused.no.refusals.map((r) => r.code),
  ).toEqual(expect.arrayContaining(["OVERRIDE_NO_PRIOR_SERVICE", "PRIOR_SERVICE_NOT_FOUND"]));
  expect(await linesOf(area.areaId)).toHaveLength(4);
});

test(`a deliberate transfer takes an ordinary turn in the other area; taken back, the services before go on${covers("ASG-12", "DEC-42")}`, async () => {
  const [from, into] = [freshArea(), freshArea()];
  const first = await refer(opened.db, agency.worker, await familyDraft(opened.db, from));
  const draft: ReferralDraft = {
    ...(await known(
      await familyDraft(opened.db, into, { effectiveOn: "2026-12-07" }),
      first.caseId,
    )),
    transfer: { reason: "The family moved" },
  };
  // One ordinary turn before, so that the other contractor is next there.
  await refer(opened.db, agency.worker, await familyDraft(opened.db, into));
  const moved = await refer(opened.db, agency.worker, draft);
  expect(told(await expectSound(into.areaId))).toEqual(["A ROTATION 1", "B TRANSFER 0"]);
  expect(told(await expectSound(from.areaId))).toEqual(["A ROTATION 1"]);
  expect((await statusOf(first.referralId)).lastServiceDay).toBe("2026-12-06");
  const access = async () =>
    (await accessOf(first.caseId)).toSorted((a) => (a.organizationId === agency.prairie ? -1 : 1));
  expect(await access()).toEqual([
    { organizationId: agency.prairie, lastServiceDay: "2026-12-06" },
    { organizationId: agency.riverBend, lastServiceDay: null },
  ]);
  await expectDerived(first.caseId);

  await withdraw(opened.db, agency.worker, moved.referralId);
  expect(told(await expectSound(into.areaId))).toEqual([
    "A ROTATION 1",
    "B TRANSFER 0",
    "B REVERSAL 1",
  ]);
  expect((await statusOf(first.referralId)).lastServiceDay).toBeNull();
  expect(await access()).toEqual([{ organizationId: agency.prairie, lastServiceDay: null }]);
  await expectDerived(first.caseId);
});

test(`safety plan services that go on as FSRP end the day before; after them the case is new to the rotation${covers("ASG-6", "DEC-33")}`, async () => {
  const area = freshArea();
  const plan = await familyDraft(opened.db, area);
  const { service } = plan;
  const first = await refer(opened.db, agency.worker, {
    ...plan,
    service: { serviceAreaId: service?.serviceAreaId as never, serviceType: "SAFETY_PLAN" },
  });
  const fsrp = await known(
    await familyDraft(opened.db, area, { effectiveOn: "2026-12-10" }),
    first.caseId,
  );
  await refer(opened.db, agency.worker, await familyDraft(opened.db, area));
  const carried = await refer(opened.db, agency.worker, fsrp);
  expect((await statusOf(first.referralId)).lastServiceDay).toBe("2026-12-09");
  // Withdrawn, the safety plan goes on, and the next attempt is a carry-over again.
  await withdraw(opened.db, agency.worker, carried.referralId);
  expect((await statusOf(first.referralId)).lastServiceDay).toBeNull();
  const again = await refer(opened.db, agency.worker, fsrp);
  await on("2026-12-12");
  await withdraw(opened.db, agency.worker, again.referralId);
  // Behind the window in which the withdrawn carry-over would be one again.
  await on("2026-12-28");
  await refer(opened.db, agency.worker, {
    ...fsrp,
    form: { effectiveDate: "2026-12-28" as PlainDate, signedOn: "2026-12-28" as PlainDate },
    legalBasis: { openingBasis: "CINA_ASSESSMENT", openedOn: "2026-12-28" as PlainDate },
  });
  expect(told(await expectSound(area.areaId))).toEqual([
    "A ROTATION 1",
    "B ROTATION 0",
    "A CARRY_OVER 0",
    "A REVERSAL 0",
    "A CARRY_OVER 0",
    "A ROTATION 1",
  ]);
  await expectDerived(first.caseId);
});

test(`a child with an own open case is shown before submission; ledger and contractor of that case stay as they are${covers("ASG-12", "DEC-41")}`, async () => {
  const [one, other] = [freshArea(), freshArea()];
  const first = await refer(opened.db, agency.worker, await familyDraft(opened.db, one));
  const before = await linesOf(one.areaId);
  const sharing = withPerson(
    await familyDraft(opened.db, other, { family: "Stone" }),
    "ann",
    await personOf(first.caseId, "Ann"),
  );
  const draftId = await saveDraft(opened.db, agency.worker, sharing);
  const attempt = (acceptWarnings: readonly "PERSON_IN_TWO_OPEN_CASES"[]) =>
    submit(opened.db, { worker: agency.worker, draftId, expectedVersion: 1, acceptWarnings });
  expect(await attempt([])).toMatchObject({
    kind: "NO",
    no: {
      refusals: [{ code: "WARNING_NOT_ACCEPTED", params: { of: "PERSON_IN_TWO_OPEN_CASES" } }],
    },
  });
  expect((await attempt(["PERSON_IN_TWO_OPEN_CASES"])).kind).toBe("DONE");
  expect(await linesOf(one.areaId)).toEqual(before);
  expect(await accessOf(first.caseId)).toEqual([
    { organizationId: agency.prairie, lastServiceDay: null },
  ]);
  expect(told(await expectSound(other.areaId))).toEqual(["A ROTATION 1"]);
});

test(`referrals, overrides, withdrawals, resubmissions and transfers at the same moment leave ledgers that replay as they are${covers("ASG-8", "ASG-9", "ASG-10")}`, async () => {
  const [home, away] = [freshArea(), freshArea()];
  const asking = async (area: typeof home, target: typeof agency.prairie) => ({
    ...(await familyDraft(opened.db, area, { effectiveOn: "2026-12-07" })),
    priorServices: { records: [{ organizationId: target, from: "2025-01-01" as PlainDate }] },
    override: {
      target,
      believedBeneficialBy: ["DEPARTMENT_WORKER" as const],
      reason: "CONTINUITY",
    },
  });
  const drafts = [
    await familyDraft(opened.db, home, { effectiveOn: "2026-12-07" }),
    await asking(home, agency.prairie),
    await asking(home, agency.riverBend),
  ];
  const elsewhere = await familyDraft(opened.db, away, { effectiveOn: "2026-12-14" });
  /** One family after another: referred, and by turns withdrawn, referred again, transferred. */
  const family = async (n: number) => {
    const draft = drafts[n % drafts.length] as ReferralDraft;
    const { referralId, caseId } = await refer(opened.db, agency.worker, draft);
    if (n % 4 === 0) return;
    if (n % 4 === 3) {
      await refer(opened.db, agency.worker, {
        ...(await known(elsewhere, caseId)),
        transfer: { reason: "Moved" },
      });
      return;
    }
    expect(await withdraw(opened.db, agency.worker, referralId)).toMatchObject({ kind: "DONE" });
    if (n % 4 === 2) {
      const { override: _, ...plain } = draft;
      await refer(opened.db, agency.worker, await known(plain, caseId));
    }
  };
  const families = 24;
  let begun = 0;
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      while (begun < families) await family(begun++);
    }),
  );
  const lines = await expectSound(home.areaId);
  const of = (method: string) => lines.filter((line) => line.method === method).length;
  expect([of("REVERSAL"), of("RESUBMISSION"), of("OVERRIDE")]).toEqual([12, 6, 16]);
  expect((await expectSound(away.areaId)).map((line) => line.method)).toEqual(
    Array.from({ length: 6 }, () => "TRANSFER"),
  );
}, 60_000);

test("rows that were written before withdrawals and transfers read as rows of today do", async () => {
  const area = freshArea();
  const draft = await familyDraft(opened.db, area, { effectiveOn: "2026-12-07" });
  const { caseId, referralId } = await refer(opened.db, agency.worker, draft);
  await withdraw(opened.db, agency.worker, referralId);
  const formerRows = () =>
    opened.owner
      .selectFrom("history")
      .select(["tableName", "row"])
      .where("caseId", "=", caseId)
      .where("tableName", "in", ["episode", "referral"])
      .orderBy("tableName")
      .execute();
  const today = await formerRows();
  expect(today.map((one) => one.tableName)).toEqual(["episode", "referral"]);
  await sql`UPDATE app.history SET row = row - 'withdrawn' - 'transfer_reason' - 'ended_previous'
    WHERE case_id = ${caseId}`.execute(opened.owner);
  expect(await formerRows()).not.toEqual(today);
  await sql.raw(FORMER_ROWS).execute(opened.owner);
  expect(await formerRows()).toEqual(today);
});
