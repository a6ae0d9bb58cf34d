import type { FamilyView } from "@kinward/domain/views";
import { expect, test } from "vitest";
import { presentBands, presentLevels } from "./bands.ts";

const TODAY = "2026-11-20" as FamilyView["from"];
const day = (text: string) => text as FamilyView["from"];
const mateo = "mateo" as FamilyView["people"][number]["personId"];
const family: FamilyView = {
  profile: "IA_FSRP",
  from: day("2026-11-11"),
  people: [{ personId: mateo, name: "Mateo", role: "CHILD", stays: [] }],
  relationships: [],
  contacts: [],
  services: [],
  levels: [
    { subject: "FAMILY", times: 2, per: "MONTH", source: "COURT", from: day("2026-11-16") },
    {
      subject: mateo,
      times: 1,
      per: "WEEK",
      source: "CASE_PLAN",
      from: day("2026-11-11"),
      to: day("2026-11-15"),
    },
    { subject: mateo, times: 3, per: "WEEK", source: "COURT", from: day("2026-12-01") },
  ],
};

test("every level of contact that began has a mark for as long as it holds, the family's in a row of its own", () => {
  const { levels, rows } = presentBands(family, TODAY);
  expect(levels).toEqual([{ left: 50, width: 50 }]);
  expect(rows.map((row) => row.levels)).toEqual([[{ left: 0, width: 50 }]]);
});

test("every level is told in words, those to come too", () => {
  expect(presentLevels(family, TODAY)).toEqual([
    "The family: twice a calendar month, Court, from Nov 16",
    "Mateo: once a calendar week, Case plan, Nov 11 to Nov 15",
    "Mateo: 3 times a calendar week, Court, from Dec 1",
  ]);
});
