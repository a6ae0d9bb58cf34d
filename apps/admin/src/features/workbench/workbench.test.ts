import type { CaseFile } from "@kinward/domain/casefile";
import { CaseFileSchema } from "@kinward/domain/casefile/schema";
import { type PersonId, plainDate } from "@kinward/domain/kernel";
import { defaultPolicyBook, withSettings } from "@kinward/domain/policy";
import { describe, expect, test } from "vitest";
import { contactValues, EMPTY_CASE, levelsOf, withContact, withLevels } from "./edit.ts";
import { nameOf, NO_LIVING, personValues, withoutPerson, withPerson } from "./edit-person.ts";
import { serviceOf, withService } from "./edit-service.ts";
import {
  benchRows,
  bookNumberOf,
  dueWords,
  dutyTitle,
  evaluationOf,
  policyChoices,
  usedHolidays,
  whoWords,
} from "./present.ts";

const day = plainDate;
const book = defaultPolicyBook("IA_FSRP");
const home = { ...NO_LIVING, setting: "PARENTAL_HOME" as const };
const person = (name: string, role: "PARENT" | "CHILD") => ({
  ...personValues(undefined),
  name,
  role,
  living: [home],
});

/** A case typed from nothing, step by step. */
function typed(): CaseFile {
  let file = withService(EMPTY_CASE, {
    effectiveDate: day("2026-11-20"),
    lastServiceDay: undefined,
  });
  file = withPerson(file, undefined, person("Dana ", "PARENT"));
  file = withPerson(file, undefined, {
    ...person("Ada", "CHILD"),
    dob: day("2018-05-04"),
    bases: ["ABUSE_VICTIM", "CINA"],
    basisDates: {
      ...personValues(undefined).basisDates,
      CINA: { from: day("2026-11-18"), to: undefined },
    },
    living: [home, { ...NO_LIVING, setting: "KINSHIP", state: " ne ", from: day("2026-12-10") }],
  });
  return withContact(file, undefined, {
    ...contactValues(undefined),
    date: day("2026-11-24"),
    mode: "FACE_TO_FACE",
    who: ["p1", "p2"],
  });
}

describe("a case that is typed", () => {
  test("is a case file that the rules take", () => {
    const file = typed();
    expect(CaseFileSchema.safeParse(file).success).toBe(true);
    expect(file.members.map(nameOf)).toEqual(["Dana", "Ada"]);
    expect(file.members[1]).toEqual({
      id: "p2",
      name: "Ada",
      role: "CHILD",
      dob: "2018-05-04",
      criteria: [{ basis: "ABUSE_VICTIM" }, { basis: "CINA", from: "2026-11-18" }],
      living: [
        { setting: "PARENTAL_HOME" },
        { setting: "KINSHIP", state: "NE", from: "2026-12-10" },
      ],
    });
    const { duties } = evaluationOf(file, book, day("2026-11-25"));
    expect(duties.some((duty) => duty.key === "INITIAL:p2" && duty.settledOn !== undefined)).toBe(
      true,
    );
  });

  test("keeps what a form does not show, and takes a person out everywhere", () => {
    const file = typed();
    const marked = {
      ...file,
      members: file.members.map((one) => ({ ...one, continuesPastMajority: true })),
    };
    const [, ada] = marked.members;
    const same = withPerson(marked, ada?.id, personValues(ada));
    expect(same).toEqual({
      ...marked,
      members: marked.members.map((one) => (one === ada ? expect.objectContaining(ada) : one)),
    });
    const leveled = withLevels(file, [
      { times: 2, per: "MONTH", source: "COURT", from: day("2026-12-01") },
      { times: 1, per: "WEEK", source: "COURT", from: day("2026-12-01"), member: "p2" as PersonId },
    ]);
    expect(levelsOf(leveled)).toHaveLength(2);
    const left = withoutPerson(leveled, "p2" as PersonId);
    expect(JSON.stringify(left)).not.toContain("p2");
    expect(levelsOf(left)).toHaveLength(1);
  });

  test("has one pair of service dates, whichever way the file spells them", () => {
    const dates = { effectiveDate: day("2026-11-20"), lastServiceDay: day("2027-01-31") };
    for (const file of [
      { ...EMPTY_CASE, effectiveDate: dates.effectiveDate, terminatedOn: dates.lastServiceDay },
      {
        ...EMPTY_CASE,
        episodes: [{ id: "e" as never, serviceType: "FSRP" as const, ...dates }],
      },
    ]) {
      expect(serviceOf(file)).toEqual(dates);
      const open = withService(file, { ...dates, lastServiceDay: undefined });
      expect(serviceOf(open)).toEqual({ ...dates, lastServiceDay: undefined });
    }
  });
});

test("two policies side by side: what differs is marked, what only one asks for stands alone", () => {
  const file = typed();
  const asOf = day("2026-12-05");
  const first = evaluationOf(file, book, asOf);
  expect(benchRows(first, undefined).every((row) => !row.differs)).toBe(true);
  expect(benchRows(first, first).some((row) => row.differs)).toBe(false);
  const second = evaluationOf(
    file,
    withSettings(book, { initialContactBusinessDays: 1, weeklyCount: 1 }),
    asOf,
  );
  const rows = benchRows(first, second);
  const initial = rows.find((row) => row.duty.key === "INITIAL:p1");
  expect(initial).toMatchObject({
    differs: true,
    first: { dueOn: "2026-12-01" },
    second: { dueOn: "2026-11-23" },
  });
  const gone = rows.find((row) => row.duty.key === "WEEK:3");
  expect(gone).toMatchObject({ differs: true });
  expect(gone?.second).toBeUndefined();
  expect(rows.map((row) => row.duty.dueOn ?? "9")).toEqual(
    rows.map((row) => row.duty.dueOn ?? "9").toSorted((a, b) => a.localeCompare(b, "en")),
  );
});

test("duties, people and holidays in words", () => {
  const file = typed();
  const rows = benchRows(evaluationOf(file, book, day("2026-12-05")), undefined);
  const week = rows.find((row) => row.duty.key === "WEEK:1");
  expect(week && dutyTitle(week.duty)).toBe("Weekly family contact, week 1");
  expect(week && whoWords(week.duty, file)).toBe("The family");
  expect(week && dueWords(week.duty, day("2026-11-25"))).toBe("Nov 29 to Dec 5");
  expect(usedHolidays(rows, book).map(({ date }) => date)).toEqual([
    "2026-11-26",
    "2026-11-27",
    "2026-12-25",
  ]);
});

test("a case is counted with any published book, by number and the day from which it holds", () => {
  const books = [
    { number: 3, publishedAt: "2026-11-20T15:00:00.000Z" as never, effectiveOn: day("2027-01-01") },
    { number: 2, publishedAt: "2026-11-18T15:00:00.000Z" as never },
    { number: 1, publishedAt: "2026-11-17T15:00:00.000Z" as never, effectiveOn: day("2026-12-01") },
    { number: 0 },
  ];
  const choices = policyChoices(3, books, false, day("2026-11-20"));
  expect(choices.map(({ id }) => id)).toEqual(["IN_FORCE", "TEXTS", "BOOK 2", "BOOK 1"]);
  expect(choices.map(({ label }) => label).slice(2)).toEqual([
    "Policy book 2, holidays only",
    "Policy book 1, in effect from Dec 1",
  ]);
  expect(choices.map(({ id }) => bookNumberOf(id))).toEqual([undefined, undefined, 2, 1]);
  expect(policyChoices(3, books, true, day("2026-11-20"))[2]?.id).toBe("CASE");
});
