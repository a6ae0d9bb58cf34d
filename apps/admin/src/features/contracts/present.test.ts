import { SERVICE_ACTIVITIES } from "@kinward/domain/agency";
import { plainDate } from "@kinward/domain/kernel";
import type { ContractView } from "@kinward/domain/views";
import { describe, expect, it } from "vitest";
import {
  asContract,
  centsOf,
  checkContract,
  contractState,
  type ContractValues,
  dollars,
  inputOf,
  matrixStart,
  missingForActivation,
  overfullWords,
  remainingGaps,
} from "./present.ts";
import { starterState } from "./starters.ts";

const day = plainDate;
const TODAY = day("2026-11-21");

const contract = (over: Partial<ContractView> = {}): ContractView => ({
  contractId: "c1" as ContractView["contractId"],
  contractAreaId: "ames" as ContractView["contractAreaId"],
  areaName: "Ames",
  organizationId: "harbor" as ContractView["organizationId"],
  organizationName: "Harbor",
  position: 1,
  from: day("2025-07-01"),
  to: day("2027-06-30"),
  procurementRef: "RFP",
  crisisContact: "515",
  capacities: SERVICE_ACTIVITIES,
  active: true,
  rates: [],
  subcontractors: [],
  openCases: 0,
  ...over,
});
const other = contract({
  contractId: "c2" as ContractView["contractId"],
  organizationId: "prairie" as ContractView["organizationId"],
  position: 2,
});

const values = (over: Partial<ContractValues> = {}): ContractValues => ({
  contractAreaId: "ames",
  organizationId: "river",
  position: "1",
  from: day("2026-12-01"),
  to: day("2027-12-31"),
  procurementRef: "RFP 2",
  crisisContact: "",
  capacities: [],
  rate: "",
  reason: "Successor",
  ...over,
});

describe("contractState", () => {
  it("says that a contract which is not activated does not count, whatever its dates", () =>
    expect(contractState(contract({ active: false }), TODAY).id).toBe("DRAFT"));
  it("goes by the dates once it is active", () => {
    expect(contractState(contract(), TODAY).id).toBe("NOW");
    expect(contractState(contract({ from: day("2027-01-01") }), TODAY).id).toBe("FUTURE");
    expect(contractState(contract({ to: day("2026-11-20") }), TODAY).id).toBe("PAST");
  });
});

describe("missingForActivation", () => {
  it("names each missing capacity and the crisis contact", () => {
    const { crisisContact: _without, ...rest } = contract({
      active: false,
      capacities: SERVICE_ACTIVITIES.slice(0, 10),
    });
    expect(missingForActivation(rest)).toEqual([
      "Capacity: Individualized services",
      "Crisis contact",
    ]);
  });
  it("is empty when all is there", () =>
    expect(missingForActivation(contract({ active: false }))).toEqual([]));
});

describe("money", () => {
  it.each([
    ["1250", 125_000],
    ["$1,250.5", 125_050],
    ["1,250.05", 125_005],
    ["0", 0],
  ])("reads %s", (text, cents) => expect(centsOf(text)).toBe(cents));
  it.each(["", "12.345", "-5", "abc", "1.2.3"])("refuses %j", (text) =>
    expect(centsOf(text)).toBeUndefined(),
  );
  it("shows dollars and cents", () => expect(dollars(125_005)).toBe("$1,250.05"));
});

describe("checkContract", () => {
  it("asks for what is missing, in the order of the form", () =>
    expect(
      checkContract(
        values({ contractAreaId: undefined, procurementRef: " ", reason: "" }),
        [],
        TODAY,
      ).map((fault) => fault.name),
    ).toEqual(["contractAreaId", "procurementRef", "reason"]));
  it("tells the exact days on which a third contract would be in force", () => {
    const faults = checkContract(
      values({ position: "2" }),
      [contract(), other].map(asContract),
      TODAY,
    );
    expect(faults).toContainEqual({
      name: "from",
      message: "The area would have more than two contracts on Dec 1, 2026 to Jun 30, 2027",
    });
  });
  it("lets a successor in from the day after", () =>
    expect(
      checkContract(
        values({ from: day("2027-07-01") }),
        [contract(), other].map(asContract),
        TODAY,
      ),
    ).toEqual([]));
  it("refuses an end before the beginning", () =>
    expect(
      checkContract(values({ to: day("2026-11-30") }), [], TODAY).map((fault) => fault.name),
    ).toEqual(["to"]));
});

describe("what a contract leaves", () => {
  it("counts only activated others", () => {
    const input = inputOf(values({ from: day("2026-12-01"), to: day("2026-12-31") }));
    if (input === undefined) throw new Error("incomplete");
    expect(remainingGaps(input, [asContract(other)], TODAY)).toEqual([]);
    expect(remainingGaps(input, [asContract({ ...other, active: false })], TODAY)).toEqual([
      "Dec 1 to Dec 31: only one contract in force",
    ]);
    expect(overfullWords(input, [asContract(other)], TODAY)).toBeUndefined();
  });
});

it("begins the matrix three months before today, at the first of a month", () => {
  expect(matrixStart(undefined, TODAY)).toBe("2026-08-01");
  expect(matrixStart(day("2027-02-17"), TODAY)).toBe("2027-02-01");
});

describe("starterState", () => {
  const area = {
    contractAreaId: contract().contractAreaId,
    areaName: "Ames",
    contracts: [contract(), other],
    gaps: [],
    firstLineWritten: false,
  };
  it("asks for a starter when two contracts are there", () =>
    expect(starterState(area)).toMatchObject({ word: "Needed", canName: true }));
  it("lets the order run once the first turn is taken", () =>
    expect(
      starterState({ ...area, firstLineWritten: true, starterContractId: contract().contractId }),
    ).toMatchObject({ name: "Harbor", word: "Order has begun", canName: false }));
  it("waits for two contracts", () =>
    expect(starterState({ ...area, contracts: [contract()] }).canName).toBe(false));
});
