import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseFile } from "../casefile/case-file.ts";
import { evaluate } from "../contacts/evaluate.ts";
import { readsAs } from "../contacts/status.ts";
import type { EpisodeId } from "../kernel/ids.ts";
import { addDays } from "../kernel/plain-date.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";
import {
  at,
  caseFileArbitrary,
  child,
  covers,
  dateIn,
  day,
  family,
  mother,
  visit,
} from "../testing/index.ts";
import { effectOfDates } from "./service-dates.ts";

const book = defaultPolicyBook("IA_FSRP");
const id = "e1" as EpisodeId;
const inEpisode = (file: CaseFile, effectiveDate = day("2026-11-20")): CaseFile => {
  const { effectiveDate: _, ...rest } = file;
  return { ...rest, episodes: [{ id, serviceType: "FSRP", effectiveDate }] };
};
const file = inEpisode(
  family([mother(), child("noah", [at("FOSTER_FAMILY")])], [visit("2026-11-24", "mother", "noah")]),
);
const moves = (asOf: string, dates: Parameters<typeof effectOfDates>[4]) =>
  effectOfDates(file, book, day(asOf), id, dates).map(
    ({ key, before, after, movedDays }) =>
      `${key}: ${before ? `${before.dueOn ?? "-"} ${before.status}` : "none"} -> ${after ? `${after.dueOn ?? "-"} ${after.status}` : "none"}${movedDays === undefined ? "" : ` (${movedDays})`}`,
  );

describe("other dates of services", () => {
  test(`move what is counted from the effective date, and say by how much${covers("REF-1", "REF-2")}`, () => {
    expect(moves("2026-11-25", { effectiveDate: day("2026-11-10") })).toEqual([
      "INITIAL:mother: 2026-12-01 SATISFIED -> 2026-11-18 SATISFIED_LATE (-13)",
      "INITIAL:noah: 2026-12-01 SATISFIED -> 2026-11-18 SATISFIED_LATE (-13)",
      "FIRST30:noah: 2026-12-19 SATISFIED -> 2026-12-09 SATISFIED (-10)",
    ]);
  });

  test(`leave contacts before the new date without effect${covers("REF-1", "DEC-18")}`, () => {
    // The first meeting with the family lies before the services now, and its weeks with it.
    expect(moves("2026-11-25", { effectiveDate: day("2026-11-25") })).toEqual([
      "TASK:FIRST_MEETING_EMAIL: - OPEN -> none",
      "INITIAL:mother: 2026-12-01 SATISFIED -> 2026-12-04 OPEN (3)",
      "INITIAL:noah: 2026-12-01 SATISFIED -> 2026-12-04 OPEN (3)",
      "WEEK:1: 2026-12-05 UPCOMING -> none",
      "WEEK:2: 2026-12-12 UPCOMING -> none",
      "WEEK:3: 2026-12-19 UPCOMING -> none",
      "FIRST30:noah: 2026-12-19 SATISFIED -> 2026-12-24 OPEN (5)",
    ]);
  });

  test(`end what is still open${covers("DEC-14")}`, () => {
    const end = { effectiveDate: day("2026-11-20"), lastServiceDay: day("2026-12-02") };
    expect(moves("2026-12-03", end)).toEqual([
      "TASK:JOINT_MEETING: - OPEN -> - CANCELLED",
      "WEEK:1: 2026-12-05 OPEN -> 2026-12-05 CANCELLED",
      "WEEK:2: 2026-12-12 UPCOMING -> 2026-12-12 CANCELLED",
      "WEEK:3: 2026-12-19 UPCOMING -> 2026-12-19 CANCELLED",
      "MONTH:2026-12:FAMILY: 2026-12-31 OPEN -> 2026-12-31 CANCELLED",
      "MONTH:2026-12:noah: 2026-12-31 OPEN -> 2026-12-31 CANCELLED",
    ]);
  });

  test("that are those recorded move nothing, and what is said is what then holds", () => {
    fc.assert(
      fc.property(
        caseFileArbitrary,
        dateIn(),
        fc.integer({ min: -20, max: 20 }),
        (random, asOf, shift) => {
          const before = inEpisode(random, random.effectiveDate ?? day("2026-11-20"));
          const { effectiveDate } = before.episodes?.[0] ?? { effectiveDate: day("2026-11-20") };
          expect(effectOfDates(before, book, asOf, id, { effectiveDate })).toEqual([]);
          const corrected = addDays(effectiveDate, shift);
          const told = effectOfDates(before, book, asOf, id, { effectiveDate: corrected });
          const after = evaluate(inEpisode(random, corrected), book, asOf).duties;
          for (const move of told) {
            const duty = after.find(({ key }) => key === move.key);
            expect(move.after?.dueOn).toBe(duty?.dueOn);
            if (duty?.kind !== "TASK") expect(move.after?.status).toBe(duty && readsAs(duty, asOf));
          }
        },
      ),
      { numRuns: 80, seed: 20_261_122 },
    );
  });
});
