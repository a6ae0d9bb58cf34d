import { describe, expect, test } from "vitest";
import type { PlainDate } from "@kinward/domain/kernel";
import {
  needsFacts,
  needsFaults,
  needsOf,
  needsText,
  openingFacts,
  openingFaults,
  openingText,
  valuesOfNeeds,
  valuesOfOpening,
} from "./about.ts";

const needs = { languages: ["es", "en"], interpreterNeeded: true, culturalNotes: "Shoes off" };

describe("what a family needs", () => {
  test("comes back from the form as it was, blanks left out", () => {
    expect(needsOf(valuesOfNeeds(needs))).toEqual(needs);
    expect(needsOf({ ...valuesOfNeeds(needs), notes: "  " })).toEqual({
      languages: ["es", "en"],
      interpreterNeeded: true,
    });
  });

  test("asks for a language where an interpreter is needed, and for the reason", () => {
    const faults = needsFaults({
      languages: [],
      interpreter: "YES",
      notes: "",
      reason: " ",
      seen: "",
    });
    expect(faults.map((one) => one.name)).toEqual(["needs.languages", "reason"]);
    expect(needsFaults({ ...valuesOfNeeds(needs), reason: "Asked" })).toEqual([]);
  });

  test("reads as one line among the former records", () => {
    expect(needsText(needs)).toBe("Spanish and English. Interpreter: needed. Shoes off");
    expect(needsText({ languages: [], interpreterNeeded: false })).toBe("Interpreter: not needed");
    expect(needsText({ languages: [] })).toBe("Interpreter: not asked yet");
    expect(needsFacts({ languages: ["es"] }).map(({ value }) => value)).toEqual([
      "Spanish",
      "Not asked yet",
      "Nothing is recorded",
    ]);
    // Nobody is made to answer it while something else is corrected.
    expect(needsOf(valuesOfNeeds({ languages: ["es"] }))).toEqual({ languages: ["es"] });
  });
});

describe("the opening of a case", () => {
  test("needs day, basis and reason", () => {
    expect(
      openingFaults(valuesOfOpening(undefined, "2026-11-23"), true).map((one) => one.name),
    ).toEqual(["openingBasis", "openedOn", "reason"]);
  });

  test("reads as one line", () => {
    const opening = {
      openedOn: "2026-11-19" as PlainDate,
      openingBasis: "CINA_ASSESSMENT" as const,
    };
    expect(openingText(opening, "2026-11-23")).toBe("Nov 19: CINA assessment");
    expect(openingFacts(opening, "2026-11-23").map(({ value }) => value)).toEqual([
      "Nov 19",
      "CINA assessment",
    ]);
  });
});
