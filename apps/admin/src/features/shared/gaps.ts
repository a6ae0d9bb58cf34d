import { addMonths, type PlainDate } from "@kinward/domain/kernel";

/** Days of an area on which not exactly two contracts are in force. */
export interface Gap {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly contracts: number;
}

/** Gaps that begin within half a year are work; later ones are told quietly, since renewals come in their time. */
const MONTHS_AHEAD = 6;

export interface GapsInWords {
  readonly near: readonly string[];
  readonly far: readonly string[];
}

/** The gaps that are not over yet, in words. */
export function gapsInWords(
  gaps: readonly Gap[],
  today: PlainDate,
  words: (gap: Gap) => string,
): GapsInWords {
  const limit = addMonths(today, MONTHS_AHEAD);
  const open = gaps.filter((gap) => gap.to >= today);
  return {
    near: open.filter((gap) => gap.from <= limit).map(words),
    far: open.filter((gap) => gap.from > limit).map(words),
  };
}
