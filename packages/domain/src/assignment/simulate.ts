import { ia } from "../kernel/citation.ts";
import type { StaffId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { ServiceType } from "../people/people.ts";
import { type PolicyBook, settingOn } from "../policy/policy-book.ts";
import { correctTurn, moveAtContractEnd, reverse } from "./amend.ts";
import type { Arrival, EarlierReferral, ReferralArrival, RotationSetting } from "./arrivals.ts";
import {
  assign,
  type AssignmentDecision,
  type AssignmentFacts,
  type AssignmentRequest,
} from "./assign.ts";
import type { LedgerLine, LedgerLineDraft } from "./ledger-line.ts";
import type { OverrideRequest } from "./override.ts";
import {
  emptyRotation,
  type RotationEpoch,
  type RotationHead,
  rotationRulesOn,
  type Turn,
} from "./rotation.ts";
import { settleTurn } from "./standing.ts";

/** A ledger as it would have come under some rules. Never stored, never chained. */
export interface SimulationRun {
  readonly lines: readonly SimulatedLine[];
  /** Overrides that these rules refuse; the referral then took the ordinary turn (DEC-34). */
  readonly overridesRefused: number;
  /** Arrivals that these rules refuse altogether, or that change nothing under them. */
  readonly skipped: number;
  /** It was stopped before the last arrival. */
  readonly stopped: boolean;
}
export interface SimulatedLine {
  readonly line: LedgerLineDraft;
  readonly on: Arrival["on"];
  /** Position 1 and 2 of its epoch: the balance is first minus second. Absent before any epoch. */
  readonly pair?: RotationEpoch["contractors"];
}

export interface SimulationOptions {
  /** The policy book that decides an arrival. */
  readonly book: (arrival: Arrival) => PolicyBook;
  /** Asked now and then; no ends the run, which bounds its time. */
  readonly goOn?: () => boolean;
}

/** Arrivals between two questions whether to go on. */
const STRIDE = 256;

/**
 * Runs arrivals through the rotation itself (`assign`, `reverse` and the other amendments): what the ledger would be
 * under other rules. Under the rules that were in force it is the ledger that there is.
 */
export const simulate = rule(
  {
    id: "ASG-8",
    also: ["ASG-3", "ASG-5", "ASG-10"],
    cites: [ia("34"), ia("36-39")],
    decisions: ["DEC-30", "DEC-32", "DEC-35"],
  },
  (
    arrivals: readonly Arrival[],
    setting: RotationSetting,
    options: SimulationOptions,
  ): SimulationRun => {
    const run = new Run(setting);
    const rotationOnly = makeRotationOnly();
    let done = 0;
    for (const arrival of arrivals) {
      if (done % STRIDE === 0 && options.goOn?.() === false) break;
      done += 1;
      run.take(arrival, rotationOnly(options.book(arrival), arrival.on));
    }
    const { lines, overridesRefused, skipped } = run;
    return { lines, overridesRefused, skipped, stopped: done < arrivals.length };
  },
);

/** A book with the settings of the rotation alone: looking for them among all others is most of the work otherwise. */
const makeRotationOnly = () => {
  const made = new Map<PolicyBook, PolicyBook>();
  return (book: PolicyBook, on: PlainDate): PolicyBook => {
    const known = made.get(book);
    if (known !== undefined) return known;
    const keys = Object.keys(rotationRulesOn(book, on));
    const settings = book.settings.filter((version) => keys.includes(version.key));
    const slim = { ...book, settings, holidayYears: [] };
    made.set(book, slim);
    return slim;
  };
};

/** What became of a referral so far. */
interface Placed {
  readonly line: LedgerLineDraft;
  readonly serviceType: ServiceType;
  reversed: boolean;
  /** Who has it now, and by which line. */
  contractor: LedgerLineDraft["contractor"];
  seq: number;
}

/** One pass over the arrivals. */
class Run {
  readonly lines: SimulatedLine[] = [];
  overridesRefused = 0;
  skipped = 0;
  readonly #setting: RotationSetting;
  #head: RotationHead;
  readonly #placed = new Map<string, Placed>();
  readonly #standing = new Map<string, Turn[]>();
  #known: Pick<AssignmentFacts, "contracts" | "starters"> | undefined;
  #knownUntil = "";

  constructor(setting: RotationSetting) {
    this.#setting = setting;
    this.#head = emptyRotation(setting.area);
  }

  take(arrival: Arrival, book: PolicyBook): void {
    if (arrival.kind === "REFERRAL") this.#refer(arrival, book);
    else this.#amend(arrival, book);
  }

  #refer(arrival: ReferralArrival, book: PolicyBook): void {
    const { safetyPlan, withdrawn } = arrival;
    const kept = safetyPlan && this.#earlier(safetyPlan);
    const taken = (withdrawn ?? []).flatMap((one) => {
      const found = this.#earlier(one, true);
      return found === undefined ? [] : [{ ...found, withdrawnOn: one.withdrawnOn }];
    });
    const facts: AssignmentFacts = {
      ...this.#facts(arrival),
      ...(kept && {
        safetyPlan: { ...kept, ...(safetyPlan?.closedOn && { closedOn: safetyPlan.closedOn }) },
      }),
      ...(taken.length > 0 && { withdrawn: taken }),
    };
    const request: AssignmentRequest = {
      referralKey: arrival.key,
      serviceType: arrival.serviceType,
      submittedOn: arrival.on,
      at: arrival.at,
      ...(arrival.transfer && { transfer: true }),
    };
    const asked = arrival.override && provenOverride(arrival.override, arrival, book);
    const first = asked && assign(this.#head, { ...request, override: asked }, facts, book);
    if (first?.ok === false) this.overridesRefused += 1;
    const decided = first?.ok ? first : assign(this.#head, request, facts, book);
    const line = this.#keep(decided, arrival);
    if (line !== undefined)
      this.#placed.set(arrival.key, {
        line,
        serviceType: arrival.serviceType,
        reversed: false,
        contractor: line.contractor,
        seq: line.seq,
      });
  }

  #amend(arrival: Exclude<Arrival, ReferralArrival>, book: PolicyBook): void {
    const placed = this.#placed.get(arrival.key);
    if (placed === undefined) {
      this.skipped += 1;
      return;
    }
    const { line, serviceType, reversed } = placed;
    const amendment = { line: unchained(line), serviceType, on: arrival.on, at: arrival.at };
    const facts = {
      ...this.#facts(arrival),
      standing: turnsThatMatter(this.#standing.get(laneKey(line)) ?? [], line.seq),
      reversed,
    };
    if (arrival.kind === "WITHDRAWAL") {
      const kept = this.#keep(reverse(this.#head, amendment, facts, book), arrival);
      placed.reversed ||= kept !== undefined;
    } else if (arrival.kind === "MOVE") {
      const { successor, servesFrom } = arrival;
      const moved = { ...amendment, successor, ...(servesFrom && { servesFrom }) };
      const kept = this.#keep(moveAtContractEnd(this.#head, moved, facts, book), arrival);
      if (kept !== undefined) Object.assign(placed, { contractor: kept.contractor, seq: kept.seq });
    } else {
      const { contractor, counted } = arrival;
      this.#keep(
        correctTurn(this.#head, { ...amendment, contractor, counted }, facts, book),
        arrival,
      );
    }
  }

  #keep(decided: Result<AssignmentDecision>, arrival: Arrival): LedgerLineDraft | undefined {
    if (!decided.ok) {
      this.skipped += 1;
      return undefined;
    }
    const { line, head } = decided.value;
    this.#head = head;
    const pair = head.epoch?.contractors;
    this.lines.push({ line, on: arrival.on, ...(pair && { pair }) });
    const about = line.kind === "ASSIGNMENT" ? line : this.#placed.get(line.referralKey)?.line;
    // A line about a turn of an earlier epoch changes nothing of the present one.
    if (about?.epoch === line.epoch) settleTurn(this.#turns(about), line);
    return line;
  }

  #turns(line: LedgerLineDraft): Turn[] {
    const key = laneKey(line);
    const found = this.#standing.get(key) ?? [];
    if (!this.#standing.has(key)) this.#standing.set(key, found);
    return found;
  }

  /** What an earlier referral came to in this run; of another area, what it came to there. */
  #earlier(earlier: EarlierReferral, asReversed = false) {
    if (!("key" in earlier)) return earlier;
    const placed = this.#placed.get(earlier.key);
    if (placed === undefined || placed.reversed !== asReversed) return undefined;
    const { line, contractor, seq } = placed;
    return { contractor, seq, method: line.method };
  }

  /** Contracts and starters as they were known at the moment. */
  #facts({ at }: Arrival): Pick<AssignmentFacts, "contracts" | "starters"> {
    if (this.#known !== undefined && at < this.#knownUntil) return this.#known;
    const { contracts, starters } = this.#setting;
    const isKnown = (one: { readonly knownAt?: string }): boolean => (one.knownAt ?? "") <= at;
    const coming = [...contracts, ...starters].flatMap((one) =>
      isKnown(one) || one.knownAt === undefined ? [] : [one.knownAt],
    );
    this.#knownUntil = coming.toSorted()[0] ?? "9999";
    this.#known = {
      contracts: contracts.filter(isKnown),
      starters: starters.filter(isKnown).map((one) => one.contractId),
    };
    return this.#known;
  }
}

