import { describe, expect, test } from "vitest";
import { en } from "../messages/en.ts";
import { es } from "../messages/es.ts";
import { dueWords } from "./due-words.ts";
import { DUE_STATES } from "./state.ts";

describe("dueWords", () => {
  test("counts days late, left and waited", () => {
    expect(dueWords("late", 1, en)).toBe("1 day late");
    expect(dueWords("late", 3, en)).toBe("3 days late");
    expect(dueWords("week", 3, en)).toBe("in 3 days");
    expect(dueWords("later", 1, en)).toBe("in 1 day");
    expect(dueWords("waiting", 6, en)).toBe("Waiting, 6 days");
  });

  test("falls back to the word of the state", () => {
    expect(dueWords("late", undefined, en)).toBe("Late");
    expect(dueWords("week", 0, en)).toBe("This week");
    expect(dueWords("done", 4, en)).toBe("Done");
  });

  test("every state has a word of its own in both languages", () => {
    for (const messages of [en, es]) {
      const words = DUE_STATES.map((state) => dueWords(state, undefined, messages));
      expect(words.every((word) => word.trim() !== "")).toBe(true);
      expect(new Set(words).size).toBe(DUE_STATES.length);
    }
  });
});
