import { fairnessTable, reportPeriod } from "@kinward/domain/fairness";
import type { OrganizationId } from "@kinward/domain/kernel";
import { plainDate } from "@kinward/domain/kernel";
import type { FairnessView } from "@kinward/domain/views";
import { describe, expect, it } from "vitest";
import { contractorNames, decimal, drawnDifferences, reportCsv, reportRows } from "./present.ts";

const figures = (contractor: string, turns: number, cina: number, placement: number) => ({
  contractor: contractor as OrganizationId,
  turns,
  overrides: 3,
  repaying: 0,
  cina,
  placement,
  children: { n: turns, sum: 2 * turns, squares: 5 * turns },
});
const view = (first = "Prairie, Inc."): FairnessView => ({
  areaName: "Ames",
  period: reportPeriod(2025, plainDate("2026-11-20")),
  names: { a: first, b: "River Bend" } as FairnessView["names"],
  table: fairnessTable([figures("a", 70, 56, 30), figures("b", 80, 48, 34)]),
  placementUnknown: { kind: "MASKED", because: "FEWER_THAN_5" },
});

describe("the fairness report in words", () => {
  const rows = new Map(reportRows(view()).map((row) => [row.id, row]));
  it("says counts, shares and intervals", () => {
    expect(rows.get("CINA")).toMatchObject({
      cells: ["56 of 70: 80.0% (69.2 to 87.7)", "48 of 80: 60.0% (49.0 to 70.0)"],
      difference: "20.0 points (5.2 to 33.4)",
    });
    expect(rows.get("CHILDREN")?.difference).toMatch(
      /^0\.00 children \(\u22120\.\d\d to 0\.\d\d\)$/,
    );
  });
  it("masks small numbers and what would give them away", () =>
    expect(rows.get("OVERRIDES")).toMatchObject({
      cells: ["fewer than 5", "fewer than 5"],
      total: "not shown",
      difference: "not shown",
    }));
  it("does not invent distances", () =>
    expect(rows.get("DISTANCE")?.cells).toEqual(["not recorded", "not recorded"]));
  it("never says that anybody steered", () =>
    expect(
      reportRows(view())
        .flatMap((row) => Object.values(row))
        .join(" "),
    ).not.toMatch(/because|caused|steer/));
});

describe("the file", () => {
  it("holds exactly the rows of the screen", () => {
    const lines = reportCsv(view()).split("\r\n").slice(0, -1);
    expect(lines).toHaveLength(1 + reportRows(view()).length);
    expect(lines[0]).toBe(
      'Contract area,From,To,State,What is counted,"Prairie, Inc.",River Bend,Both together,"Difference: Prairie, Inc. minus River Bend"',
    );
    for (const [index, row] of reportRows(view()).entries())
      expect(lines[index + 1]).toBe(
        [
          "Ames",
          "2025-01-01",
          "2025-12-31",
          "Finished year",
          row.measure,
          ...row.cells,
          row.total,
          row.difference,
        ].join(","),
      );
  });
  it("makes no formula of a name", () =>
    expect(reportCsv(view("=1+1")).split("\r\n")[0]).toContain(",'=1+1,"));
});

describe("the picture", () => {
  it("leaves out what is not compared and keeps within its frame", () => {
    const drawn = drawnDifferences(view());
    expect(drawn.map((one) => one.id)).toEqual(["REPAYING", "CINA", "PLACEMENT", "CHILDREN"]);
    for (const one of drawn) {
      expect(Math.abs(one.low)).toBeLessThanOrEqual(1);
      expect(Math.abs(one.high)).toBeLessThanOrEqual(1);
    }
    expect(contractorNames(view())).toEqual(["Prairie, Inc.", "River Bend"]);
  });
  it("has no minus zero", () =>
    expect([decimal(-0.04), decimal(-0.06)]).toEqual(["0.0", "\u22120.1"]));
});
