import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { covers } from "../testing/covers.ts";
import type { Json, JsonObject } from "./checker.ts";
import { runWorkedCases } from "./run.ts";

const text = readFileSync(new URL("../../test-vectors/worked-cases.json", import.meta.url), "utf8");
const { scenarios } = JSON.parse(text) as { readonly scenarios: readonly JsonObject[] };

interface Member {
  readonly id: string;
}
interface Scenario {
  readonly id: string;
  given: Record<string, Json>;
  expect: Record<string, Json>;
  variants?: unknown;
}

const copyOf = (id: string): Scenario =>
  JSON.parse(JSON.stringify(scenarios.find((one) => one["id"] === id))) as Scenario;
const run = (scenario: unknown) => runWorkedCases(scenario as Json);
const differences = (scenario: unknown) =>
  run(scenario).cases.flatMap((one) => one.differences.map(({ at }) => `${one.id} ${at}`));

/** The case without its variants, changed. */
const alone = (id: string, change: (copy: Scenario) => void): Scenario => {
  const copy = copyOf(id);
  delete copy.variants;
  change(copy);
  return copy;
};

test("the worked cases are those of the specification, to the byte", () => {
  expect(createHash("sha256").update(text).digest("hex")).toBe(
    "0622366228afd28158fc5eed27a8ca85198839b18c3a148399ba7e5c2fc345ea",
  );
});

const CONTACT_CASES = ["S01", "S02", "S04", "S05", "S07"];

describe("a worked case of contacts comes out the same", () => {
  test.each(CONTACT_CASES)("%s with other people", (id) => {
    const copy = copyOf(id);
    const ids = (copy.given["members"] as unknown as readonly Member[]).map((one) => one.id);
    const named = ids.reduce(
      (json, old, i) => json.replace(new RegExp(`(?<=[":])${old}(?=["\\s])`, "gu"), `p-${9 - i}`),
      JSON.stringify(copy),
    );
    expect(named).not.toContain(`"${ids[0]}"`);
    expect(differences(JSON.parse(named))).toEqual([]);
  });

  test.each(CONTACT_CASES)("%s with its facts in another order", (id) => {
    const copy = alone(id, ({ given }) => {
      for (const list of ["members", "contacts", "planFrequencies", "tasksInput"])
        if (Array.isArray(given[list])) given[list] = [...(given[list] as Json[])].reverse();
    });
    expect(differences(copy)).toEqual([]);
  });

  test.each(CONTACT_CASES)("%s without what no rule needs", (id) => {
    const copy = alone(id, ({ given }) => {
      const drop = (record: Json, ...fields: string[]) =>
        Object.fromEntries(
          Object.entries(record as JsonObject).filter(([field]) => !fields.includes(field)),
        );
      given["members"] = (given["members"] as Json[]).map((one) => drop(one, "name"));
      given["contacts"] = (given["contacts"] as Json[]).map((one) => drop(one, "place", "weekday"));
      delete given["effectiveWeekday"];
    });
    expect(differences(copy)).toEqual([]);
  });
});

describe("facts may be named more freely", () => {
  const closing = (given: Record<string, Json>) =>
    differences(
      alone("S05", (copy) => {
        Object.assign(copy.given, given);
        copy.expect = {
          lastServiceDay: "2027-02-10",
          asOf: [
            {
              asOf: "2027-02-10",
              onlyKeysStartingWith: ["MONTH:2027-02:FAMILY"],
              obligations: [
                { key: "MONTH:2027-02:FAMILY", status: "CANCELLED", reason: "CASE_CLOSED" },
              ],
            },
          ],
        };
      }),
    );

  test.each<Record<string, Json>>([
    { lastServiceDay: "2027-02-10" },
    { serviceTerminationDate: "2027-02-10" },
    { closedOn: "2027-02-10" },
    { closing: "2027-02-10" },
    { serviceTermination: { date: "2027-02-10", reason: "goals reached" } },
  ])("the end of services: %o", (given) => expect(closing(given)).toEqual([]));

  test("and a case that has not ended is found out", () => {
    expect(closing({})).toEqual([
      "S05 lastServiceDay.lastServiceDay",
      "S05 asOf 2027-02-10 MONTH:2027-02:FAMILY.status",
      "S05 asOf 2027-02-10 MONTH:2027-02:FAMILY.reason",
    ]);
  });

  test("a setting at the person, a contact without id and mode", () => {
    const copy = alone("S01", ({ given }) => {
      given["members"] = (given["members"] as unknown as Record<string, Json>[]).map(
        ({ living: _, ...one }) => ({ ...one, setting: "PARENTAL_HOME" }),
      );
      given["contacts"] = (given["contacts"] as unknown as Record<string, Json>[]).map(
        ({ date, with: seen }) => ({ date, personsSeen: seen }) as JsonObject,
      );
    });
    // The contacts have other ids now, nothing else differs.
    const found = differences(copy).map((at) => at.split(".").at(-1));
    expect(new Set(found)).toEqual(new Set(["by"]));
  });
});

