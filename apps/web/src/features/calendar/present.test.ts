import { plainDate } from "@kinward/domain/kernel";
import { expect, it } from "vitest";
import { agendaOf, dayOfKey, spanOf, weekOf, weeksOf } from "./present.ts";

const day = plainDate;

it("spans whole weeks from Sunday to Saturday", () => {
  expect(spanOf(day("2026-11-20"))).toEqual({ from: "2026-11-01", to: "2026-12-05" });
  expect(spanOf(day("2027-02-10"))).toEqual({ from: "2027-01-31", to: "2027-03-06" });
  expect(weeksOf(day("2026-02-14"))).toHaveLength(4);
  expect(weekOf(day("2026-11-22"))[0]).toBe("2026-11-22");
  expect(weekOf(day("2026-11-21"))[0]).toBe("2026-11-15");
});
it("lists the days that have something, from the chosen one on", () => {
  const view = {
    dues: [{ dueOn: "2026-11-20" }, { dueOn: "2026-11-18" }, {}],
    contacts: [{ on: "2026-11-23" }],
  } as never;
  expect(
    agendaOf(view, day("2026-11-19"), day("2026-12-05")).map(({ date, dues, contacts }) => [
      date,
      dues.length,
      contacts.length,
    ]),
  ).toEqual([
    ["2026-11-20", 1, 0],
    ["2026-11-23", 0, 1],
  ]);
});
it("goes by keys over the ends of months", () => {
  const today = day("2026-11-20");
  const to = (key: string, from = "2026-12-31") => dayOfKey(key, day(from), today);
  expect(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].map((key) => to(key))).toEqual([
    "2026-12-30",
    "2027-01-01",
    "2026-12-24",
    "2027-01-07",
  ]);
  expect(to("PageUp")).toBe("2026-11-30");
  expect(to("PageDown", "2027-01-31")).toBe("2027-02-28");
  expect(to("t")).toBe("2026-11-20");
  expect(to("x")).toBeUndefined();
});
