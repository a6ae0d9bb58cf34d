import { expect, test } from "vitest";
import { evaluate } from "../contacts/evaluate.ts";
import type { CaseFile } from "../casefile/case-file.ts";
import type { PersonId } from "../kernel/ids.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";
import { covers, day } from "../testing/index.ts";
import { effectOfBirthDate } from "./birth-date.ts";

const noah = "noah" as PersonId;
const mother = "mother" as PersonId;
const book = defaultPolicyBook("IA_FSRP");
/** Noah lives with foster parents: what is owed to him is owed to him alone. */
const file = (dob?: string): CaseFile => ({
  effectiveDate: day("2026-01-05"),
  members: [
    { id: mother, role: "PARENT", living: [{ setting: "PARENTAL_HOME" }], dob: day("1985-04-01") },
    {
      id: noah,
      role: "CHILD",
      living: [{ setting: "FOSTER_FAMILY" }],
      ...(dob === undefined ? {} : { dob: day(dob) }),
    },
  ],
  contacts: [],
});
const effect = (from: string | undefined, to: string | undefined, on: string) =>
  effectOfBirthDate(file(from), book, day(on), {
    personId: noah,
    ...(to === undefined ? {} : { birthDate: day(to) }),
  });

test(`born on February 29 and not on the 28th: of age on March 1, and owed one month more${covers("DEC-15", "CON-13")}`, () => {
  const { ofAge, changes } = effect("2008-02-28", "2008-02-29", "2026-02-28");
  expect(ofAge).toEqual({ before: "2026-02-28", after: "2026-03-01" });
  // By the former date he is of age on the day on which February ends, and no month is owed.
  expect(changes).toMatchObject([
    { after: { key: `MONTH:2026-02:${noah}`, subject: noah, dueOn: "2026-02-28" } },
  ]);
});

test(`a date that was not known ends childhood, and one that is taken out does not${covers("DEC-15")}`, () => {
  expect(effect(undefined, "2008-06-10", "2026-03-10").ofAge).toEqual({ after: "2026-06-10" });
  expect(effect("2008-06-10", undefined, "2026-03-10").ofAge).toEqual({ before: "2026-06-10" });
});

test("it says what the evaluation after the correction says", () => {
  const on = day("2026-03-20");
  const { changes } = effect("2012-05-05", "2008-03-03", "2026-03-20");
  const after = evaluate(file("2008-03-03"), book, on).duties;
  expect(changes.length).toBeGreaterThan(0);
  for (const change of changes)
    if (change.after !== undefined) expect(after).toContainEqual(change.after);
});

test("the birth date of an adult moves nothing", () => {
  const { ofAge, changes } = effectOfBirthDate(file("2012-05-05"), book, day("2026-03-20"), {
    personId: mother,
    birthDate: day("1986-04-01"),
  });
  expect({ ofAge, changes }).toEqual({ ofAge: {}, changes: [] });
});