const laneKey = ({ epoch, lane }: Pick<LedgerLineDraft, "epoch" | "lane">) => `${epoch}:${lane}`;

/**
 * Of the standing turns the one that is amended and the newest ones: what stands newest afterwards is among them. A long
 * history would otherwise be looked through once for each withdrawal.
 */
const turnsThatMatter = (turns: readonly Turn[], seq: number): readonly Turn[] => {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((turns[middle] as Turn).seq < seq) low = middle + 1;
    else high = middle;
  }
  const newest = turns.slice(-2);
  const found = turns[low];
  return found?.seq === seq && !newest.includes(found) ? [found, ...newest] : newest;
};

/** Amendments read of a line only what was decided; there is no chain here. */
const unchained = (line: LedgerLineDraft): LedgerLine => ({ ...line, prev: "", hash: "" });

/** An override that was granted had its proof; here it stands for itself. */
const provenOverride = (
  target: OverrideRequest["target"],
  { on }: Pick<Arrival, "on">,
  book: PolicyBook,
): OverrideRequest => {
  const [reason] = settingOn(book, "overrideReasonCodes", on);
  return {
    target,
    priorService: [{ organizationId: target, from: on }],
    believedBeneficialBy: ["DEPARTMENT_WORKER"],
    ...(reason !== undefined && { reason }),
    requestedBy: "who asked" as StaffId,
    approvedBy: "who approved" as StaffId,
  };
};
