import { expect, test } from "vitest";
import type { ContractTerm } from "../agency/contract.ts";
import type { ContractAreaId, ContractId, OrganizationId, StaffId } from "../kernel/ids.ts";
import { instant } from "../kernel/instant.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";
import { covers } from "../testing/covers.ts";
import { correctTurn, reverse } from "./amend.ts";
import { assign, type AssignmentDecision } from "./assign.ts";
import { chainLine, GENESIS_HASH } from "./chain.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { replay } from "./replay.ts";
import { emptyRotation, type RotationEpoch, rotationRulesOn } from "./rotation.ts";
import { standingTurns } from "./standing.ts";

const book = defaultPolicyBook("IA_FSRP");
const area = "Waterloo" as ContractAreaId;
const at = instant("2026-11-23T15:00:00Z");
const on = plainDate("2026-11-23");
const [A, B] = ["A" as OrganizationId, "B" as OrganizationId];
const term = (organizationId: OrganizationId, position: 1 | 2): ContractTerm => ({
  id: `contract ${organizationId}` as ContractId,
  organizationId,
  position,
  from: plainDate("2026-01-01"),
  to: plainDate("2027-12-31"),
  subcontractors: [],
});
const known = { contracts: [term(A, 1), term(B, 2)], starters: ["contract A" as ContractId] };

const lines: LedgerLine[] = [];
const epochs: RotationEpoch[] = [];
let head = emptyRotation(area);
const keep = (decision: AssignmentDecision): LedgerLine => {
  const line = chainLine(decision.line, GENESIS_HASH, () => GENESIS_HASH);
  lines.push(line);
  epochs.push(...decision.begun);
  head = decision.head;
  return line;
};
const must = <T>(result: { ok: true; value: T } | { ok: false; refusals: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
};
const refer = (referralKey: string, target?: OrganizationId) =>
  keep(
    must(
      assign(
        head,
        {
          referralKey,
          serviceType: "FSRP",
          submittedOn: on,
          at,
          ...(target && {
            override: {
              target,
              priorService: [{ organizationId: target, from: on }],
              believedBeneficialBy: ["DEPARTMENT_WORKER"],
              reason: "CONTINUITY",
              requestedBy: "worker" as StaffId,
            },
          }),
        },
        known,
        book,
      ),
    ),
  );
const amendment = (line: LedgerLine) => ({ line, serviceType: "FSRP" as const, on, at });
const facts = (line: LedgerLine) => ({
  ...known,
  standing: standingTurns(lines, line),
  reversed: false,
});

// A B [A] [A] then two that repay, one of them taken back, one turn corrected, and on.
refer("R1");
refer("R2");
refer("R3", A);
refer("R4", A);
const fifth = refer("R5");
keep(must(reverse(head, amendment(fifth), facts(fifth), book)));
refer("R7");
const eighth = refer("R8");
keep(
  must(
    correctTurn(head, { ...amendment(eighth), contractor: A, counted: true }, facts(eighth), book),
  ),
);
refer("R10");
refer("R11");

const rules = () => rotationRulesOn(book, on);
const verdictOf = (changed: readonly LedgerLine[], known_: readonly RotationEpoch[] = epochs) =>
  replay(changed, { area, epochs: known_, rules });
const edited = (seq: number, change: Partial<LedgerLine>) =>
  lines.map((line) => (line.seq === seq ? { ...line, ...change } : line));

test(
  "replay of the history gives the history, reversals and corrections included" +
    covers("ASG-9", "ASG-10", "DEC-30"),
  () => {
    const verdict = verdictOf(lines);
    expect(verdict).toMatchObject({ ok: true, head: { seq: 11 } });
    expect(verdict.ok && verdict.head.lanes).toEqual(head.lanes);
    expect(verdict.ok && verdict.standing.COMBINED?.map((turn) => turn.seq)).toEqual([
      1, 2, 3, 4, 7, 8, 10, 11,
    ]);
  },
);

// Whoever hashes the chain anew after an edit is found by the published rule.
test.each([
  ["a turn given to the other contractor", edited(2, { contractor: A }), 2, "after"],
  ["its balance adapted as well", edited(2, { contractor: A, after: 2 }), 2, "contractor"],
  ["an override passed off as a turn", edited(4, { method: "ROTATION" }), 4, "contractor"],
  ["an override not counted", edited(3, { counted: 0, after: 0 }), 3, "counted"],
  ["out of order denied", edited(4, { outOfOrder: 0 }), 4, "outOfOrder"],
  ["a repayment called rotation", edited(5, { method: "ROTATION" }), 5, "method"],
  ["a reversal of the wrong line", edited(6, { refersToSeq: 4 }), 6, "referralKey"],
  ["a reversal that keeps the balance", edited(6, { after: 1 }), 6, "after"],
  ["a line left out", lines.filter((line) => line.seq !== 7), 8, "seq"],
  ["a referral assigned twice", edited(7, { referralKey: "R1" }), 7, "referralKey"],
  ["a correction that moves nothing", edited(9, { after: 0 }), 9, "after"],
  ["an unknown epoch", edited(1, { epoch: 2 }), 1, "epoch"],
  ["another order of turns", edited(10, { lane: "FSRP" }), 10, "lane"],
])("replay names %s" + covers("ASG-9", "ASG-4"), (_what, changed, seq, field) => {
  expect(verdictOf(changed)).toMatchObject({ ok: false, seq, field });
});

test(
  "replay names an epoch that opened with another balance or starter than the rule gives" +
    covers("ASG-11", "DEC-36"),
  () => {
    const [first] = epochs as [RotationEpoch];
    expect(verdictOf(lines, [{ ...first, opening: { COMBINED: { balance: 1 } } }])).toMatchObject({
      ok: false,
      field: "opening",
    });
    expect(verdictOf(lines, [{ ...first, starter: "C" as OrganizationId }])).toMatchObject({
      ok: false,
      field: "starter",
    });
  },
);

test(
  "replay names a referral that came back to another contractor, or by a turn that nobody took back" +
    covers("ASG-10", "DEC-35"),
  () => {
    const withdrawn = { contractor: fifth.contractor, seq: fifth.seq, withdrawnOn: on };
    const { line: draft } = must(
      assign(
        head,
        { referralKey: "R12", serviceType: "FSRP", submittedOn: on, at },
        { ...known, withdrawn: [{ ...withdrawn, method: fifth.method }] },
        book,
      ),
    );
    const line = chainLine(draft, GENESIS_HASH, () => GENESIS_HASH);
    expect(line).toMatchObject({ method: "RESUBMISSION", refersToSeq: fifth.seq });
    expect(verdictOf([...lines, line]).ok).toBe(true);
    const given = (change: Partial<LedgerLine>) => verdictOf([...lines, { ...line, ...change }]);
    expect(given({ refersToSeq: 7 })).toMatchObject({ ok: false, seq: 12, field: "refersToSeq" });
    expect(
      given({
        contractor: line.contractor === A ? B : A,
        after: 2 * line.before - line.after,
        outOfOrder: line.outOfOrder === 1 ? 0 : 1,
      }),
    ).toMatchObject({ ok: false, seq: 12, field: "contractor" });
  },
);
