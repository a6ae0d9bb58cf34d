import type { OrganizationId } from "../kernel/ids.ts";
import { ia } from "../kernel/citation.ts";
import { rule } from "../kernel/rule.ts";
import {
  type Estimate,
  meanEstimate,
  type Moments,
  newcombe,
  type Share,
  welch,
  wilson,
} from "./intervals.ts";
import { FEWEST_CASES, type Mask, type MaskedCount, maskShares, maskSize } from "./masking.ts";

/** What is counted of one contractor: its standing counted turns in the period, and the cases that came with them. */
export interface ContractorFigures {
  readonly contractor: OrganizationId;
  readonly turns: number;
  readonly overrides: number;
  /** Ordinary turns that repaid a lead of the other. */
  readonly repaying: number;
  /** Cases with a child in need of assistance by court order or finding. */
  readonly cina: number;
  /** Cases with a child who did not live in the parental home on the effective date. */
  readonly placement: number;
  /** Children of each case on the effective date. */
  readonly children: Moments;
}

export const SHARE_MEASURES = ["OVERRIDES", "REPAYING", "CINA", "PLACEMENT"] as const;
export type ShareMeasure = (typeof SHARE_MEASURES)[number];

/** A number that is shown with its interval, or why it is not. */
export type Shown =
  | ({ readonly kind: "SHOWN"; readonly share?: Share } & Estimate)
  | { readonly kind: "MASKED"; readonly because: Mask };

export interface FairnessRow {
  readonly measure: ShareMeasure | "CHILDREN";
  /** One for each contractor, in their order. */
  readonly each: readonly Shown[];
  readonly total: Shown;
  /** First minus second; only where there are exactly two contractors and both are shown. */
  readonly difference?: Estimate;
}
export type ShownSize =
  | { readonly kind: "SHOWN"; readonly count: number }
  | { readonly kind: "MASKED"; readonly because: Mask };

/** The referrals of an area in a period by contractor. Describes; says nothing about why. */
export interface FairnessTable {
  readonly contractors: readonly OrganizationId[];
  readonly turns: { readonly each: readonly ShownSize[]; readonly total: ShownSize };
  readonly rows: readonly FairnessRow[];
}

const COUNT_OF: Readonly<Record<ShareMeasure, (figures: ContractorFigures) => number>> = {
  OVERRIDES: (figures) => figures.overrides,
  REPAYING: (figures) => figures.repaying,
  CINA: (figures) => figures.cina,
  PLACEMENT: (figures) => figures.placement,
};

/** The table as it may be shown: small numbers masked, and what would give them away. */
export const fairnessTable = rule(
  { id: "ASG-4", also: ["ASG-8"], cites: [ia("34"), ia("39")] },
  (figures: readonly ContractorFigures[]): FairnessTable => ({
    contractors: figures.map((one) => one.contractor),
    turns: sizes(figures.map((one) => one.turns)),
    rows: [
      ...SHARE_MEASURES.map((measure) => shareRow(measure, figures)),
      meanRow(figures.map((one) => one.children)),
    ],
  }),
);

const sizes = (turns: readonly number[]): FairnessTable["turns"] => {
  const each = turns.map((count): ShownSize => {
    const because = maskSize(count);
    return because === undefined ? { kind: "SHOWN", count } : { kind: "MASKED", because };
  });
  return {
    each,
    total: each.every((one) => one.kind === "SHOWN")
      ? { kind: "SHOWN", count: turns.reduce((sum, count) => sum + count, 0) }
      : { kind: "MASKED", because: "WITHHELD" },
  };
};

const shareRow = (measure: ShareMeasure, figures: readonly ContractorFigures[]): FairnessRow => {
  const { each, total } = maskShares(
    figures.map((one) => ({ count: COUNT_OF[measure](one), of: one.turns })),
  );
  const [first, second] = each;
  return {
    measure,
    each: each.map(shownShare),
    total: shownShare(total),
    ...(each.length === 2 &&
      first?.kind === "SHOWN" &&
      second?.kind === "SHOWN" && { difference: newcombe(first, second) }),
  };
};

const shownShare = (masked: MaskedCount): Shown =>
  masked.kind === "MASKED"
    ? masked
    : {
        kind: "SHOWN",
        share: { count: masked.count, of: masked.of },
        ...(masked.of === 0 ? { value: 0, low: 0, high: 1 } : wilson(masked)),
      };

const TOO_FEW: Shown = { kind: "MASKED", because: "TOO_FEW_CASES" };

const meanRow = (moments: readonly Moments[]): FairnessRow => {
  const each = moments.map((one): Shown =>
    one.n < FEWEST_CASES ? TOO_FEW : { kind: "SHOWN", ...meanEstimate(one) },
  );
  const sum = (field: keyof Moments) => moments.reduce((total, one) => total + one[field], 0);
  const [a, b] = moments;
  const isShown = each.every((one) => one.kind === "SHOWN");
  return {
    measure: "CHILDREN",
    each,
    total:
      isShown && moments.length > 0
        ? {
            kind: "SHOWN",
            ...meanEstimate({ n: sum("n"), sum: sum("sum"), squares: sum("squares") }),
          }
        : { kind: "MASKED", because: "WITHHELD" },
    ...(isShown && moments.length === 2 && a && b && { difference: welch(a, b) }),
  };
};
