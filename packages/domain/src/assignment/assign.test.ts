import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { ContractTerm } from "../agency/contract.ts";
import type { ContractAreaId, ContractId, OrganizationId, StaffId } from "../kernel/ids.ts";
import { instant } from "../kernel/instant.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { codeText } from "../kernel/result.ts";
import { defaultPolicyBook, withSettings } from "../policy/policy-book.ts";
import { covers } from "../testing/covers.ts";
import { moveAtContractEnd, reverse } from "./amend.ts";
import {
  assign,
  type AssignmentDecision,
  type AssignmentFacts,
  type AssignmentRequest,
} from "./assign.ts";
import { chainLine, GENESIS_HASH } from "./chain.ts";
import { explainAssignment } from "./explain.ts";
import type { LedgerLine } from "./ledger-line.ts";
import {
  emptyRotation,
  type nextContractor,
  type RotationHead,
  rotationRulesOn,
} from "./rotation.ts";
import { standingTurns } from "./standing.ts";

const A = "Prairie" as OrganizationId;
const B = "River Bend" as OrganizationId;
const area = "Ames" as ContractAreaId;
const today = plainDate("2026-11-23");
const book = defaultPolicyBook("IA_FSRP");
const contract = (
  organizationId: OrganizationId,
  position: 1 | 2,
  more: Partial<ContractTerm> = {},
): ContractTerm => ({
  id: `contract of ${organizationId}` as ContractId,
  organizationId,
  position,
  from: plainDate("2026-01-01"),
  to: plainDate("2027-06-30"),
  subcontractors: [],
  ...more,
});
const facts: AssignmentFacts = {
  contracts: [contract(A, 1), contract(B, 2)],
  starters: ["contract of Prairie" as ContractId],
};
const request = (
  referralKey: string,
  more: Partial<AssignmentRequest> = {},
): AssignmentRequest => ({
  referralKey,
  serviceType: "FSRP",
  submittedOn: today,
  at: instant("2026-11-23T15:00:00Z"),
  ...more,
});
const override = (target: OrganizationId) => ({
  target,
  priorService: [{ organizationId: target, from: plainDate("2025-03-01") }],
  believedBeneficialBy: ["FAMILY" as const],
  reason: "CONTINUITY",
  requestedBy: "worker" as StaffId,
});
const must = (result: ReturnType<typeof assign>): AssignmentDecision => {
  if (!result.ok) throw new Error(result.refusals.map(codeText).join());
  return result.value;
};
const codes = (result: ReturnType<typeof assign>) =>
  result.ok ? [] : result.refusals.map(codeText);
const series = (head: RotationHead, count: number) => {
  const given: OrganizationId[] = [];
  let at = head;
  for (let n = 0; n < count; n++) {
    const decision = must(assign(at, request(`S${at.seq}`), facts, book));
    given.push(decision.line.contractor);
    at = decision.head;
  }
  return { head: at, given };
};

describe("the pair of contracts", () => {
  test(
    "a turn is taken on the submission day, so only contracts in force on it are eligible" +
      covers("ASG-2", "DEC-38"),
    () => {
      const one = { ...facts, contracts: [contract(A, 1)] };
      expect(codes(assign(emptyRotation(area), request("R1"), one, book))).toEqual([
        "AREA_NEEDS_TWO_CONTRACTORS",
      ]);
      const late = request("R1", { submittedOn: plainDate("2027-07-01") });
      expect(codes(assign(emptyRotation(area), late, facts, book))).toEqual([
        "NO_ACTIVE_CONTRACTOR",
      ]);
      const third = {
        ...facts,
        contracts: [...facts.contracts, contract("Kirkwood" as OrganizationId, 2)],
      };
      expect(codes(assign(emptyRotation(area), request("R1"), third, book))).toEqual([
        "CONTRACTS_MORE_THAN_TWO",
      ]);
    },
  );

  test(
    "a single contractor, where allowed, is forced: not counted, without effect on the next turn" +
      covers("DEC-38"),
    () => {
      const allowing = withSettings(book, { allowSingleContractor: true });
      const { head } = must(assign(emptyRotation(area), request("R1"), facts, book));
      const single = { ...facts, contracts: [contract(A, 1)] };
      const forced = must(assign(head, request("R2"), single, allowing));
      expect(forced.line).toMatchObject({
        contractor: A,
        method: "FORCED",
        counted: 0,
        outOfOrder: 0,
        before: 1,
        after: 1,
      });
      expect(must(assign(forced.head, request("R3"), facts, book)).line.contractor).toBe(B);
    },
  );

  test("the administrator names the first turn of an area" + covers("DEC-31"), () => {
    const named = { ...facts, starters: ["contract of River Bend" as ContractId] };
    expect(must(assign(emptyRotation(area), request("R1"), named, book)).line.contractor).toBe(B);
    expect(
      codes(assign(emptyRotation(area), request("R1"), { ...facts, starters: [] }, book)),
    ).toEqual(["STARTER_REQUIRED"]);
  });

  test(
    "renewal of the same two exchanges neither balance nor turn when they exchange positions" +
      covers("ASG-11", "DEC-36"),
    () => {
      const first = must(
        assign(emptyRotation(area), request("R1", { override: override(A) }), facts, book),
      );
      const second = must(
        assign(first.head, request("R2", { override: override(A) }), facts, book),
      );
      const renewed: AssignmentFacts = {
        contracts: [
          ...facts.contracts,
          contract(B, 1, {
            id: "B2" as ContractId,
            from: plainDate("2027-07-01"),
            to: plainDate("2028-06-30"),
          }),
          contract(A, 2, {
            id: "A2" as ContractId,
            from: plainDate("2027-07-01"),
            to: plainDate("2028-06-30"),
          }),
        ],
        starters: [],
      };
      const third = must(
        assign(second.head, request("R3", { submittedOn: plainDate("2027-07-01") }), renewed, book),
      );
      expect(third.begun).toMatchObject([
        { number: 2, opening: { COMBINED: { balance: -2, last: { seq: 2, contractor: A } } } },
      ]);
      expect(third.line).toMatchObject({
        epoch: 2,
        contractor: B,
        method: "EQUALIZING",
        before: -2,
        after: -1,
      });
    },
  );
});

