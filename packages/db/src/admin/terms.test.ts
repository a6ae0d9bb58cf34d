import { plainDate } from "@kinward/domain/kernel";
import { expect, test } from "vitest";
import { type Row, termChanges } from "./terms.ts";

const [JAN, NOV, TODAY] = [
  plainDate("2026-01-01"),
  plainDate("2026-11-01"),
  plainDate("2026-11-20"),
];
const row = (key: string, fromOn = JAN, toOn: typeof JAN | null = null): Row<string> => ({
  rowId: `${key} ${fromOn}`,
  key,
  fromOn,
  toOn,
});

test("what stays is left alone, what ends gets its end, what begins is added", () => {
  const rows = [row("A"), row("B")];
  const terms = [
    { key: "A", from: JAN },
    { key: "B", from: JAN, to: TODAY },
    { key: "C", from: TODAY },
  ];
  expect(termChanges(rows, terms)).toEqual({
    insert: [{ key: "C", from: TODAY }],
    update: [{ rowId: `B ${JAN}`, toOn: TODAY }],
  });
});

test("a term taken back on its first day ends there, since nothing is removed", () => {
  expect(termChanges([row("A", TODAY)], [])).toEqual({
    insert: [],
    update: [{ rowId: `A ${TODAY}`, toOn: TODAY }],
  });
});

test("a role taken and given again on one day goes on in its row", () => {
  const rows = [row("A", NOV, TODAY)];
  const terms = [
    { key: "A", from: NOV, to: TODAY },
    { key: "A", from: TODAY },
  ];
  expect(termChanges(rows, terms)).toEqual({
    insert: [],
    update: [{ rowId: `A ${NOV}`, toOn: null }],
  });
});

test("former terms stand as they are", () => {
  const rows = [row("A", JAN, NOV), row("A", TODAY)];
  const terms = [
    { key: "A", from: JAN, to: NOV },
    { key: "A", from: TODAY },
  ];
  expect(termChanges(rows, terms)).toEqual({ insert: [], update: [] });
});
