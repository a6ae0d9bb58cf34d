import type { PlainDate } from "./plain-date.ts";

/** Days from `from` to `to`, both inclusive; a missing bound is open. */
export interface Dated {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

export const inForceOn = (dated: Dated, day: PlainDate): boolean =>
  (dated.from === undefined || dated.from <= day) && (dated.to === undefined || day <= dated.to);

/** The entry in force on a day; of several the one that began last. */
export const findInForce = <T extends Dated>(
  entries: readonly T[],
  day: PlainDate,
): T | undefined => {
  let found: T | undefined;
  for (const entry of entries)
    if (inForceOn(entry, day) && (found === undefined || (entry.from ?? "") >= (found.from ?? "")))
      found = entry;
  return found;
};

export const overlaps = (a: Dated, b: Dated): boolean =>
  (a.from === undefined || b.to === undefined || a.from <= b.to) &&
  (b.from === undefined || a.to === undefined || b.from <= a.to);