describe("expectations may stand in several ways", () => {
  const late = (expected: Record<string, Json>) =>
    differences(
      alone("S04", (copy) => {
        copy.given["contacts"] = [];
        copy.given["planFrequencies"] = [];
        copy.expect = expected;
      }),
    );
  const codes = ["INITIAL_CONTACT_OVERDUE", "NO_FREQUENCY_SPECIFIED:rob"];

  test.each<Record<string, Json>>([
    { asOf: [{ asOf: "2027-04-14", warnings: codes }] },
    { asOf: [{ asOf: "2027-04-14", flags: codes }] },
    {
      warnings: [
        { asOf: "2027-04-14", warnings: codes },
        { asOf: "2027-04-13", code: "NO_FREQUENCY_SPECIFIED", subject: "rob" },
      ],
    },
    { asOf: [{ asOf: "2027-04-13", notListed: ["WEEK:1", "MONTH:2027-05:FAMILY"] }] },
    { day30: "2027-05-05", day30Weekday: "Wed", initialFamilyContactOn: null },
  ])(`flags and clocks: %o${covers("DEC-07", "DEC-19")}`, (expected) => {
    expect(run(alone("S04", (copy) => (copy.expect = expected))).unsupported).toEqual([]);
    expect(late(expected)).toEqual([]);
  });

  test.each<[Record<string, Json>, string]>([
    [{ asOf: [{ asOf: "2027-04-13", warnings: codes }] }, "S04 asOf 2027-04-13.warnings"],
    [{ flags: [{ asOf: "2027-04-14", flag: null }] }, "S04 flags 2027-04-14"],
    [
      { asOf: [{ asOf: "2027-04-13", notListed: ["INITIAL:karen"] }] },
      "S04 asOf 2027-04-13 INITIAL:karen",
    ],
    [{ day30: "2027-05-05", day30Weekday: "Thu" }, "S04 day30.day30Weekday"],
  ])("what is wrong in them is found: %o", (expected, at) => {
    expect(late(expected)).toEqual([at]);
  });

  test(`the minimum and the level asked for are reported apart${covers("CON-2", "CON-3", "DEC-20")}`, () => {
    const january = (minimumMet: boolean) =>
      differences(
        alone("S05", (copy) => {
          copy.expect = {
            asOf: [
              {
                asOf: "2027-02-01",
                onlyKeysStartingWith: ["MONTH:2027-01:FAMILY"],
                duties: [
                  {
                    key: "MONTH:2027-01:FAMILY",
                    status: "MISSED",
                    minimum: 1,
                    effective: 2,
                    minimumMet,
                    effectiveMet: false,
                  },
                ],
              },
            ],
          };
        }),
      );
    expect(january(true)).toEqual([]);
    expect(january(false)).toEqual(["S05 asOf 2027-02-01 MONTH:2027-01:FAMILY.minimumMet"]);
  });
});

test("a case that cannot be read is a finding and stops no other", () => {
  const broken = alone("S01", (copy) => (copy.given["effectiveDate"] = "2026-02-30"));
  const astray = {
    ...alone("S04", () => undefined),
    variants: [{ patch: [{ op: "remove", path: "/no/such" }] }],
  };
  const { cases } = run([broken, astray, alone("S02", () => undefined)]);
  expect(cases.map(({ id, differences: found }) => [id, found.map(({ at }) => at)])).toEqual([
    ["S01", ["case"]],
    ["S04", []],
    ["S04 variant 1", ["case"]],
    ["S02", []],
  ]);
});