describe("the order of turns", () => {
  test(
    "without overrides the counts never differ by more than one" + covers("ASG-3", "DEC-30"),
    () => {
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom("FSRP" as const, "SAFETY_PLAN" as const), { maxLength: 80 }),
          (services) => {
            let head = emptyRotation(area);
            services.forEach((serviceType, n) => {
              head = must(assign(head, request(`R${n}`, { serviceType }), facts, book)).head;
              const [a, b] = head.lanes.COMBINED?.counts ?? [0, 0];
              expect(Math.abs(a - b)).toBeLessThanOrEqual(1);
            });
          },
        ),
        { seed: 1 },
      );
    },
  );

  test(
    "a lead of k is repaid by exactly the next k ordinary turns" + covers("ASG-8", "DEC-30"),
    () => {
      fc.assert(
        fc.property(
          fc.nat(20),
          fc.integer({ min: 1, max: 12 }),
          fc.boolean(),
          (turns, overrides, toA) => {
            let { head } = series(emptyRotation(area), turns);
            const target = toA ? A : B;
            for (let n = 0; n < overrides; n++)
              head = must(
                assign(head, request(`O${n}`, { override: override(target) }), facts, book),
              ).head;
            const balance = head.lanes.COMBINED?.balance ?? 0;
            const behind = balance > 0 ? B : A;
            const k = Math.abs(balance);
            const { given } = series(head, k + 1);
            expect(given.slice(0, k)).toEqual(Array.from({ length: k }, () => behind));
            // Without a lead the first of them alternates as ever.
            expect(k === 0 || given[k] !== behind).toBe(true);
          },
        ),
        { seed: 2 },
      );
    },
  );

  test(
    "no attribute of a family can be passed to the choice, and nothing but pair, balance and last turn decides" +
      covers("ASG-4"),
    () => {
      type Known =
        | keyof Parameters<typeof nextContractor>[0]
        | keyof Parameters<typeof nextContractor>[1];
      expectTypeOf<Known>().toEqualTypeOf<"contractors" | "starter" | "balance" | "last">();
      type Request = keyof AssignmentRequest;
      expectTypeOf<Request>().toEqualTypeOf<
        "referralKey" | "serviceType" | "submittedOn" | "at" | "override" | "transfer"
      >();
      fc.assert(
        fc.property(fc.nat(30), fc.uuid(), fc.uuid(), (turns, one, other) => {
          const { head } = series(emptyRotation(area), turns);
          const chosen = (key: string) =>
            must(assign(head, request(key), facts, book)).line.contractor;
          expect(chosen(one)).toBe(chosen(other));
        }),
        { seed: 3 },
      );
    },
  );

  test(
    "after an override at balance 0 the tie goes on from the last turn, or to the starter" +
      covers("DEC-30"),
    () => {
      const { head } = series(emptyRotation(area), 4);
      const moved = must(assign(head, request("R5", { override: override(B) }), facts, book));
      expect(moved.line).toMatchObject({ outOfOrder: 1, before: 0, after: -1 });
      expect(series(moved.head, 2).given).toEqual([A, B]);
      const starterFirst = withSettings(book, { tieBreak: "STARTER_FIRST" });
      const repaid = must(assign(moved.head, request("R6"), facts, starterFirst));
      expect(must(assign(repaid.head, request("R7"), facts, starterFirst)).line.contractor).toBe(A);
    },
  );
});

