import type { ContractTerm } from "../agency/contract.ts";
import type { ContractAreaId, ContractId, OrganizationId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { ServiceType } from "../people/people.ts";
import type { AssignmentMethod } from "./ledger-line.ts";
import type { Random } from "./arrivals-random.ts";

/**
 * What happened in a contract area as its order of turns sees it: when, which service, what was asked for, what belongs
 * together. No attribute of a family, and nothing of whose turn it was: that is for the rule to say again.
 */
export type Arrival = ReferralArrival | WithdrawalArrival | MoveArrival | CorrectionArrival;

interface Happened {
  /** Names the referral, the same in all that concerns it. */
  readonly key: string;
  readonly on: PlainDate;
  readonly at: Instant;
  /** Number of the policy book by which it was decided; absent in generated arrivals. */
  readonly policyNumber?: number;
}

export interface ReferralArrival extends Happened {
  readonly kind: "REFERRAL";
  readonly serviceType: ServiceType;
  /** A proven override to this contractor. */
  readonly override?: OrganizationId;
  readonly transfer?: true;
  /** Where the case had safety plan services. */
  readonly safetyPlan?: EarlierReferral & { readonly closedOn?: PlainDate };
  /** Withdrawn referrals of the same family whose turn was reversed. */
  readonly withdrawn?: readonly (EarlierReferral & { readonly withdrawnOn: PlainDate })[];
}

/** An earlier referral: of this area by its key, of another one by what it came to. */
export type EarlierReferral =
  | { readonly key: string }
  | { readonly contractor: OrganizationId; readonly method: AssignmentMethod };

/** Withdrawn before its effective date, so that its turn is reversed (DEC-35). */
export interface WithdrawalArrival extends Happened {
  readonly kind: "WITHDRAWAL";
}
/** Moved to the successor at the end of a contract (DEC-42). */
export interface MoveArrival extends Happened {
  readonly kind: "MOVE";
  readonly successor: OrganizationId;
  /** First day of the successor, where that is later. */
  readonly servesFrom?: PlainDate;
}
/** An administrator's correction. */
export interface CorrectionArrival extends Happened {
  readonly kind: "CORRECTION";
  readonly contractor: OrganizationId;
  readonly counted: boolean;
}

/** What the rotation of an area reads besides the arrivals, each with the moment since which it was known. */
export interface RotationSetting {
  readonly area: ContractAreaId;
  /** Activated contracts; without a moment: known from the beginning. */
  readonly contracts: readonly (ContractTerm & { readonly knownAt?: Instant })[];
  /** Contracts named for a first turn, in order. */
  readonly starters: readonly { readonly contractId: ContractId; readonly knownAt?: Instant }[];
}

/**
 * The same arrivals with overrides drawn anew: a share of the referrals asks for a contractor, the first of the pair with
 * probability `lean`. Transfers never do, nor does a family that goes on from a safety plan: it keeps its contractor.
 */
export const withOverrides = (
  arrivals: readonly Arrival[],
  pair: readonly [OrganizationId, OrganizationId],
  { share, lean }: { readonly share: number; readonly lean: number },
  random: Random,
): readonly Arrival[] =>
  arrivals.map((arrival) => {
    if (arrival.kind !== "REFERRAL" || arrival.transfer || arrival.safetyPlan) return arrival;
    const { override: _, ...plain } = arrival;
    // Two draws for each, whatever comes of them: another share does not change whom the others ask for.
    const asks = random() < share;
    const first = random() < lean;
    return asks ? { ...plain, override: pair[first ? 0 : 1] } : plain;
  });
