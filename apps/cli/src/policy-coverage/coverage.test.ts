import { covers } from "@kinward/domain/testing";
import { expect, test } from "vitest";
import { CATALOGUE, type Catalogue } from "./catalogue.ts";
import { exportedAreas } from "./declared-rules.ts";
import { baselineOf, idsOfTitle, joinCoverage, lossesSince } from "./join.ts";
import { renderBaseline, renderCoverage } from "./render.ts";
import { passedTests } from "./reports.ts";

const catalogue: Catalogue = {
  requirements: [
    {
      id: "CON-4",
      title: "Five | days",
      text: "IA_TOPIC_6",
      lines: "59-63",
      says: "...",
      kind: "AUTOMATED",
    },
    {
      id: "CON-5",
      title: "Joint meeting",
      text: "IA_TOPIC_6",
      lines: "64",
      says: "...",
      kind: "AUTOMATED",
    },
    {
      id: "SCP-3",
      title: "Principles",
      text: "IA_TOPIC_6",
      lines: "9",
      says: "...",
      kind: "JUDGEMENT",
    },
  ],
  decisions: [{ id: "DEC-02", question: "Where does the count start?" }],
};
const rules = [
  { id: "CON-4", cites: [{ text: "IA_TOPIC_6" as const, lines: "60" }], decisions: ["DEC-02"] },
];
const proof = { file: "a.test.ts", title: `counts business days${covers("CON-4", "DEC-02")}` };

test("the catalogue names each requirement and decision once, with its lines", () => {
  const ids = [...CATALOGUE.requirements, ...CATALOGUE.decisions].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(CATALOGUE.requirements.length).toBe(157);
  expect(CATALOGUE.decisions.length).toBe(72);
  const withoutLines = CATALOGUE.requirements
    .filter((one) => one.lines === undefined)
    .map(({ id }) => id);
  expect(withoutLines.every((id) => id.startsWith("X-"))).toBe(true);
});

test("ids are read from the titles of a test and its groups, other brackets are not", () => {
  expect(idsOfTitle("group [CON-4] it works [1] [CON-4, DEC-02] [NOTE-IA]")).toEqual([
    "CON-4",
    "DEC-02",
    "NOTE-IA",
  ]);
  expect(idsOfTitle(proof.title)).toEqual(["CON-4", "DEC-02"]);
});

test("only tests that passed prove anything", () => {
  const result = (fullName: string, status: string) => ({ fullName, status });
  const report = {
    testResults: [
      {
        name: "/checkout/a.test.ts",
        assertionResults: [
          result("one", "passed"),
          result("two", "failed"),
          result("three", "skipped"),
        ],
      },
    ],
  };
  expect(passedTests(report, "/checkout")).toEqual([{ file: "a.test.ts", title: "one" }]);
});

test("a requirement that loses its rule or its test is named, and so is an id that nobody knows", () => {
  const full = joinCoverage(catalogue, rules, [proof]);
  const baseline = baselineOf(full);
  expect(baseline).toEqual({ "CON-4": ["RULE", "TEST"], "DEC-02": ["RULE", "TEST"] });
  expect(JSON.parse(renderBaseline(baseline))).toEqual(baseline);
  expect(lossesSince(baseline, full)).toEqual([]);
  expect(lossesSince(baseline, joinCoverage(catalogue, rules, []))).toEqual([
    "CON-4: TEST",
    "DEC-02: TEST",
  ]);
  expect(lossesSince(baseline, joinCoverage(catalogue, [], [proof]))).toEqual([
    "CON-4: RULE",
    "DEC-02: RULE",
  ]);
  expect(
    joinCoverage(catalogue, rules, [{ file: "b.test.ts", title: covers("CON-99") }]).unknown,
  ).toEqual(["CON-99"]);
});

test("the table names gaps, what is judgement, and keeps its columns", () => {
  const text = renderCoverage(catalogue, joinCoverage(catalogue, rules, []));
  expect(text).toContain(
    "| CON-4 | Five \\| days | IA 59-63 | **rule without test** | 1 (IA 60) |  |",
  );
  expect(text).toContain("| CON-5 | Joint meeting | IA 64 | not yet |  |  |");
  expect(text).toContain("| SCP-3 | Principles | IA 9 | judgement, not automated |  |  |");
  expect(renderCoverage(catalogue, joinCoverage(catalogue, rules, [proof]))).toContain(
    "| rule and test | 1 (IA 60) | a.test.ts (1) |",
  );
});

test("areas are what the domain exports, data folders are none", () => {
  expect(exportedAreas({ "./kernel": "x", "./views": "x", "./schemas/*": "x" })).toEqual([
    "kernel",
    "views",
  ]);
});
