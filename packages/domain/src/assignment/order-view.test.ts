import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { ContractTerm } from "../agency/contract.ts";
import type { ContractAreaId, ContractId, OrganizationId, StaffId } from "../kernel/ids.ts";
import { instant } from "../kernel/instant.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { defaultPolicyBook, withSettings } from "../policy/policy-book.ts";
import { covers } from "../testing/covers.ts";
import { reverse } from "./amend.ts";
import { assign, type AssignmentDecision } from "./assign.ts";
import { chainLine, GENESIS_HASH } from "./chain.ts";
import { checkLedger } from "./check-ledger.ts";
import { walkLedger } from "./course.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { dueTo, orderNow } from "./order-view.ts";
import { emptyRotation, type RotationEpoch, rotationRulesOn } from "./rotation.ts";
import { standingTurns } from "./standing.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const AREA = "Waterloo" as ContractAreaId;
const TODAY = plainDate("2026-11-23");
const [A, B] = ["Harbor Family" as OrganizationId, "Prairie Bridge" as OrganizationId];
const term = (
  organizationId: OrganizationId,
  position: 1 | 2,
  to = "2027-06-30",
): ContractTerm => ({
  id: `contract ${organizationId}` as ContractId,
  organizationId,
  position,
  from: plainDate("2026-01-01"),
  to: plainDate(to),
  subcontractors: [],
});
const contracts = [term(A, 1), term(B, 2)];
const starters = ["contract Harbor Family" as ContractId];

/** Refers one after another: `[A]` is an override to it, `-3` takes back line 3. */
function course(steps: readonly (OrganizationId | "turn" | number)[], settings = {}) {
  const book = withSettings(defaultPolicyBook("IA_FSRP"), settings);
  const lines: LedgerLine[] = [];
  const epochs: RotationEpoch[] = [];
  let head = emptyRotation(AREA);
  for (const [at, step] of steps.entries()) {
    const moment = instant(`2026-11-23T15:${String(at).padStart(2, "0")}:00Z`);
    const facts = { contracts, starters };
    const about = typeof step === "number" ? (lines[-step - 1] as LedgerLine) : undefined;
    const result =
      about !== undefined
        ? reverse(
            head,
            { line: about, serviceType: "FSRP", on: TODAY, at: moment },
            { ...facts, standing: standingTurns(lines, about), reversed: false },
            book,
          )
        : assign(
            head,
            {
              referralKey: `R${at}`,
              serviceType: "FSRP",
              submittedOn: TODAY,
              at: moment,
              ...(step !== "turn" && {
                override: {
                  target: step as OrganizationId,
                  priorService: [{ organizationId: step as OrganizationId, from: TODAY }],
                  believedBeneficialBy: ["FAMILY"],
                  reason: "CONTINUITY",
                  requestedBy: "worker" as StaffId,
                },
              }),
            },
            facts,
            book,
          );
    if (!result.ok) throw new Error(JSON.stringify(result));
    const decision: AssignmentDecision = result.value;
    lines.push(chainLine(decision.line, lines.at(-1)?.hash ?? GENESIS_HASH, sha256));
    epochs.push(...decision.begun);
    head = decision.head;
  }
  const rules = rotationRulesOn(book, TODAY);
  return { lines, epochs, head, rules, options: { area: AREA, epochs, rules: () => rules } };
}
const now = ({ head, rules, lines }: ReturnType<typeof course>, day = TODAY, terms = contracts) =>
  orderNow(head, { contracts: terms, starters }, day, rules, lines);

test("a lead is shown as debt with the overrides that it goes back to" + covers("ASG-8"), () => {
  // Harbor, then two overrides to it: three ahead, of which two are overrides (S12).
  expect(now(course(["turn", A, A])).lanes).toMatchObject([
    {
      lane: "COMBINED",
      balance: 3,
      pool: [
        { contractor: A, turns: 3 },
        { contractor: B, turns: 0 },
      ],
      next: B,
      debt: {
        to: B,
        turns: 3,
        causes: [
          { seq: 2, kind: "OVERRIDE" },
          { seq: 3, kind: "OVERRIDE" },
        ],
      },
    },
  ]);
  // Two repaid: one is left, and with it the newest override.
  const [left] = now(course(["turn", A, A, "turn", "turn"])).lanes;
  expect(left).toMatchObject({ next: B, debt: { turns: 1, causes: [{ seq: 3 }] } });
  // All repaid: nothing is owed, and the other one is next.
  const [even] = now(course(["turn", A, A, "turn", "turn", "turn"])).lanes;
  expect(even).toMatchObject({ balance: 0, next: A });
  expect(even).not.toHaveProperty("debt");
});

test(
  "what was taken back is no debt, and may be the reason of one" + covers("ASG-8", "ASG-10"),
  () => {
    // The override is withdrawn: Harbor is one ahead by its ordinary turn alone.
    expect(now(course(["turn", A, -2])).lanes).toMatchObject([
      { balance: 1, next: B, debt: { to: B, turns: 1, causes: [] } },
    ]);
    // Prairie's turn is withdrawn after Harbor's second: Harbor is two ahead.
    expect(now(course(["turn", "turn", "turn", -2])).lanes).toMatchObject([
      { balance: 2, next: B, debt: { turns: 2, causes: [{ seq: 4, kind: "REVERSAL" }] } },
    ]);
  },
);

