import fc from "fast-check";
import { expect, test } from "vitest";
import type { ContractTerm } from "../agency/contract.ts";
import type { ContractAreaId, ContractId, OrganizationId, StaffId } from "../kernel/ids.ts";
import { instant } from "../kernel/instant.ts";
import { plainDate } from "../kernel/plain-date.ts";
import type { Result } from "../kernel/result.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";
import { covers } from "../testing/covers.ts";
import { correctTurn, moveAtContractEnd, reverse } from "./amend.ts";
import { assign, type AssignmentDecision } from "./assign.ts";
import { chainLine, GENESIS_HASH } from "./chain.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { replay } from "./replay.ts";
import { emptyRotation, laneHead, type RotationEpoch, rotationRulesOn } from "./rotation.ts";
import { standingTurns } from "./standing.ts";

const book = defaultPolicyBook("IA_FSRP");
const area = "Dubuque" as ContractAreaId;
const on = plainDate("2026-11-23");
const at = instant("2026-11-23T15:00:00Z");
const PAIR = ["A" as OrganizationId, "B" as OrganizationId] as const;
const contracts = PAIR.map((organizationId, index): ContractTerm => ({
  id: `contract ${organizationId}` as ContractId,
  organizationId,
  position: index === 0 ? 1 : 2,
  from: plainDate("2026-01-01"),
  to: plainDate("2027-12-31"),
  subcontractors: [],
}));
const known = { contracts, starters: [contracts[0]?.id as ContractId] };

/** An area to which things happen, and beside it whose turn each line is, kept by the plainest means. */
class Area {
  head = emptyRotation(area);
  readonly lines: LedgerLine[] = [];
  readonly epochs: RotationEpoch[] = [];
  readonly turns = new Map<number, OrganizationId>();
  readonly gone = new Set<number>();

  get balance(): number {
    return this.head.epoch === undefined ? 0 : (laneHead(this.head, "COMBINED")?.balance ?? 0);
  }
  /** Turns of A minus turns of B as they stand. */
  get difference(): number {
    return [...this.turns.values()].reduce((sum, one) => sum + (one === PAIR[0] ? 1 : -1), 0);
  }
  keep(decided: Result<AssignmentDecision>): LedgerLine | undefined {
    if (!decided.ok) return undefined;
    const { line: draft, begun, head } = decided.value;
    const line = chainLine(draft, GENESIS_HASH, () => GENESIS_HASH);
    this.lines.push(line);
    this.epochs.push(...begun);
    this.head = head;
    return line;
  }
  refer(target?: OrganizationId): LedgerLine {
    const override = target && {
      target,
      priorService: [{ organizationId: target, from: on }],
      believedBeneficialBy: ["FAMILY" as const],
      reason: "CONTINUITY",
      requestedBy: "worker" as StaffId,
    };
    const request = {
      referralKey: `key ${this.lines.length}`,
      serviceType: "FSRP" as const,
      submittedOn: on,
      at,
      ...(override && { override }),
    };
    const line = this.keep(assign(this.head, request, known, book));
    if (line === undefined) throw new Error("a referral was refused");
    this.turns.set(line.seq, line.contractor);
    return line;
  }
  facts(line: LedgerLine) {
    return {
      ...known,
      standing: standingTurns(this.lines, line),
      reversed: this.gone.has(line.seq),
    };
  }
  about = (line: LedgerLine) => ({ line, serviceType: "FSRP" as const, on, at });
}

type Step =
  | { readonly do: "REFER" }
  | { readonly do: "OVERRIDE"; readonly to: 0 | 1 }
  | { readonly do: "REVERSE"; readonly which: number }
  | { readonly do: "MOVE"; readonly which: number; readonly to: 0 | 1 }
  | {
      readonly do: "CORRECT";
      readonly which: number;
      readonly to: 0 | 1;
      readonly counted: boolean;
    };
const side = fc.constantFrom<0 | 1>(0, 1);
const which = fc.nat(1000);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Step>({ do: "REFER" }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("OVERRIDE" as const), to: side }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("REVERSE" as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("MOVE" as const), which, to: side }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("CORRECT" as const),
      which,
      to: side,
      counted: fc.boolean(),
    }),
  },
);

function take(here: Area, one: Step): void {
  if (one.do === "REFER") return void here.refer();
  if (one.do === "OVERRIDE") return void here.refer(PAIR[one.to]);
  const assignments = here.lines.filter((line) => line.kind === "ASSIGNMENT");
  const line = assignments[one.which % assignments.length];
  if (line === undefined) return;
  const before = here.balance;
  const about = here.about(line);
  if (one.do === "REVERSE") {
    const reversed = here.keep(reverse(here.head, about, here.facts(line), book));
    expect(reversed === undefined).toBe(here.gone.has(line.seq));
    here.gone.add(line.seq);
    here.turns.delete(line.seq);
    return;
  }
  if (one.do === "MOVE") {
    const to = { ...about, successor: PAIR[one.to] };
    const moved = here.keep(moveAtContractEnd(here.head, to, here.facts(line), book));
    expect(moved === undefined).toBe(here.gone.has(line.seq));
    expect(here.balance).toBe(before);
    return;
  }
  const correction = { ...about, contractor: PAIR[one.to], counted: one.counted };
  const standing = here.turns.get(line.seq);
  const same = one.counted ? standing === PAIR[one.to] : standing === undefined;
  const corrected = here.keep(correctTurn(here.head, correction, here.facts(line), book));
  expect(corrected === undefined).toBe(here.gone.has(line.seq) || same);
  if (corrected === undefined) return;
  if (one.counted) here.turns.set(line.seq, PAIR[one.to]);
  else here.turns.delete(line.seq);
}

test(
  "whatever is withdrawn, moved and corrected, the balance is that of the turns that stand, and replay agrees" +
    covers("ASG-8", "ASG-10", "ASG-12", "DEC-35", "DEC-42"),
  () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const here = new Area();
        here.refer();
        for (const one of steps) {
          take(here, one);
          expect(here.balance).toBe(here.difference);
        }
        const verdict = replay(here.lines, {
          area,
          epochs: here.epochs,
          rules: () => rotationRulesOn(book, on),
        });
        expect(verdict).toMatchObject({ ok: true, head: here.head });
        // A lead is repaid by exactly as many ordinary referrals, whatever it came from.
        const lead = Math.abs(here.balance);
        const behind = here.balance > 0 ? PAIR[1] : PAIR[0];
        for (let n = 0; n < lead; n += 1) expect(here.refer().contractor).toBe(behind);
        expect(here.balance).toBe(0);
      }),
      { numRuns: 300, seed: 20_261_122 },
    );
  },
);
