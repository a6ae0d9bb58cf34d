import { enterEpochs } from "./epochs.ts";
import { type Expected, expectedOf, expectedOfClaim, type FamilyTurn } from "./expected.ts";
import { type Act, isReferral, isWithdrawal, type Withdrawal } from "./history.ts";
import { type AreaLedger, type Line, readLine, REGISTER, type Rules } from "./ledger.ts";
import { Repayment } from "./repayment.ts";
import { Rotation } from "./rotation.ts";
import { Findings, type Violation } from "./violation.ts";

/** Decides every line of an area anew, from the history and the lines before it, and compares. */
export function checkReplay(
  ledger: AreaLedger,
  acts: ReadonlyMap<string, Act>,
  rules: Partial<Rules> = {},
): readonly Violation[] {
  const findings = new Findings(`area ${ledger.area}`);
  const area = new Area(new Rotation({ ...REGISTER, ...rules }), acts, findings);
  for (const { commandId, line: raw } of ledger.entries) {
    const read = readLine(raw);
    if ("wrong" in read) {
      findings.add("shape", `line ${String(raw["seq"])} has a wrong ${read.wrong}`);
      continue;
    }
    enterEpochs(area.rotation, ledger.epochs, read.line.epoch, findings);
    area.check(read.line, commandId);
  }
  return findings.found;
}

class Area {
  readonly rotation: Rotation;
  readonly #acts: ReadonlyMap<string, Act>;
  readonly #findings: Findings;
  readonly #repayment: Repayment;
  readonly #families = new Map<string, readonly FamilyTurn[]>();
  readonly #byKey = new Map<string, FamilyTurn>();
  /** Withdrawals that let the turn stand write no line: they are known by their referral. */
  readonly #withdrawals: ReadonlyMap<string, Withdrawal>;

  constructor(rotation: Rotation, acts: ReadonlyMap<string, Act>, findings: Findings) {
    this.rotation = rotation;
    this.#acts = acts;
    this.#findings = findings;
    this.#repayment = new Repayment(rotation, findings);
    const done = [...acts.values()].filter((act) => act.acknowledged !== undefined);
    this.#withdrawals = new Map(
      done.filter(isWithdrawal).map((act) => [act.asked.referralId, act]),
    );
  }

  check(line: Line, commandId: string): void {
    const act = this.#acts.get(commandId);
    if (line.epoch !== (this.rotation.epoch?.number ?? 0))
      this.#findings.add("epoch", `line ${line.seq} is of an epoch that is over or not begun`);
    if (line.kind === "ASSIGNMENT") this.#assignment(line, act);
    else this.#amendment(line, act);
  }

  #assignment(line: Line, act: Act | undefined): void {
    const referral = act !== undefined && isReferral(act) ? act : undefined;
    const before = referral === undefined ? [] : (this.#families.get(referral.asked.family) ?? []);
    for (const one of before) this.#noteStanding(one);
    const expected =
      referral === undefined
        ? expectedOfClaim(this.rotation, line)
        : expectedOf(this.rotation, referral, before);
    this.#compare(line, expected);
    if (line.method === "CARRY_OVER") this.#carryOver(line);
    this.#repayment.turn(line);
    this.rotation.give(line);
    const turn = this.rotation.turns.get(line.seq);
    if (referral === undefined || turn === undefined) return;
    const one: FamilyTurn = { turn, referral };
    this.#byKey.set(line.referralKey, one);
    this.#families.set(referral.asked.family, [...before, one]);
  }

  #noteStanding(one: FamilyTurn): void {
    const withdrawal = this.#withdrawals.get(one.referral.acknowledged?.referralId ?? "");
    if (withdrawal !== undefined && withdrawal.asked.on >= one.referral.asked.effectiveOn)
      one.withdrawnOn ??= withdrawal.asked.on;
  }

  #compare(line: Line, expected: Expected): void {
    const { rotation } = this;
    const counted = rotation.counts(expected.method) ? 1 : 0;
    const before = rotation.difference(line.lane);
    const gained = counted === 1 ? rotation.weight(expected.contractor ?? "") : 0;
    const wanted = {
      method: expected.method,
      contractor: expected.contractor,
      counted,
      outOfOrder: expected.outOfOrder,
      before,
      after: before + gained,
      refersToSeq: expected.refersToSeq,
    };
    this.#differences(line, wanted);
  }

  #differences(line: Line, wanted: Readonly<Partial<Record<keyof Line, unknown>>>): void {
    for (const [name, value] of Object.entries(wanted)) {
      const found = line[name as keyof Line];
      if (found !== value)
        this.#findings.add(
          "replay",
          `line ${line.seq} has ${name} ${String(found)} where ${String(value)} follows from the history`,
        );
    }
  }

  #carryOver(line: Line): void {
    const kept = this.rotation.turns.get(line.refersToSeq ?? 0);
    if (kept !== undefined && kept.contractor !== line.contractor)
      this.#findings.add("carry-over", `line ${line.seq} does not keep the contractor of its case`);
    if (line.counted !== 0 || line.before !== line.after)
      this.#findings.add("carry-over", `line ${line.seq} takes a turn`);
  }

  /** A reversal takes back its turn and nothing else; a move changes nothing; a correction states a turn anew. */
  #amendment(line: Line, act: Act | undefined): void {
    const { rotation } = this;
    const turn = rotation.turns.get(line.refersToSeq ?? 0);
    if (turn === undefined || turn.line.referralKey !== line.referralKey || turn.reversed) {
      const why = turn?.reversed ? "was taken back before" : "is not a turn of the same referral";
      this.#findings.add("reversal", `line ${line.seq} is about a line that ${why}`);
      return;
    }
    const here = turn.line.epoch === (rotation.epoch?.number ?? 0);
    const before = rotation.difference(line.lane);
    const gone = here && turn.counts ? rotation.weight(turn.contractor) : 0;
    const stated = here && line.counted === 1 ? rotation.weight(line.contractor) : 0;
    const after = line.kind === "MOVE" ? before : before - gone + stated;
    this.#differences(line, { before, after, outOfOrder: 0 });
    if (line.kind === "REVERSAL") {
      this.#differences(line, { method: "REVERSAL", contractor: turn.contractor, counted: 0 });
      this.#withdrawn(line, turn.line.referralKey, act);
    }
    rotation.amend(line);
    this.#repayment.amended(line.lane);
  }

  #withdrawn(line: Line, referralKey: string, act: Act | undefined): void {
    const family = this.#byKey.get(referralKey);
    if (family === undefined || act === undefined) return;
    const { acknowledged, asked } = family.referral;
    if (!isWithdrawal(act) || act.asked.referralId !== acknowledged?.referralId)
      this.#findings.add("reversal", `line ${line.seq} takes back what nobody withdrew`);
    else if (act.asked.on >= asked.effectiveOn)
      this.#findings.add("reversal", `line ${line.seq} takes back a turn whose services had begun`);
    else family.withdrawnOn = act.asked.on;
  }
}
