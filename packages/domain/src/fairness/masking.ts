import { ia } from "../kernel/citation.ts";
import { rule } from "../kernel/rule.ts";
import type { Share } from "./intervals.ts";

/** Counts from 1 to this one are not shown: they could point to a family. */
export const SMALL = 4;
/** Below this many cases nothing is said of their make-up: what is left out could be told from the rest. */
export const FEWEST_CASES = 10;

/** Why a number is not shown. */
export type Mask =
  /** It is 1 to 4. */
  | "FEWER_THAN_5"
  /** All but 1 to 4: the number of the others would tell. */
  | "ALL_BUT_FEWER_THAN_5"
  | "TOO_FEW_CASES"
  /** Only so that a number beside it cannot be computed from it. */
  | "WITHHELD";

export type MaskedCount =
  | ({ readonly kind: "SHOWN" } & Share)
  | { readonly kind: "MASKED"; readonly because: Mask };

/** A number of cases, turns or people by itself. */
export const maskSize = (n: number): Mask | undefined =>
  n >= 1 && n <= SMALL ? "FEWER_THAN_5" : undefined;

/**
 * The counts of one property, one for each contractor, with their total: small ones masked, and the total with them, since
 * it would give a masked one away. Each masked count leaves at least four possible values.
 */
export const maskShares = rule(
  { id: "ASG-4", cites: [ia("34")] },
  (
    shares: readonly Share[],
  ): { readonly each: readonly MaskedCount[]; readonly total: MaskedCount } => {
    const each = shares.map((share): MaskedCount => {
      const because = maskOf(share);
      return because === undefined ? { kind: "SHOWN", ...share } : { kind: "MASKED", because };
    });
    const total = {
      count: shares.reduce((sum, share) => sum + share.count, 0),
      of: shares.reduce((sum, share) => sum + share.of, 0),
    };
    return {
      each,
      total: each.every((one) => one.kind === "SHOWN")
        ? { kind: "SHOWN", ...total }
        : { kind: "MASKED", because: "WITHHELD" },
    };
  },
);

const maskOf = ({ count, of }: Share): Mask | undefined => {
  if (of < FEWEST_CASES) return "TOO_FEW_CASES";
  if (count >= 1 && count <= SMALL) return "FEWER_THAN_5";
  return of - count >= 1 && of - count <= SMALL ? "ALL_BUT_FEWER_THAN_5" : undefined;
};
