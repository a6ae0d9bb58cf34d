import { type Effect, LISTED_MOST, type ListedChange, NO_EFFECT } from "@kinward/domain/effect";
import { type CaseId, plainDate } from "@kinward/domain/kernel";
import type { EffectPart } from "@kinward/domain/views";
import { describe, expect, test, vi } from "vitest";
import { type AskPart, collectEffect, type EffectProgress } from "./collect.ts";
import { standingWords, summaryWords, whatWords, whomWords } from "./present.ts";

const today = plainDate("2026-11-23");
const effect: Effect = {
  ...NO_EFFECT,
  cases: 200,
  touched: 3,
  open: [
    { rule: "CON-4", kind: "MOVES", days: 1, count: 41 },
    { rule: "CON-4", kind: "GOES", count: 2 },
  ],
  becomeLate: 4,
};
const part = (more: Partial<EffectPart>): EffectPart => ({
  effect,
  bookNumber: 1,
  today,
  ...more,
});
const next = "0190" as CaseId;

describe("an effect is collected", () => {
  test("part by part, saying how far it is", async () => {
    const seen = vi.fn<(progress: EffectProgress) => void>();
    const ask = vi
      .fn<AskPart>()
      .mockResolvedValueOnce(part({ cases: 400, next }))
      .mockResolvedValueOnce(part({}));
    const whole = await collectEffect(ask, new AbortController().signal, seen);
    expect(whole.cases).toBe(400);
    expect(whole.open[0]?.count).toBe(82);
    expect(seen.mock.calls).toEqual([[{ done: 200, of: 400 }]]);
    expect(ask.mock.calls.map(([wanted]) => wanted)).toEqual([{}, { after: next }]);
  });

  test("without more single changes once enough are listed", async () => {
    const change: ListedChange = {
      caseNumber: "2026-00001",
      whom: "FAMILY",
      rule: "CON-4",
      duty: "DEADLINE",
      kind: "GOES",
    };
    const many = { ...effect, listed: Array.from({ length: LISTED_MOST }, () => change) };
    const ask = vi
      .fn<AskPart>()
      .mockResolvedValueOnce(part({ effect: many, next }))
      .mockResolvedValueOnce(part({}));
    const whole = await collectEffect(ask, new AbortController().signal, () => undefined);
    expect(whole.listed).toHaveLength(LISTED_MOST);
    expect(ask.mock.calls[1]?.[0]).toEqual({ after: next, countsOnly: true });
  });

  test("anew when another book is published in between, and not for ever", async () => {
    const ask = vi
      .fn<AskPart>()
      .mockResolvedValueOnce(part({ next }))
      .mockResolvedValueOnce(part({ bookNumber: 2 }))
      .mockResolvedValueOnce(part({ bookNumber: 2, next }))
      .mockResolvedValueOnce(part({ bookNumber: 2 }));
    const whole = await collectEffect(ask, new AbortController().signal, () => undefined);
    expect(whole.cases).toBe(400);
    let number = 0;
    const restless = () => Promise.resolve(part({ bookNumber: (number += 1), next }));
    await expect(
      collectEffect(restless, new AbortController().signal, () => undefined),
    ).rejects.toThrow(/again and again/u);
  });

  test("until it is stopped", async () => {
    const control = new AbortController();
    const ask = vi.fn<AskPart>().mockImplementation(async () => {
      control.abort();
      return part({ next });
    });
    await expect(collectEffect(ask, control.signal, () => undefined)).rejects.toThrow();
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

test("an effect in words", () => {
  expect(summaryWords(effect).join(" ")).toBe(
    "Moves 41 open due dates. 2 open duties change otherwise. 4 would be late at once. In 3 of 200 cases.",
  );
  expect(summaryWords({ ...NO_EFFECT, cases: 1 }).join(" ")).toBe(
    "No open due date moves. In 0 of 1 case.",
  );
  expect(whomWords("FAMILY")).toBe("The family");
  expect(whomWords({ role: "CHILD", no: 2 })).toBe("Child 2");
  expect(whatWords({ kind: "MOVES", days: -2 })).toBe("Due 2 days earlier");
  expect(whatWords({ kind: "APPEARS" })).toBe("Is added");
  expect(standingWords(undefined, today)).toBe("not owed");
  expect(
    standingWords({ opensOn: today, dueOn: plainDate("2026-12-01"), status: "OPEN" }, today),
  ).toBe("Dec 1, open");
});