test(
  "who is next is not said when nobody can be, and the reason is" + covers("ASG-2", "ASG-11"),
  () => {
    const after = plainDate("2027-07-01");
    const stopped = now(course(["turn"]), after);
    expect(stopped.refusals.map((one) => one.code)).toEqual(["NO_ACTIVE_CONTRACTOR"]);
    expect(stopped.lanes[0]).not.toHaveProperty("next");

    // The pair is renewed in July: the new epoch has begun, though nobody has had a turn in it.
    const renewed = [
      term(A, 1),
      term(B, 2),
      ...[A, B].map((one, at) => ({
        ...term(one, (at + 1) as 1 | 2, "2028-06-30"),
        id: `renewed ${one}` as ContractId,
        from: after,
      })),
    ];
    const begun = now(course(["turn", A]), after, renewed);
    expect(begun).toMatchObject({
      begins: true,
      epoch: { number: 2, from: after },
      lanes: [
        { balance: 2, next: B, pool: [{ turns: 0 }, { turns: 0 }], debt: { to: B, turns: 2 } },
      ],
    });
  },
);

test("a paused area says so and names nobody", () => {
  const { head, rules, lines } = course(["turn"]);
  const paused = orderNow(
    head,
    { contracts, starters, pauses: [{ from: TODAY }] },
    TODAY,
    rules,
    lines,
  );
  expect(paused.refusals.map((one) => one.code)).toEqual(["AREA_PAUSED"]);
  expect(paused.lanes[0]).toMatchObject({ balance: 1 });
  expect(paused.lanes[0]).not.toHaveProperty("next");
});

test("one contractor alone has no order" + covers("DEC-38"), () => {
  const alone = course(["turn"], { allowSingleContractor: true });
  const only = orderNow(alone.head, { contracts: [term(A, 1)], starters }, TODAY, alone.rules, []);
  expect(only).toMatchObject({ refusals: [], only: A });
  expect(only.lanes[0]).not.toHaveProperty("next");
});

test("two orders of turns stand apart" + covers("ASG-5", "DEC-32"), () => {
  const two = now(course(["turn", A], { rotationScope: "PER_SERVICE_TYPE" }));
  expect(two.lanes.map((lane) => [lane.lane, lane.balance, lane.next])).toEqual([
    ["FSRP", 2, B],
    ["SAFETY_PLAN", 0, A],
  ]);
});

test("whose turn it was is read from the line" + covers("ASG-3"), () => {
  const { lines, epochs } = course(["turn", A, -2]);
  expect(lines.map((line) => dueTo(line, epochs[0]))).toEqual([A, B, undefined]);
});

test("the walk through the lines gives the stored end" + covers("ASG-9"), () => {
  const { lines, head, options } = course(["turn", A, A, "turn", -2, "turn"]);
  expect([...walkLedger(lines, options)].at(-1)?.after).toEqual(head);
});

test.each([
  ["as it was written", (lines: LedgerLine[]) => lines, undefined],
  [
    "a contractor changed by hand",
    (lines: LedgerLine[]) => lines.map((one) => (one.seq === 4 ? { ...one, contractor: A } : one)),
    { check: "RULE", seq: 4, field: "after" },
  ],
  [
    "a moment changed by hand",
    (lines: LedgerLine[]) =>
      lines.map((one) => (one.seq === 2 ? { ...one, at: instant("2026-11-23T09:00:00Z") } : one)),
    { check: "CHAIN", seq: 2, field: "hash" },
  ],
  [
    "a line that stands on another",
    (lines: LedgerLine[]) =>
      lines.map((one) => (one.seq === 3 ? { ...one, prev: GENESIS_HASH } : one)),
    { check: "CHAIN", seq: 3, field: "prev", found: GENESIS_HASH },
  ],
  [
    "the newest line taken away",
    (lines: LedgerLine[]) => lines.slice(0, -1),
    { check: "HEAD", field: "seq", expected: "4", found: "5" },
  ],
] as const)("a replay of %s" + covers("ASG-9"), (_what, change, fault) => {
  const { lines, head, options } = course(["turn", A, A, "turn", "turn"]);
  const stored = { seq: 5, hash: lines.at(-1)?.hash ?? "", head };
  expect(checkLedger(change([...lines]), { ...options, stored }, sha256)).toMatchObject(
    fault === undefined ? { ok: true, lines: 5, hash: stored.hash } : { ok: false, ...fault },
  );
});

test("a stored end that counts otherwise is named" + covers("ASG-9"), () => {
  const { lines, head, options } = course(["turn", A]);
  const stored = (lane: object) => ({
    seq: 2,
    hash: lines.at(-1)?.hash ?? "",
    head: { ...head, lanes: { COMBINED: { ...head.lanes.COMBINED, ...lane } } } as typeof head,
  });
  expect(checkLedger(lines, { ...options, stored: stored({ balance: 1 }) }, sha256)).toMatchObject({
    check: "HEAD",
    field: "balance",
    expected: "2",
    found: "1",
  });
  expect(
    checkLedger(lines, { ...options, stored: stored({ counts: [1, 1] }) }, sha256),
  ).toMatchObject({ check: "HEAD", field: "counts", expected: "2:0", found: "1:1" });
});
