import { describe, expect, test } from "vitest";
import type { CaseFile } from "../casefile/case-file.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";
import { adult, at, child, covers, day, family, mother, visit } from "../testing/index.ts";
import { coverage } from "./coverage.ts";
import { evaluate } from "./evaluate.ts";
import { latenessOn } from "./lateness.ts";
import { project } from "./project.ts";
import { satisfiedBy } from "./satisfied-by.ts";

const book = defaultPolicyBook("IA_FSRP");
const HOME = [at("PARENTAL_HOME")];
const members = [mother(), child("ann", HOME), child("ben", [at("FOSTER_FAMILY")])];

describe("what a contact settled", () => {
  test(`says how many first contacts are met, how late, and where the weeks now run${covers("CON-4", "CON-9")}`, () => {
    const contact = visit("2026-12-04", "mother", "ann", "ben");
    const before = evaluate(family(members), book, day("2026-12-04"));
    const after = evaluate(family(members, [contact]), book, day("2026-12-04"));
    const result = satisfiedBy(before, after, contact.id);
    expect(result.firstContact).toMatchObject({ met: 3, of: 3 });
    expect(result.firstContact?.late.map((duty) => latenessOn(duty, after.asOf, book))).toEqual([
      { n: 3, unit: "BUSINESS_DAYS" },
      { n: 3, unit: "BUSINESS_DAYS" },
      { n: 3, unit: "BUSINESS_DAYS" },
    ]);
    expect(result.weeks).toEqual({ count: 3, from: "2026-12-06", to: "2026-12-26" });
    expect(result.settled.map((duty) => duty.key)).toEqual([
      "INITIAL:mother",
      "INITIAL:ann",
      "INITIAL:ben",
      "FIRST30:ben",
      "MONTH:2026-12:FAMILY",
      "MONTH:2026-12:ben",
    ]);
    expect(result.opened.map((duty) => duty.key)).toContain("TASK:FIRST_MEETING_EMAIL");
  });

  test("tells what it brought nearer without settling it", () => {
    const first = visit("2026-11-24", "mother", "ann", "ben");
    const contact = visit("2026-12-02", "mother");
    const before = evaluate(family(members, [first]), book, day("2026-12-02"));
    const after = evaluate(family(members, [first, contact]), book, day("2026-12-02"));
    const result = satisfiedBy(before, after, contact.id);
    expect(result.settled).toEqual([]);
    expect(result.weeks).toBeUndefined();
    expect(result.progressed.map((duty) => [duty.key, duty.missing])).toEqual([
      ["WEEK:1", ["ann"]],
      ["MONTH:2026-12:FAMILY", ["ann"]],
    ]);
  });
});

describe("looking ahead", () => {
  test(`lists what would be owed, month by month, as projections${covers("CON-13")}`, () => {
    const file = family(members, [visit("2026-11-24", "mother", "ann", "ben")]);
    const ahead = project(file, book, day("2027-01-10"), day("2027-03-01"));
    expect(ahead.map((duty) => duty.key)).toEqual([
      "MONTH:2027-02:FAMILY",
      "MONTH:2027-02:ben",
      "MONTH:2027-03:FAMILY",
      "MONTH:2027-03:ben",
    ]);
    expect(ahead.every((duty) => duty.projected)).toBe(true);
  });

  test("knows a birthday and ends with the services", () => {
    const youth = family([
      mother(),
      child("ben", [at("FOSTER_FAMILY")], { dob: day("2009-02-10") }),
    ]);
    expect(
      project(youth, book, day("2027-01-10"), day("2027-02-20")).map((duty) => duty.key),
    ).toEqual(["MONTH:2027-02:FAMILY"]);
    const ended = { ...youth, serviceTerminationDate: day("2027-01-20") };
    expect(project(ended, book, day("2027-01-10"), day("2027-03-01"))).toEqual([]);
  });
});

describe("the grid of who must be seen, and when", () => {
  const row = (file: CaseFile, asOf: string, person: string) => {
    const grid = coverage(file, book, day(asOf));
    const at = grid?.rows.find((entry) => entry.person === person)?.cells ?? [];
    return grid?.columns.map((column, i) => {
      const name =
        column.kind === "WEEK"
          ? `WEEK${column.n}`
          : column.kind === "MONTH"
            ? column.month
            : column.kind;
      const cell = at[i];
      return [name, cell?.state, cell?.on, cell?.projected && "projected"]
        .filter(Boolean)
        .join(" ");
    });
  };

  test(`has a cell per person and period, seen or still owed${covers("CON-9", "CON-13")}`, () => {
    const rob = adult("PARENT", "rob", [at("NONRESIDENT")]);
    const luis = adult("CARETAKER", "luis", HOME);
    const file = family(
      [...members, luis, rob],
      [
        visit("2026-11-24", "mother", "ann"),
        visit("2026-12-01", "mother"),
        visit("2026-12-02", "ben"),
      ],
    );
    expect(row(file, "2026-12-08", "mother")).toEqual([
      "FIRST_CONTACT done 2026-11-24",
      "FIRST_30 notDue",
      "WEEK1 done 2026-12-01",
      "WEEK2 week",
      "WEEK3 later",
      "2026-12 done 2026-12-01",
      "2027-01 later projected",
      "2027-02 later projected",
      "2027-03 later projected",
    ]);
    expect(row(file, "2026-12-08", "luis")).toEqual([
      "FIRST_CONTACT late",
      "FIRST_30 notDue",
      "WEEK1 notDue",
      "WEEK2 week",
      "WEEK3 later",
      "2026-12 notDue",
      "2027-01 later projected",
      "2027-02 later projected",
      "2027-03 later projected",
    ]);
    expect(row(file, "2026-12-08", "ann")?.slice(2, 6)).toEqual([
      "WEEK1 missed",
      "WEEK2 week",
      "WEEK3 later",
      "2026-12 later",
    ]);
    expect(row(file, "2026-12-08", "ben")).toEqual([
      "FIRST_CONTACT done 2026-12-02",
      "FIRST_30 done 2026-12-02",
      "WEEK1 notDue",
      "WEEK2 notDue",
      "WEEK3 notDue",
      "2026-12 done 2026-12-02",
      "2027-01 later projected",
      "2027-02 later projected",
      "2027-03 later projected",
    ]);
    expect(new Set(row(file, "2026-12-08", "rob")?.map((cell) => cell.split(" ")[1]))).toEqual(
      new Set(["perPlan"]),
    );
  });

  test("excuses what was cancelled and looks no further than the last service day", () => {
    const file = family(members, [visit("2026-11-24", "mother", "ann", "ben")], {
      serviceTerminationDate: day("2027-01-10"),
    });
    expect(row(file, "2027-01-12", "ben")?.slice(-2)).toEqual([
      "2026-12 missed",
      "2027-01 excused",
    ]);
    expect(coverage(family([]), book, day("2026-11-01"))).toBeUndefined();
  });
});
