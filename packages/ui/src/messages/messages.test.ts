import { expect, test } from "vitest";
import { en, type UiMessages } from "./en.ts";
import { es } from "./es.ts";

/** All words of a language, with sample arguments where a message takes some. */
function words(messages: UiMessages): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === "string") found.set(key, value);
    else if (typeof value === "function") {
      const say = value as (...args: unknown[]) => string;
      found.set(`${key}(1)`, say(1, 1, 1));
      found.set(`${key}(3)`, say(3, 5, 8));
    } else for (const [inner, word] of Object.entries(value)) found.set(`${key}.${inner}`, word);
  }
  return found;
}

test("no message is empty in either language", () => {
  for (const messages of [en, es]) {
    const empty = [...words(messages)].filter(([, word]) => word.trim() === "");
    expect(empty).toEqual([]);
  }
});

test("Spanish is translated, apart from words that are the same", () => {
  const same = [...words(en)].filter(([key, word]) => words(es).get(key) === word);
  expect(same.map(([key]) => key).toSorted()).toEqual([
    "errorPrefix",
    "minutesSeconds(1)",
    "minutesSeconds(3)",
    "total",
  ]);
});

test("the Spanish count follows its noun", () => {
  expect(es.daysLate(1)).toBe("1 día de atraso");
  expect(es.daysLate(2)).toBe("2 días de atraso");
  expect(en.minutesSeconds(0, 1)).toBe("1 second");
  expect(es.minutesSeconds(0, 2)).toBe("2 segundos");
});
