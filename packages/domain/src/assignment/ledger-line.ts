import type { ContractAreaId, OrganizationId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { ServiceType } from "../people/people.ts";

export const LEDGER_KINDS = ["ASSIGNMENT", "REVERSAL", "MOVE", "CORRECTION"] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** Whose order of turns a line belongs to (DEC-32). */
export const LANES = ["COMBINED", "FSRP", "SAFETY_PLAN"] as const;
export type Lane = (typeof LANES)[number];
export type RotationScope = "COMBINED" | "PER_SERVICE_TYPE";

export const laneOf = (scope: RotationScope, serviceType: ServiceType): Lane =>
  scope === "COMBINED" ? "COMBINED" : serviceType;

export const ASSIGNMENT_METHODS = [
  "ROTATION",
  "EQUALIZING",
  "OVERRIDE",
  "CARRY_OVER",
  "RESUBMISSION",
  "REVERSAL",
  "FORCED",
  "TRANSFER",
] as const;
export type AssignmentMethod = (typeof ASSIGNMENT_METHODS)[number];

/**
 * One line of the ledger of a contract area, version 1: final, append-only, without personal data. Strings and integers
 * only, so that its canonical form (RFC 8785) is the same in every language; yes and no are 1 and 0.
 */
export interface LedgerLine {
  readonly v: 1;
  readonly area: ContractAreaId;
  /** Gap-free from 1 per area. */
  readonly seq: number;
  readonly kind: LedgerKind;
  readonly lane: Lane;
  /** Number of the rotation epoch of the area; 0 before the first pair of contracts. */
  readonly epoch: number;
  /** Random, used nowhere else, so that the published ledger points to no case. */
  readonly referralKey: string;
  readonly contractor: OrganizationId;
  readonly method: AssignmentMethod;
  readonly counted: 0 | 1;
  readonly outOfOrder: 0 | 1;
  /** Balance of the lane before and after: standing counted turns of position 1 minus position 2. */
  readonly before: number;
  readonly after: number;
  /** The line of this area that this one takes back, moves, corrects or goes on from. */
  readonly refersToSeq?: number;
  /** Number of the policy book by which it was decided. */
  readonly policyNumber: number;
  readonly at: Instant;
  /** Hash of the line before; 64 zeros at the first. */
  readonly prev: string;
  readonly hash: string;
}

/** A decided line that is not chained yet. */
export type LedgerLineDraft = Omit<LedgerLine, "prev" | "hash">;
