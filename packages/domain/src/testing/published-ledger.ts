import type { ContractTerm } from "../agency/contract.ts";
import { reverse } from "../assignment/amend.ts";
import { assign, type AssignmentDecision } from "../assignment/assign.ts";
import { chainLine, GENESIS_HASH, type Sha256 } from "../assignment/chain.ts";
import {
  type Checkpoint,
  ledgerKeyId,
  needsCheckpoint,
  type Sign,
  signCheckpoint,
} from "../assignment/checkpoint.ts";
import type { LedgerLine } from "../assignment/ledger-line.ts";
import {
  publishedPolicy,
  type PublishedLedger,
  publishedRule,
  termsText,
  termsUsedBy,
} from "../assignment/published.ts";
import { emptyRotation, type RotationEpoch } from "../assignment/rotation.ts";
import { standingTurns } from "../assignment/standing.ts";
import type { ContractAreaId, ContractId, OrganizationId, StaffId } from "../kernel/ids.ts";
import { instant } from "../kernel/instant.ts";
import { addDays, type PlainDate, plainDate } from "../kernel/plain-date.ts";
import type { Result } from "../kernel/result.ts";
import { defaultPolicyBook, type PolicyBook } from "../policy/policy-book.ts";

export interface LedgerPlan {
  readonly lines: number;
  /** Numbers from 0 to 1; the same sequence gives the same ledger. */
  readonly chance: () => number;
  readonly sha256: Sha256;
  /** The key that signs from the first day on. */
  readonly key: { readonly publicKey: string; readonly sign: Sign };
  /** Lines a day; the day's last one is signed. */
  readonly perDay?: number;
}

const AREA = "Waterloo" as ContractAreaId;
const [PRAIRIE, RIVER_BEND] = ["Prairie" as OrganizationId, "River Bend" as OrganizationId];
const FIRST_DAY = plainDate("2026-07-01");
const TIME_ZONE = "America/Chicago";

const term = (organizationId: OrganizationId, position: 1 | 2, year: 1 | 2): ContractTerm => ({
  id: `${organizationId} ${year}` as ContractId,
  organizationId,
  position,
  from: year === 1 ? FIRST_DAY : RENEWAL,
  to: year === 1 ? addDays(RENEWAL, -1) : plainDate("2099-12-31"),
  subcontractors: [],
});
const RENEWAL = addDays(FIRST_DAY, 20);
const contracts = [1, 2].flatMap((year) => [
  term(PRAIRIE, 1, year as 1 | 2),
  term(RIVER_BEND, 2, year as 1 | 2),
]);

/** Two books: in the second the tie rule changes on a day. */
const BOOKS: readonly PolicyBook[] = [
  { ...defaultPolicyBook("IA_FSRP"), number: 1 },
  {
    ...defaultPolicyBook("IA_FSRP"),
    number: 2,
    settings: [
      ...defaultPolicyBook("IA_FSRP").settings,
      {
        key: "tieBreak",
        value: "STARTER_FIRST",
        validFrom: addDays(FIRST_DAY, 30),
        source: "test",
      },
    ],
  },
];
const SECOND_BOOK_FROM = addDays(FIRST_DAY, 10);

/**
 * An area's ledger as the rotation gives it, with overrides, withdrawals, a renewal of both contracts, a new policy book, a
 * setting that changes on a day, and a checkpoint after each day.
 */
export const ledgerOfCourse = (plan: LedgerPlan): PublishedLedger => {
  const { sha256, chance, key, perDay = 4 } = plan;
  const lines: LedgerLine[] = [];
  const epochs: RotationEpoch[] = [];
  const checkpoints: Checkpoint[] = [];
  const reversed = new Set<number>();
  const keyId = ledgerKeyId(key.publicKey, sha256);
  const policies = BOOKS.map(publishedPolicy);
  let head = emptyRotation(AREA);
  const keep = (decision: AssignmentDecision): void => {
    lines.push(chainLine(decision.line, lines.at(-1)?.hash ?? GENESIS_HASH, sha256));
    epochs.push(...decision.begun);
    head = decision.head;
  };

  for (let count = 0; lines.length < plan.lines; count += 1) {
    const on = addDays(FIRST_DAY, Math.floor(count / perDay));
    const at = instant(
      new Date(Date.parse(`${on}T14:00:00Z`) + (count % perDay) * 600_000).toISOString(),
    );
    const book = BOOKS[on < SECOND_BOOK_FROM ? 0 : 1] as PolicyBook;
    const known = { contracts, starters: [contracts[0]?.id as ContractId] };
    const back = lines[lines.length - 1 - Math.floor(chance() * 6)];
    if (chance() < 0.06 && back?.kind === "ASSIGNMENT" && !reversed.has(back.seq)) {
      const facts = { ...known, standing: standingTurns(lines, back), reversed: false };
      keep(must(reverse(head, { line: back, serviceType: "FSRP", on, at }, facts, book)));
      reversed.add(back.seq);
    } else {
      const target = chance() < 0.5 ? PRAIRIE : RIVER_BEND;
      const override = chance() < 0.15 && {
        target,
        priorService: [{ organizationId: target, from: on }],
        believedBeneficialBy: ["DEPARTMENT_WORKER"] as const,
        reason: "CONTINUITY",
        requestedBy: "worker" as StaffId,
      };
      const request = { referralKey: `R${count + 1}`, serviceType: "FSRP" as const, at };
      keep(
        must(
          assign(head, { ...request, submittedOn: on, ...(override && { override }) }, known, book),
        ),
      );
    }
    if ((count + 1) % perDay === 0) sign(on);
  }
  return ledger();

  function sign(day: PlainDate): void {
    const { seq, hash } = lines.at(-1) as LedgerLine;
    if (!needsCheckpoint({ seq, key: keyId }, checkpoints.at(-1))) return;
    const terms = sha256(termsText({ epochs, policies }, termsUsedBy(lines)));
    const end = { area: AREA, day, seq, hash, terms, key: keyId };
    checkpoints.push(signCheckpoint(end, checkpoints.at(-1), sha256, key.sign));
  }

  function ledger(): PublishedLedger {
    const used = termsUsedBy(lines).policyNumbers;
    return {
      format: "kinward.ledger",
      version: 1,
      area: { id: AREA, name: "Waterloo" },
      timeZone: TIME_ZONE,
      contractors: [
        { id: PRAIRIE, name: "Prairie Family Services" },
        { id: RIVER_BEND, name: "River Bend Family Care" },
      ],
      rule: publishedRule(),
      policies: policies.filter(({ policyNumber }) => used.has(policyNumber)),
      epochs,
      keys: [{ id: keyId, publicKey: key.publicKey, from: FIRST_DAY }],
      checkpoints,
      lines,
    };
  }
};

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
};
