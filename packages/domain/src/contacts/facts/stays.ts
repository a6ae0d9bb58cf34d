import { BEGINNING, NEVER, toDayOr } from "../../calendar/day-number.ts";
import type { LivingSituation } from "../../casefile/case-file.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import type { LivingSetting } from "../../people/people.ts";

/** A stretch of days in one living situation; stretches of a person follow each other without gap or overlap. */
export interface Stay {
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly setting: LivingSetting;
  readonly state: string;
  /** The record behind it; a gap between records is UNKNOWN and has none. */
  readonly record?: LivingSituation;
}

/**
 * Records of living situations as stretches: the record that began last is in force, a record that has ended gives way
 * to the one before it, and days that no record covers are UNKNOWN (a child who runs away is still owed, CON-14).
 */
export const staysOf = (records: readonly LivingSituation[]): readonly Stay[] => {
  const only = records.length === 1 ? records[0] : undefined;
  if (only && only.from === undefined && only.to === undefined)
    return [
      {
        from: BEGINNING,
        to: NEVER,
        setting: only.setting,
        state: only.state ?? "IA",
        record: only,
      },
    ];
  const bounded = records.map((record) => ({
    record,
    from: toDayOr(record.from, BEGINNING),
    to: toDayOr(record.to, NEVER),
  }));
  const starts = new Set<EpochDay>([BEGINNING]);
  for (const { from, to } of bounded) {
    starts.add(from);
    if (to < NEVER) starts.add(to + 1);
  }
  const days = [...starts].sort((a, b) => a - b);
  const stays: Stay[] = [];
  days.forEach((from, i) => {
    let current: (typeof bounded)[number] | undefined;
    for (const entry of bounded)
      if (entry.from <= from && from <= entry.to && (!current || entry.from >= current.from))
        current = entry;
    const to = (days[i + 1] ?? NEVER + 1) - 1;
    const before = stays.at(-1);
    if (before && before.record === current?.record) stays[stays.length - 1] = { ...before, to };
    else
      stays.push({
        from,
        to,
        setting: current?.record.setting ?? "UNKNOWN",
        state: current?.record.state ?? "IA",
        ...(current && { record: current.record }),
      });
  });
  return stays;
};