describe("exceptions of the policy", () => {
  test("all codes that apply to an override come at once" + covers("ASG-7", "DEC-34"), () => {
    const bare = {
      ...override("Kirkwood" as OrganizationId),
      priorService: [],
      believedBeneficialBy: [],
      reason: "CLOSER",
    };
    expect(
      codes(assign(emptyRotation(area), request("R1", { override: bare }), facts, book)).toSorted(),
    ).toEqual([
      "OVERRIDE_BELIEF_REQUIRED",
      "OVERRIDE_NO_PRIOR_SERVICE",
      "OVERRIDE_REASON_REQUIRED",
      "OVERRIDE_TARGET_NOT_ACTIVE",
    ]);
    const supervised = withSettings(book, { overrideRequiresSupervisor: true });
    const asked = (more: object) =>
      codes(
        assign(
          emptyRotation(area),
          request("R1", { override: { ...override(A), ...more } }),
          facts,
          supervised,
        ),
      );
    expect(asked({})).toEqual(["SUPERVISOR_APPROVAL_REQUIRED"]);
    expect(asked({ approvedBy: "worker" })).toEqual(["APPROVER_IS_REQUESTER"]);
    expect(asked({ approvedBy: "supervisor" })).toEqual([]);
  });

  test(
    "service by an organization that is a subcontractor today supports the override, a former one does not" +
      covers("ASG-7"),
    () => {
      const served = {
        ...override(B),
        priorService: [
          { organizationId: "Harvest Home" as OrganizationId, from: plainDate("2025-01-01") },
        ],
      };
      const withSub = (to?: string): AssignmentFacts => ({
        ...facts,
        contracts: [
          contract(A, 1),
          contract(B, 2, {
            subcontractors: [
              {
                organizationId: "Harvest Home" as OrganizationId,
                from: plainDate("2026-01-01"),
                ...(to && { to: plainDate(to) }),
              },
            ],
          }),
        ],
      });
      const asked = (known: AssignmentFacts) =>
        codes(assign(emptyRotation(area), request("R1", { override: served }), known, book));
      expect(asked(withSub())).toEqual([]);
      expect(asked(withSub("2026-11-22"))).toEqual(["OVERRIDE_NO_PRIOR_SERVICE"]);
    },
  );

  test(
    "the safety plan contractor keeps the case until it is closed, even alone in the area" +
      covers("ASG-6", "DEC-33", "DEC-38"),
    () => {
      const { head } = must(
        assign(emptyRotation(area), request("R1", { serviceType: "SAFETY_PLAN" }), facts, book),
      );
      const kept = { ...facts, safetyPlan: { contractor: A, seq: 1 } };
      const asked = assign(head, request("R2", { override: override(B) }), kept, book);
      expect(codes(asked)).toEqual(["SAFETY_PLAN_CONTRACTOR_RETAINED"]);
      const line = {
        contractor: A,
        method: "CARRY_OVER",
        counted: 0,
        outOfOrder: 0,
        refersToSeq: 1,
        before: 1,
        after: 1,
      };
      expect(
        must(assign(head, request("R2", { override: override(A) }), kept, book)).line,
      ).toMatchObject(line);
      const alone = { ...kept, contracts: [contract(A, 1)] };
      expect(must(assign(head, request("R2"), alone, book)).line).toMatchObject(line);
      const closed = {
        ...kept,
        safetyPlan: { contractor: A, seq: 1, closedOn: plainDate("2026-11-22") },
      };
      expect(must(assign(head, request("R2"), closed, book)).line).toMatchObject({
        contractor: B,
        method: "ROTATION",
        counted: 1,
      });
    },
  );

  test(
    "a withdrawal before the effective date gives the turn back; the family returns to the same contractor for 30 days" +
      covers("ASG-10", "DEC-35"),
    () => {
      const { head } = series(emptyRotation(area), 2);
      const third = must(assign(head, request("R3"), facts, book));
      const line = chainLine(third.line, GENESIS_HASH, () => GENESIS_HASH);
      const amendment = {
        line,
        serviceType: "FSRP" as const,
        on: plainDate("2026-12-03"),
        at: instant("2026-12-03T15:00:00Z"),
      };
      const standing = [
        { seq: 1, contractor: A },
        { seq: 2, contractor: B },
        { seq: 3, contractor: A },
      ];
      const back = reverse(third.head, amendment, { ...facts, standing, reversed: false }, book);
      expect(must(back).line).toMatchObject({
        kind: "REVERSAL",
        contractor: A,
        counted: 0,
        before: 1,
        after: 0,
        refersToSeq: 3,
      });
      expect(
        codes(reverse(third.head, amendment, { ...facts, standing, reversed: true }, book)),
      ).toEqual(["INVALID_TRANSITION"]);
      const again = (submittedOn: string) => {
        const withdrawn = [
          {
            contractor: A,
            seq: 3,
            withdrawnOn: plainDate("2026-12-03"),
            method: "ROTATION" as const,
          },
        ];
        const { head: after } = must(assign(must(back).head, request("R4"), facts, book));
        return must(
          assign(
            after,
            request("R5", { submittedOn: plainDate(submittedOn) }),
            { ...facts, withdrawn },
            book,
          ),
        ).line;
      };
      expect(must(assign(must(back).head, request("R4"), facts, book)).line.contractor).toBe(A);
      expect(again("2027-01-02")).toMatchObject({
        contractor: A,
        method: "RESUBMISSION",
        counted: 1,
        outOfOrder: 1,
        refersToSeq: 3,
      });
      expect(again("2027-01-03")).toMatchObject({ contractor: B, method: "ROTATION" });
    },
  );

  test(
    "a family that moves takes an ordinary turn of its new area; open cases move uncounted at contract end" +
      covers("ASG-12", "DEC-42"),
    () => {
      const { head } = series(emptyRotation(area), 1);
      const moved = must(assign(head, request("R2", { transfer: true }), facts, book));
      expect(moved.line).toMatchObject({
        contractor: B,
        method: "TRANSFER",
        counted: 1,
        outOfOrder: 0,
      });
      const line = chainLine(moved.line, GENESIS_HASH, () => GENESIS_HASH);
      const amendment = {
        line,
        serviceType: "FSRP" as const,
        on: today,
        at: instant("2026-11-23T15:00:00Z"),
        successor: A,
      };
      const given = moveAtContractEnd(
        moved.head,
        amendment,
        { ...facts, standing: [], reversed: false },
        book,
      );
      expect(must(given).line).toMatchObject({
        kind: "MOVE",
        contractor: A,
        method: "TRANSFER",
        counted: 0,
        before: 0,
        after: 0,
      });
    },
  );

  test(
    "a carry-over or resubmission that refers to a line changes nothing about it" +
      covers("ASG-10"),
    () => {
      const lines = [
        { kind: "ASSIGNMENT", seq: 1, epoch: 1, lane: "COMBINED", counted: 1, contractor: A },
        {
          kind: "ASSIGNMENT",
          seq: 2,
          epoch: 1,
          lane: "FSRP",
          counted: 1,
          contractor: B,
          refersToSeq: 1,
        },
        {
          kind: "REVERSAL",
          seq: 3,
          epoch: 1,
          lane: "COMBINED",
          counted: 0,
          contractor: A,
          refersToSeq: 1,
        },
        {
          kind: "ASSIGNMENT",
          seq: 4,
          epoch: 1,
          lane: "COMBINED",
          counted: 1,
          contractor: B,
          refersToSeq: 1,
        },
      ] as unknown as LedgerLine[];
      expect(standingTurns(lines, { epoch: 1, lane: "COMBINED" })).toEqual([
        { seq: 4, contractor: B },
      ]);
    },
  );
});

