import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decidePublishHolidays } from "../agency/holidays.ts";
import { decideSettingChange } from "../approval/setting-change.ts";
import { holidaysByRule } from "../calendar/holiday-rules.ts";
import type { CaseFile } from "../casefile/case-file.ts";
import { type Duty, dutyId } from "../contacts/duty.ts";
import { evaluate } from "../contacts/evaluate.ts";
import type { PersonId } from "../kernel/ids.ts";
import { addDays, plainDate } from "../kernel/plain-date.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";
import type { SettingKey, SettingValue } from "../policy/settings.ts";
import { caseFileArbitrary } from "../testing/case-arbitraries.ts";
import { covers } from "../testing/covers.ts";
import { booksOfHolidays, booksOfSettings, booksOfVersions, booksToCompare } from "./candidate.ts";
import { dutyChanges, type EffectBooks, effectOnCase, movesDuties } from "./case-effect.ts";
import { addEffects, countOf, type Effect, NO_EFFECT, summarizeCase } from "./effect.ts";
import type { Place, PlaceRow } from "./places.ts";
import { addTallies, NO_TALLY } from "./tally.ts";

const today = plainDate("2026-11-23");
const book = defaultPolicyBook("IA_FSRP");

const family = (effectiveDate: string): CaseFile => ({
  effectiveDate: plainDate(effectiveDate),
  members: [
    { id: "mom" as PersonId, role: "PARENT", living: [{ setting: "PARENTAL_HOME" }] },
    {
      id: "ann" as PersonId,
      role: "CHILD",
      living: [{ setting: "PARENTAL_HOME" }],
      criteria: ["ABUSE_VICTIM"],
      dob: plainDate("2018-05-04"),
    },
  ],
  contacts: [],
});

const change = (values: Partial<Record<SettingKey, SettingValue>>, validFrom = today) => {
  const decided = decideSettingChange({ validFrom, values, source: "Test" }, book, today);
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusals));
  return booksOfSettings(book, decided.value);
};

const closed = (added: readonly string[]) => {
  const holidays = [
    ...holidaysByRule("IA_FSRP", 2026),
    ...added.map((date) => ({ date: plainDate(date), name: "Blizzard" })),
  ];
  const decided = decidePublishHolidays(
    { year: 2026, holidays, source: "Test", reason: "Test", expectedBook: 0 },
    holidaysByRule("IA_FSRP", 2026),
    book,
    today,
  );
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusals));
  return booksOfHolidays(book, decided.value, today);
};

const prairie: Place = {
  contractAreaId: "area" as never,
  areaName: "Western 1",
  organizationId: "prairie" as never,
  contractorName: "Prairie",
};

const effect = (
  file: CaseFile,
  books: ReturnType<typeof change>,
  place: Place | "NONE" = prairie,
): Effect =>
  summarizeCase(
    {
      caseNumber: "2026-00001",
      ...(place !== "NONE" && { place }),
      members: file.members,
      effect: effectOnCase(file, books, today),
    },
    today,
  );

describe("the effect of a candidate", () => {
  test(
    "one more closed day moves what is counted across it, and names case and days" + covers("X-6"),
    () => {
      const found = effect(family("2026-11-23"), closed(["2026-11-25"]));
      // Five business days after Nov 23, without Thanksgiving, the Friday after and now the Wednesday.
      expect(found.open).toEqual([{ rule: "CON-4", kind: "MOVES", days: 1, count: 2 }]);
      expect(found.listed[0]).toEqual({
        caseNumber: "2026-00001",
        place: { contractAreaId: "area", organizationId: "prairie" },
        whom: { role: "PARENT", no: 1 },
        rule: "CON-4",
        duty: "DEADLINE",
        kind: "MOVES",
        days: 1,
        before: { opensOn: "2026-11-23", dueOn: "2026-12-02", status: "OPEN" },
        after: { opensOn: "2026-11-23", dueOn: "2026-12-03", status: "OPEN" },
      });
      expect(JSON.stringify(found)).not.toMatch(/mom|ann/);
    },
  );

  test("a past day that closes in the books makes late work timely" + covers("X-6"), () => {
    const file = family("2026-11-13");
    // Due Nov 20, today is Monday the 23rd.
    const found = effect(file, closed(["2026-11-18"]));
    expect(found).toMatchObject({ becomeLate: 0, noLongerLate: 2 });
    const none = { met: 0, late: 0, overdue: 0, missed: 0 };
    expect(found.judged).toEqual([{ rule: "CON-4", before: { ...none, overdue: 2 }, after: none }]);
  });

  test(
    "a setting leaves cases of an earlier effective date alone, and still says how 90 days would have been judged" +
      covers("X-6"),
    () => {
      const file: CaseFile = {
        ...family("2026-11-02"),
        contacts: [
          {
            id: "c" as never,
            date: plainDate("2026-11-09"),
            mode: "FACE_TO_FACE",
            with: ["mom" as PersonId, "ann" as PersonId],
          },
        ],
      };
      const found = effect(file, change({ initialContactBusinessDays: 3 }));
      expect(found.open).toEqual([]);
      expect(found.touched).toBe(0);
      expect(found.judged.find((row) => row.rule === "CON-4")).toMatchObject({
        before: { met: 2, late: 0 },
        after: { met: 0, late: 2 },
      });
      expect(effect(family("2026-11-23"), change({ initialContactBusinessDays: 3 })).open).toEqual([
        { rule: "CON-4", kind: "MOVES", days: -2, count: 2 },
      ]);
    },
  );

  test("a rule of windows shows in those to come" + covers("X-6"), () => {
    const file = family("2026-10-01");
    const found = effect(
      file,
      change({ familyQuorum: "ANY_HOME_MEMBER" }, plainDate("2027-01-01")),
    );
    expect(found.open).toEqual([]);
    expect(found.comingBefore).toBeGreaterThan(0);
    expect(countOf(found.coming, "OTHER")).toBeGreaterThan(0);
    expect(countOf(found.coming, "MOVES", "APPEARS", "GOES")).toBe(0);
  });

  test(
    "two versions of a setting, or two books, are compared whichever is in force" + covers("X-6"),
    () => {
      const file = family("2026-11-23");
      const later = change({ initialContactBusinessDays: 7 }, plainDate("2027-01-01")).after;
      const three = {
        ...later,
        number: 2,
        settings: [
          ...later.settings,
          { key: "initialContactBusinessDays" as const, value: 3, source: "Test" },
        ],
      };
      const key = "initialContactBusinessDays" as const;
      // The register's five days, seven from January, and three.
      const versions = (first: number, second: number) =>
        booksOfVersions(three, { key, first, second }, today);
      const found = effect(file, versions(0, 2) as EffectBooks);
      expect(found.open).toEqual([{ rule: "CON-4", kind: "MOVES", days: -2, count: 2 }]);
      expect(effect(file, versions(2, 0) as EffectBooks).open[0]).toMatchObject({ days: 2 });
      expect(effect(file, versions(1, 1) as EffectBooks).touched).toBe(0);
      expect(versions(0, 3)).toBeUndefined();
      expect(effect(file, booksToCompare(later, three, today)).open).toEqual(found.open);
    },
  );

  test("settings that make no duty move none", () => {
    expect(movesDuties("IA_FSRP", ["tieBreak", "crisisResponseMinutes"])).toBe(false);
    expect(movesDuties("IA_FSRP", ["tieBreak", "weekMode"])).toBe(true);
    expect(movesDuties("KY_IN_HOME", ["initialPlanDueDays"])).toBe(false);
    expect(movesDuties("IA_FSRP")).toBe(true);
    expect(movesDuties("KY_IN_HOME")).toBe(false);
  });
});

