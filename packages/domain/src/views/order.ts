import type { LedgerVerdict } from "../assignment/check-ledger.ts";
import type { LineWhy } from "../assignment/explain-line.ts";
import type { AssignmentMethod, Lane, LedgerKind } from "../assignment/ledger-line.ts";
import type { OrderNow } from "../assignment/order-view.ts";
import type { CaseId, ContractAreaId, OrganizationId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

/** An area whose referral order someone may see. */
export interface OrderArea {
  readonly contractAreaId: ContractAreaId;
  readonly name: string;
  /** Number of the newest line. */
  readonly lines: number;
  readonly endedOn?: PlainDate;
}

/** Which lines: by their day in the agency's zone, how they came about, and whose they are. */
export interface OrderFilter {
  readonly method?: AssignmentMethod | "MOVE" | "CORRECTION";
  readonly contractor?: OrganizationId;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

export interface OrderContractor {
  readonly organizationId: OrganizationId;
  readonly name: string;
}

/** What one contractor got in a period. */
export interface OrderShare {
  readonly contractor: OrganizationId;
  /** All referrals assigned: the sum of the five kinds that follow. */
  readonly referrals: number;
  readonly inTurn: number;
  /** Turns that repaid a lead. */
  readonly repaying: number;
  readonly overrides: number;
  /** Referred again, or transferred from another area. */
  readonly again: number;
  /** Same contractor as the safety plan, or the only one there: no turn. */
  readonly uncounted: number;
  /** Of the referrals those whose turn was taken back later. */
  readonly takenBack: number;
}

/** The balance of one order of turns over one day or month. */
export interface BalancePoint {
  /** `2026-11-23`, or `2026-11`. */
  readonly on: string;
  readonly low: number;
  readonly high: number;
  /** At its end. */
  readonly close: number;
  readonly turns: number;
}
/** The balance under one pair of contracts, in one order of turns; above zero the first contractor is ahead. */
export interface BalanceSeries {
  readonly first: OrganizationId;
  readonly second: OrganizationId;
  readonly from: PlainDate;
  readonly lane: Lane;
  readonly points: readonly BalancePoint[];
}

export interface OrderOverview {
  readonly contractAreaId: ContractAreaId;
  readonly areaName: string;
  readonly today: PlainDate;
  readonly contractors: readonly OrderContractor[];
  readonly now: OrderNow;
  /** The end of the ledger: number and hash of its newest line. */
  readonly head: { readonly seq: number; readonly hash: string; readonly at?: Instant };
  readonly shares: readonly OrderShare[];
  readonly balance: {
    readonly unit: "DAY" | "MONTH";
    readonly series: readonly BalanceSeries[];
    /** Earlier days or months were left out. */
    readonly cut: boolean;
  };
}

/** Two contractors; above zero a balance says how far the first is ahead. */
export interface OrderPair {
  readonly first: OrganizationId;
  readonly second: OrganizationId;
}

/** A pair of contracts that began, as a row of its own before the first line written under it. */
export interface OrderEpoch {
  readonly number: number;
  readonly from: PlainDate;
  readonly pair: OrderPair;
  readonly starter: OrganizationId;
  /** Lead of the first contractor that was carried over, order by order. */
  readonly opening: readonly { readonly lane: Lane; readonly balance: number }[];
}

export interface OrderLine {
  readonly seq: number;
  readonly kind: LedgerKind;
  readonly lane: Lane;
  readonly method: AssignmentMethod;
  readonly counted: boolean;
  readonly outOfOrder: boolean;
  readonly contractor: OrganizationId;
  /** Whose turn it was by the ordinary rule; absent where it was nobody's. */
  readonly dueTo?: OrganizationId;
  /** Whose turns the balance compares. */
  readonly pair?: OrderPair;
  readonly before: number;
  readonly after: number;
  readonly refersToSeq?: number;
  readonly at: Instant;
  /** The case, where the reader may know its number. */
  readonly case?: {
    readonly caseId: CaseId;
    readonly caseNumber: string;
    /** Without a recorded reason. */
    readonly mayOpen: boolean;
  };
  /** Who acted: for the Department only. */
  readonly by?: string;
  /** Pairs of contracts that began with it. */
  readonly begun: readonly OrderEpoch[];
}

export interface OrderPage {
  readonly rows: readonly OrderLine[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** Why a line says what it says: from the line itself and those before it. */
export interface OrderLineWhy extends Pick<
  LineWhy,
  "parts" | "ledger" | "policyNumber" | "cites" | "decisions" | "without"
> {
  readonly seq: number;
  readonly contractors: readonly OrderContractor[];
}

/** The area recomputed from its first line and compared with what is stored. */
export interface OrderReplay {
  readonly verdict: LedgerVerdict;
  readonly checkedAt: Instant;
}
