import type { LedgerVerdict } from "../assignment/check-ledger.ts";
import type { Lane } from "../assignment/ledger-line.ts";
import type { LeadCause } from "../assignment/order-view.ts";
import type {
  AreaPauseId,
  ContractAreaId,
  ContractId,
  EpisodeId,
  OrganizationId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Refusal } from "../kernel/result.ts";
import type { ServiceType } from "../people/people.ts";
import type { OrderLine } from "./order.ts";

/** One order of turns of an area as an administrator sees it. */
export interface RotationLane {
  readonly lane: Lane;
  /** Lead of the first of the pair. */
  readonly balance: number;
  readonly turns: readonly [number, number];
  /** Absent while no referral can be assigned. */
  readonly next?: OrganizationId;
  readonly debt?: {
    readonly to: OrganizationId;
    readonly turns: number;
    readonly causes: readonly LeadCause[];
  };
}

export interface AreaPauseView {
  readonly areaPauseId: AreaPauseId;
  readonly from: PlainDate;
  readonly resumesOn?: PlainDate;
  readonly reason: string;
}

export interface RotationRow {
  readonly contractAreaId: ContractAreaId;
  readonly name: string;
  readonly endedOn?: PlainDate;
  /** Number of the newest line. */
  readonly lines: number;
  /** Absent before the first pair of contracts. */
  readonly epoch?: {
    readonly number: number;
    readonly from: PlainDate;
    readonly pair: readonly [OrganizationId, OrganizationId];
  };
  readonly lanes: readonly RotationLane[];
  /** Why no referral can be assigned today. */
  readonly refusals: readonly Refusal[];
  /** The pause of today, and those to come. */
  readonly pauses: readonly AreaPauseView[];
}

export interface RotationList {
  readonly areas: readonly RotationRow[];
  readonly organizations: Readonly<Record<OrganizationId, string>>;
}

export interface RotationEpochView {
  readonly number: number;
  readonly from: PlainDate;
  readonly pair: readonly [OrganizationId, OrganizationId];
  readonly starter: OrganizationId;
  readonly opening: readonly {
    readonly lane: Lane;
    readonly balance: number;
    readonly lastSeq?: number;
  }[];
}

/** What an area's line is corrected to, or will be, as far as it concerns the screen. */
export interface RotationLine extends OrderLine {
  /** Number of its epoch; 0 before the first. */
  readonly epoch: number;
  /** A correction of it waits for a second person. */
  readonly correctionOpen: boolean;
  /** Another line has taken it back, so that nothing is left to correct. */
  readonly takenBack: boolean;
}

export interface RotationArea {
  readonly area: RotationRow;
  readonly organizations: Readonly<Record<OrganizationId, string>>;
  readonly epochs: readonly RotationEpochView[];
  readonly lines: readonly RotationLine[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** The ledgers of areas computed again from their first lines. */
export interface RotationCheck {
  readonly checkedAt: Instant;
  readonly areas: readonly {
    readonly contractAreaId: ContractAreaId;
    readonly name: string;
    readonly verdict: LedgerVerdict;
  }[];
}

/** A contract that has ended or ends soon and still has open cases. */
export interface EndingContract {
  readonly contractId: ContractId;
  readonly contractAreaId: ContractAreaId;
  readonly areaName: string;
  readonly organizationName: string;
  readonly endsOn: PlainDate;
  /** Numbers only: an administrator sees no content of a case. */
  readonly cases: readonly {
    readonly episodeId: EpisodeId;
    readonly caseNumber: string;
    readonly serviceType: ServiceType;
    readonly effectiveDate: PlainDate;
  }[];
  readonly successors: readonly {
    readonly contractId: ContractId;
    readonly organizationName: string;
    readonly servesFrom: PlainDate;
  }[];
  /** A move of these cases waits for a second person. */
  readonly moveOpen: boolean;
}