describe("of any family", () => {
  const values = fc.oneof(
    fc.integer({ min: 1, max: 12 }).map((n) => ({ initialContactBusinessDays: n })),
    fc.integer({ min: 5, max: 60 }).map((n) => ({ firstPeriodDays: n })),
    fc
      .constantFrom("ANY_HOME_MEMBER", "EVERY_HOME_MEMBER")
      .map((familyQuorum) => ({ familyQuorum })),
    fc.constant({ weekStartsOn: "MONDAY", weekMode: "ROLLING_7" }),
    fc.constant({ jointMeetingDeadline: 5 }),
  ) as fc.Arbitrary<Partial<Record<SettingKey, SettingValue>>>;

  test("the changes applied to the duties before are the duties after" + covers("X-6"), () => {
    fc.assert(
      fc.property(
        caseFileArbitrary,
        values,
        fc.nat(120),
        fc.nat(20),
        (file, given, ahead, later) => {
          const asOf = addDays(plainDate("2026-10-25"), ahead);
          const validFrom = addDays(asOf, later);
          const decided = decideSettingChange(
            { validFrom, values: given, source: "x" },
            book,
            asOf,
          );
          if (!decided.ok) return;
          const books = booksOfSettings(book, decided.value);
          const { changes } = effectOnCase(file, books, asOf);
          const duties = new Map(
            evaluate(file, books.before, asOf).duties.map((d) => [dutyId(d), d]),
          );
          for (const { before, after } of changes) {
            if (before !== undefined) duties.delete(dutyId(before));
            if (after !== undefined) duties.set(dutyId(after), after);
          }
          const sorted = (list: Iterable<Duty>) =>
            [...list].toSorted((a, b) => dutyId(a).localeCompare(dutyId(b), "en"));
          expect(sorted(duties.values())).toEqual(sorted(evaluate(file, books.after, asOf).duties));
        },
      ),
      { numRuns: 150 },
    );
  });

  test("the sum does not depend on how the cases are divided, and a change against itself is none", () => {
    const books = closed(["2026-11-25", "2026-12-02"]);
    fc.assert(
      fc.property(fc.array(caseFileArbitrary, { minLength: 2, maxLength: 6 }), (files) => {
        const at = [prairie, "NONE" as const, { ...prairie, organizationId: "river" as never }];
        const parts = files.map((file, index) => effect(file, books, at[index % at.length]));
        const all = parts.reduce(addEffects, NO_EFFECT);
        const [first = NO_EFFECT, ...rest] = parts;
        expect(addEffects(first, rest.reduce(addEffects, NO_EFFECT))).toEqual(all);
        // What is said by place adds up to what is said of all.
        const sum = (of: (row: PlaceRow) => number) =>
          all.places.reduce((total, row) => total + of(row), 0);
        expect(all.places.length).toBe(Math.min(files.length, at.length));
        expect(sum((row) => row.cases)).toBe(all.cases);
        expect(sum((row) => row.touched)).toBe(all.touched);
        expect(sum((row) => row.moved)).toBe(countOf(all.open, "MOVES"));
        expect(sum((row) => row.otherwise)).toBe(countOf(all.open, "APPEARS", "GOES", "OTHER"));
        expect(sum((row) => row.becomeLate)).toBe(all.becomeLate);
        for (const by of ["before", "after"] as const)
          expect(all.places.map((row) => row[by]).reduce(addTallies, NO_TALLY)).toEqual(
            all.judged.map((row) => row[by]).reduce(addTallies, NO_TALLY),
          );
        for (const file of files) {
          const { duties } = evaluate(file, book, today);
          expect(dutyChanges(duties, duties)).toEqual([]);
        }
      }),
      { numRuns: 40, seed: 20_261_122 },
    );
  });
});
