import { plainDate } from "@kinward/domain/kernel";
import type { ServiceAreaView } from "@kinward/domain/views";
import { describe, expect, it } from "vitest";
import {
  areaName,
  contractorsNow,
  countiesNow,
  countyGaps,
  countyRows,
  countyWords,
  type ContractAreaView,
  findArea,
  gapWords,
} from "./present.ts";

const day = plainDate;
const TODAY = day("2026-11-21");

const area = (over: Partial<ContractAreaView> = {}): ContractAreaView => ({
  contractAreaId: "a1" as ContractAreaView["contractAreaId"],
  from: day("2025-07-01"),
  counties: [],
  activeContracts: [],
  gaps: [],
  ...over,
});
const service = (...contractAreas: ContractAreaView[]): ServiceAreaView => ({
  serviceAreaId: "s1" as ServiceAreaView["serviceAreaId"],
  name: "Des Moines",
  contractAreas,
});
const county = (name: string, from: string, to?: string) => ({
  county: name,
  from: day(from),
  ...(to === undefined ? {} : { to: day(to) }),
});

it("names an undivided area by its service area, a subarea by both", () => {
  expect(areaName(service(), area())).toBe("Des Moines");
  expect(areaName(service(), area({ subareaName: "North" }))).toBe("Des Moines / North");
});

describe("counties", () => {
  const filled = area({
    counties: [
      county("Story", "2025-07-01"),
      county("Boone", "2025-07-01", "2026-11-20"),
      county("Adair", "2027-01-01"),
    ],
  });
  it("counts those in force today", () => expect(countiesNow(filled, TODAY)).toEqual(["Story"]));
  it("keeps ended ones on record, last", () =>
    expect(countyRows(filled, TODAY).map((row) => row.county)).toEqual([
      "Story",
      "Adair",
      "Boone",
    ]));
  it("names six and counts the rest", () =>
    expect(
      countyWords(
        area({ counties: [..."ABCDEFGH"].map((name) => county(name, "2025-07-01")) }),
        TODAY,
      ),
    ).toBe("A, B, C, D, E, F and 2 more"));
  it("says so when there is none", () => expect(countyWords(area(), TODAY)).toBe("No county yet"));
});

describe("countyGaps", () => {
  it("tells a county that no area takes over", () =>
    expect(
      countyGaps(
        [service(area({ counties: [county("Boone", "2025-07-01", "2026-12-31")] }))],
        TODAY,
      ),
    ).toEqual([{ county: "Boone", words: "Boone belongs to no area from Jan 1, 2027" }]));
  it("is content when another area takes over the day after", () =>
    expect(
      countyGaps(
        [
          service(
            area({ counties: [county("Boone", "2025-07-01", "2026-12-31")] }),
            area({ counties: [county("Boone", "2027-01-01")] }),
          ),
        ],
        TODAY,
      ),
    ).toEqual([]));
  it("tells the days between two areas", () =>
    expect(
      countyGaps(
        [
          service(
            area({ counties: [county("Boone", "2025-07-01", "2026-12-31")] }),
            area({ counties: [county("Boone", "2027-01-11")] }),
          ),
        ],
        TODAY,
      )[0]?.words,
    ).toBe("Boone belongs to no area Jan 1, 2027 to Jan 10, 2027"));
  it("forgets a gap that is over", () =>
    expect(
      countyGaps(
        [
          service(
            area({ counties: [county("Boone", "2025-07-01", "2026-01-31")] }),
            area({ counties: [county("Boone", "2026-03-01")] }),
          ),
        ],
        TODAY,
      ),
    ).toEqual([]));
});

it("lists the contractors of today in order of their position", () => {
  const contract = (name: string, position: 1 | 2, to: string) => ({
    contractId: name as never,
    organizationName: name,
    position,
    from: day("2025-07-01"),
    to: day(to),
  });
  expect(
    contractorsNow(
      area({
        activeContracts: [
          contract("Second", 2, "2027-06-30"),
          contract("Former", 1, "2026-11-20"),
          contract("First", 1, "2027-06-30"),
        ],
      }),
      TODAY,
    ),
  ).toEqual(["First", "Second"]);
});

it("tells a day without any contract from one with a single contract", () =>
  expect(
    gapWords(
      area({
        gaps: [
          { from: day("2026-11-21"), to: day("2026-11-30"), contracts: 1 },
          { from: day("2026-12-01"), to: day("2026-12-31"), contracts: 0 },
        ],
      }),
      TODAY,
    ).near,
  ).toEqual([
    "Nov 21 to Nov 30: only one contract in force",
    "Dec 1 to Dec 31: no contract in force",
  ]));

it("finds an area with its service area, or nothing", () => {
  const one = area();
  expect(findArea([service(one)], "a1")?.area).toBe(one);
  expect(findArea([service(one)], "a2")).toBeUndefined();
});
