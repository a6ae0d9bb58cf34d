import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "../kernel/plain-date.ts";
import { covers } from "../testing/covers.ts";
import {
  decideCorrectNeeds,
  decideCorrectOpening,
  type FamilyNeeds,
  type OpeningFacts,
} from "./about-case.ts";

const today = plainDate("2026-11-23");
const facts: OpeningFacts = {
  opening: { openedOn: plainDate("2026-11-19"), openingBasis: "CINA_ASSESSMENT" },
  firstServicesOn: plainDate("2026-11-20"),
};
const codes = (outcome: ReturnType<typeof decideCorrectOpening>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code, path = [] }) => `${code} ${path.join(".")}`);
const correct = (more: object = {}, known: OpeningFacts = facts) =>
  decideCorrectOpening(
    known,
    {
      openedOn: plainDate("2026-11-19"),
      openingBasis: "JUVENILE_COURT_ACTION",
      reason: "The court acted first",
      ...more,
    },
    today,
  );

describe("the opening of a case", () => {
  test(`gets another basis or day, with a reason${covers("SCP-1")}`, () => {
    expect(correct()).toMatchObject({
      ok: true,
      value: { openedOn: "2026-11-19", openingBasis: "JUVENILE_COURT_ACTION" },
    });
    expect(codes(correct({ reason: " " }))).toEqual(["REASON_REQUIRED reason"]);
    expect(codes(correct({ openingBasis: "CINA_ASSESSMENT" }))).toEqual([
      "VALUE_UNCHANGED openedOn",
    ]);
  });

  test(`is not after the first FSRP services, the closing, the assignment or a visit before them${covers("SCP-1")}`, () => {
    expect(codes(correct({ openedOn: "2026-11-20" }))).toEqual([]);
    const late = correct({ openedOn: "2026-11-21" });
    expect(codes(late)).toEqual(["DATE_ORDER openedOn"]);
    expect(!late.ok && late.refusals[0]?.params).toEqual({ before: "2026-11-20" });
    for (const day of ["closedOn", "assignedOn", "firstVisitOn"] as const)
      expect(codes(correct({ openedOn: "2026-11-12" }, { ...facts, [day]: "2026-11-11" }))).toEqual(
        ["DATE_ORDER openedOn"],
      );
  });

  test(`of safety plan services alone may come after them, but not in the future${covers("SCP-1")}`, () => {
    const { firstServicesOn: _, ...early } = facts;
    expect(codes(correct({ openedOn: today }, early))).toEqual([]);
    expect(codes(correct({ openedOn: "2026-11-24" }, early))).toEqual(["DATE_IN_FUTURE openedOn"]);
  });

  test("is accepted on every day up to the first thing that presupposes it, and on none after", () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const openedOn = addDays(plainDate("2026-11-20"), days);
        expect(correct({ openedOn }).ok).toBe(days <= 0);
      }),
    );
  });
});

describe("what a family needs", () => {
  const was: FamilyNeeds = { languages: ["es"], interpreterNeeded: false };
  const decide = (needs: FamilyNeeds, by: "CONTRACTOR" | "DEPARTMENT" = "DEPARTMENT") =>
    decideCorrectNeeds(was, { by }, { needs, reason: "Asked at the first visit" });

  test(`is corrected by either side; a contractor's word waits for the Department${covers("SCP-2")}`, () => {
    const needs = { languages: ["es"], interpreterNeeded: true, culturalNotes: "Shoes off" };
    expect(decide(needs)).toMatchObject({ ok: true, value: { needs, confirmed: true } });
    expect(decide(needs, "CONTRACTOR")).toMatchObject({ ok: true, value: { confirmed: false } });
  });

  test(`names a language where an interpreter is needed${covers("SCP-2")}`, () => {
    const outcome = decide({ languages: [], interpreterNeeded: true });
    expect(!outcome.ok && outcome.refusals.map((one) => one.code)).toEqual(["FIELD_REQUIRED"]);
  });

  test("says something else than before: blanks and repetitions are no change", () => {
    const outcome = decide({ ...was, languages: ["es", "es"], culturalNotes: "  " });
    expect(!outcome.ok && outcome.refusals.map((one) => one.code)).toEqual(["VALUE_UNCHANGED"]);
  });
});
