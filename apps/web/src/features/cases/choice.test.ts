import { expect, test } from "vitest";
import type { CaseId, StaffId } from "@kinward/domain/kernel";
import { MOST_CASES } from "@kinward/domain/team";
import type { CaseToHandOver } from "@kinward/domain/views";
import { asFound, choosable, onlyHolder, withAll, without } from "./choice.ts";

const id = (n: number) => `c${n}` as CaseId;
const one = (n: number, more: Partial<CaseToHandOver> = {}): CaseToHandOver => ({
  caseId: id(n),
  revision: 1,
  caseNumber: `2026-${n}`,
  familyName: "Moss",
  ...more,
});
const held = (n: number, staffId: string) =>
  one(n, { holder: { staffId: staffId as StaffId, name: staffId } });

test("a page offers what may be handed over and is not chosen yet", () => {
  const found = new Map([one(1), one(2, { hindrance: "OVER" }), one(3)].map((c) => [c.caseId, c]));
  const chosen = withAll(new Map(), [one(3)]);
  expect(choosable([id(1), id(2), id(3), id(4)], found, chosen).map((c) => c.caseId)).toEqual([
    id(1),
  ]);
});

test("what was chosen stays when more is chosen, up to what one act takes", () => {
  const many = Array.from({ length: MOST_CASES + 5 }, (_, n) => one(n));
  const chosen = withAll(withAll(new Map(), [one(999)]), many);
  expect(chosen.size).toBe(MOST_CASES);
  expect(chosen.has(id(999))).toBe(true);
  expect(without(chosen, id(999)).has(id(999))).toBe(false);
});

test("what was chosen is handed over as it stands now, or not at all", () => {
  const chosen = withAll(new Map(), [one(1), one(2), one(3)]);
  const found = new Map(
    [one(1, { revision: 7 }), one(2, { hindrance: "OVER" })].map((c) => [c.caseId, c]),
  );
  expect([...asFound(chosen, found).values()].map((c) => [c.caseId, c.revision])).toEqual([
    [id(1), 7],
    [id(3), 1],
  ]);
});

test("who has all of them is no one to give them to", () => {
  expect(onlyHolder(withAll(new Map(), [held(1, "ann"), held(2, "ann")]))).toBe("ann");
  expect(onlyHolder(withAll(new Map(), [held(1, "ann"), held(2, "ben")]))).toBeUndefined();
});