test(
  "a line explains itself: pool, whose turn and why, what was repaid, citation; the part for everyone names no balance" +
    covers("ASG-3", "ASG-8"),
  () => {
    const { head } = series(emptyRotation(area), 1);
    const led = must(assign(head, request("R2", { override: override(A) }), facts, book)).head;
    const { line } = must(assign(led, request("R3"), facts, book));
    const why = explainAssignment(line, led, rotationRulesOn(book, today));
    expect(why.ledger).toEqual({
      pool: [
        { contractor: A, before: 2, after: 2 },
        { contractor: B, before: 0, after: 1 },
      ],
      before: 2,
      after: 1,
      turnOf: B,
      because: "BEHIND",
      last: { seq: 2, contractor: A },
      repaid: { lead: 2, left: 1 },
    });
    expect(why.cites).toEqual(["IA_TOPIC_6:34, 39"]);
    expect(why.parts).toEqual([
      { code: "ASSIGNED_EQUALIZING", params: { contractor: B, turn: 3 } },
    ]);
  },
);

test("a paused area takes no referral, carried over or not" + covers("ASG-2"), () => {
  const paused = { ...facts, pauses: [{ from: today }] };
  const codes = (decided: ReturnType<typeof assign>) =>
    decided.ok ? [] : decided.refusals.map((refusal) => refusal.code);
  expect(codes(assign(emptyRotation(area), request("k1"), paused, book))).toEqual(["AREA_PAUSED"]);
  const carried = { ...paused, safetyPlan: { contractor: A } };
  expect(codes(assign(emptyRotation(area), request("k1"), carried, book))).toEqual(["AREA_PAUSED"]);
  const later = { ...facts, pauses: [{ from: plainDate("2026-11-24") }] };
  expect(codes(assign(emptyRotation(area), request("k1"), later, book))).toEqual([]);
});
