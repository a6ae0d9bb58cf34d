import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { caseFileArbitrary, covers, dateIn, policyBookArbitrary } from "../testing/index.ts";
import { type Duty, dutyId, type ObligationStatus } from "./duty.ts";
import { evaluate } from "./evaluate.ts";
import { BUCKETS, type Bucket, bucketBounds, bucketOf, listKindOf, statusOn } from "./status.ts";

const RUNS = { numRuns: 120, seed: 42 };

/** What the SQL of a list does with the bounds. */
const inBounds = (duty: Duty, bucket: Bucket, day: PlainDate): boolean => {
  const { kinds, dueFrom, dueTo, orNoDueDate } = bucketBounds(day)[bucket];
  if (duty.settledOn !== undefined || duty.cancelledOn !== undefined) return false;
  if (!kinds.includes(listKindOf(duty))) return false;
  if (duty.dueOn === undefined) return orNoDueDate;
  return (dueFrom ?? "") <= duty.dueOn && (dueTo === undefined || duty.dueOn <= dueTo);
};

/** D4: from a status to those that the passing of days and new facts may lead to. */
const NEXT: Record<Duty["kind"], Partial<Record<ObligationStatus, readonly ObligationStatus[]>>> = {
  DEADLINE: {
    OPEN: ["SATISFIED", "OVERDUE", "SATISFIED_LATE", "CANCELLED"],
    OVERDUE: ["SATISFIED_LATE"],
  },
  WINDOW: {
    UPCOMING: ["OPEN", "SATISFIED", "CANCELLED"],
    OPEN: ["SATISFIED", "MISSED", "CANCELLED"],
    // A child joins in time or moves home (DEC-13), on the day on which services end as well.
    SATISFIED: ["OPEN", "CANCELLED"],
  },
  TASK: {
    OPEN: ["SATISFIED", "OVERDUE", "CANCELLED"],
    OVERDUE: ["SATISFIED_LATE", "CANCELLED"],
    // Another, earlier first meeting or placement begins the task anew.
    SATISFIED: ["OPEN", "OVERDUE"],
  },
};

describe("statuses", () => {
  test(`change only as the lifecycle says${covers("CON-14", "DEC-13", "DEC-17")}`, () => {
    fc.assert(
      fc.property(caseFileArbitrary, policyBookArbitrary, dateIn(5, 60), (file, book, first) => {
        let before = new Map<string, { duty: Duty; status: ObligationStatus }>();
        for (let day = first; day < addDays(first, 75); day = addDays(day, 1)) {
          const now = new Map<string, { duty: Duty; status: ObligationStatus }>();
          for (const duty of evaluate(file, book, day).duties) {
            const status = statusOn(duty, day);
            now.set(duty.key, { duty, status });
            const was = before.get(duty.key);
            // Under ALL_REQUIRED_SEEN the first meeting may turn out to be earlier: other weeks, not other states.
            if (!was || was.status === status || was.duty.opensOn !== duty.opensOn) continue;
            const allowed = NEXT[duty.kind][was.status] ?? [];
            if (!allowed.includes(status))
              throw new Error(`${day} ${duty.key}: ${was.status} to ${status}`);
          }
          before = now;
        }
      }),
      { ...RUNS, numRuns: 20 },
    );
  });

  test("give each open duty one group, the same by bounds and by row", () => {
    fc.assert(
      fc.property(caseFileArbitrary, policyBookArbitrary, dateIn(10, 140), (file, book, day) => {
        for (const duty of evaluate(file, book, day).duties) {
          const byBounds = BUCKETS.filter((bucket) => inBounds(duty, bucket, day));
          const byRow = bucketOf(duty, day);
          expect(byBounds).toEqual(byRow === undefined ? [] : [byRow]);
        }
      }),
      RUNS,
    );
  });

  test("put every due date from last week to the next into exactly one group", () => {
    const today = "2026-12-01" as PlainDate;
    const groups = Array.from({ length: 20 }, (_, i) => {
      const dueOn = addDays(today, i - 3);
      const duty = { kind: "DEADLINE", opensOn: "2026-11-01", dueOn } as unknown as Duty;
      return BUCKETS.filter((bucket) => inBounds(duty, bucket, today)).join();
    });
    const expected = [3, 1, 7, 9].flatMap((n, i) =>
      Array<string>(n).fill(["late", "today", "week", "later"][i] ?? ""),
    );
    expect(groups).toEqual(expected);
  });

  test("never settle and cancel at once, and never wait for anyone when done", () => {
    fc.assert(
      fc.property(caseFileArbitrary, policyBookArbitrary, dateIn(10, 140), (file, book, day) => {
        const { duties } = evaluate(file, book, day);
        for (const duty of duties) {
          const done = duty.settledOn !== undefined || duty.cancelledOn !== undefined;
          expect(duty.settledOn !== undefined && duty.cancelledOn !== undefined).toBe(false);
          expect(done && duty.missing.length > 0).toBe(false);
          expect(duty.kind !== "TASK" && !done && duty.missing.length === 0).toBe(false);
          expect(duty.dueOn === undefined || duty.dueOn >= duty.opensOn).toBe(true);
          expect(duty.settledOn === undefined || duty.settledOn <= day).toBe(true);
          expect(duty.cancelledOn === undefined || duty.cancelledOn <= day).toBe(true);
        }
        expect(new Set(duties.map((duty) => dutyId(duty))).size).toBe(duties.length);
      }),
      RUNS,
    );
  });

  test(`the deadline day still counts; windows are missed, deadlines late${covers("CON-4", "DEC-17")}`, () => {
    const duty = (kind: Duty["kind"]) =>
      ({ kind, opensOn: "2026-11-20", dueOn: "2026-12-01", missing: ["a"] }) as unknown as Duty;
    const on = (kind: Duty["kind"], day: string) => statusOn(duty(kind), day as PlainDate);
    expect([on("DEADLINE", "2026-12-01"), on("DEADLINE", "2026-12-02")]).toEqual([
      "OPEN",
      "OVERDUE",
    ]);
    expect([on("WINDOW", "2026-11-19"), on("WINDOW", "2026-12-02")]).toEqual([
      "UPCOMING",
      "MISSED",
    ]);
  });
});
