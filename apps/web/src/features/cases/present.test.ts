import { describe, expect, it } from "vitest";
import {
  areaChoices,
  filterWords,
  isFiltered,
  listInput,
  nextDue,
  sortOf,
  sortSearch,
} from "./present.ts";

describe("the list of cases", () => {
  it("asks for the first page by next due date when the address says nothing", () => {
    expect(listInput({})).toEqual({ page: 1, sort: "nextDue", direction: "ascending", filter: {} });
    expect(
      listInput({ page: 2, text: "Reyes", late: true, sort: "family", direction: "descending" }),
    ).toEqual({
      page: 2,
      sort: "family",
      direction: "descending",
      filter: { text: "Reyes", late: true },
    });
  });
  it("keeps the usual order out of the address", () => {
    expect(sortSearch({ column: "nextDue", direction: "ascending" })).toEqual({});
    expect(sortSearch({ column: "family", direction: "ascending" })).toEqual({
      sort: "family",
      direction: "ascending",
    });
    expect(sortOf({})).toEqual({ column: "nextDue", direction: "ascending" });
  });
  it("shows what is late before any date", () => {
    expect(nextDue({ late: 2, nextDueOn: "2026-11-17" as never }, "2026-11-20")).toMatchObject({
      state: "late",
      text: "2 late",
    });
    expect(nextDue({ late: 0, nextDueOn: "2026-11-20" as never }, "2026-11-20")?.state).toBe(
      "today",
    );
    expect(nextDue({ late: 0, nextDueOn: "2026-11-27" as never }, "2026-11-20")?.state).toBe(
      "week",
    );
    expect(nextDue({ late: 0, nextDueOn: "2026-11-28" as never }, "2026-11-20")?.state).toBe(
      "later",
    );
    expect(nextDue({ late: 0 }, "2026-11-20")).toBeUndefined();
  });
  it("names areas with their subareas and filters in words", () => {
    const areas = areaChoices([
      {
        serviceAreaId: "s1",
        serviceAreaName: "Ames",
        subareas: [],
        contractAreaId: "a1",
        counties: [],
      },
      {
        serviceAreaId: "s2",
        serviceAreaName: "Des Moines",
        subareas: [{ contractAreaId: "d1", name: "North" }],
        counties: [],
      },
    ] as never);
    expect(areas.map((area) => area.label)).toEqual(["Ames", "Des Moines, North"]);
    expect(filterWords({ text: "Reyes", area: "d1", late: true }, areas)).toBe(
      "“Reyes”, Des Moines, North and something late",
    );
    expect(isFiltered({ page: 2, sort: "family" })).toBe(false);
    expect(isFiltered({ late: true })).toBe(true);
  });
});
