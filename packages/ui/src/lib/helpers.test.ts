import { expect, test } from "vitest";
import { buttonClass } from "./button-class.ts";
import { defined } from "./defined.ts";
import { initials } from "./initials.ts";
import { cardPlace, nextSort, type Column } from "./table-model.ts";

test("buttonClass makes a link look like a button", () => {
  expect(buttonClass()).toBe("btn");
  expect(buttonClass({ kind: "default", size: "default" })).toBe("btn");
  expect(buttonClass({ kind: "primary", size: "small", wide: true })).toBe(
    "btn btn-primary btn-small btn-wide",
  );
});

test("defined drops only what has no value", () => {
  expect(defined({ a: undefined, b: false, c: 0, d: "" })).toEqual({ b: false, c: 0, d: "" });
});

test("initials are those of the first and the last word", () => {
  expect(initials("Marisol Alvarez")).toBe("MA");
  expect(initials("  Ana María de la Cruz ")).toBe("AC");
  expect(initials("Ínés")).toBe("Í");
  expect(initials("")).toBe("");
});

test("nextSort turns the same column and starts another one ascending", () => {
  const byDue = nextSort(undefined, "due");
  expect(byDue).toEqual({ column: "due", direction: "ascending" });
  expect(nextSort(byDue, "due").direction).toBe("descending");
  expect(nextSort(nextSort(byDue, "due"), "due").direction).toBe("ascending");
  expect(nextSort(byDue, "family")).toEqual({ column: "family", direction: "ascending" });
});

test("cardPlace finds a column's place on a card", () => {
  const column = { id: "x", header: "X", cell: () => "" } satisfies Column<string>;
  expect(cardPlace(column)).toBe("line");
  expect(cardPlace({ ...column, isRowHeader: true })).toBe("title");
  expect(cardPlace({ ...column, hideHeader: true })).toBe("action");
  expect(cardPlace({ ...column, isRowHeader: true, card: "none" })).toBe("none");
});
