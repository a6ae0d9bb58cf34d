import type { CaseFile } from "@kinward/domain/casefile";
import { explainExpectations } from "@kinward/domain/contacts";
import { type PersonId, plainDate } from "@kinward/domain/kernel";
import { defaultPolicyBook } from "@kinward/domain/policy";
import { contactValues, EMPTY_CASE, withContact, withLevels } from "./edit.ts";
import { NO_LIVING, personValues, type PersonValues, withPerson } from "./edit-person.ts";
import {
  householdValues,
  SOMEONE_ELSE,
  taskValues,
  withEndedRights,
  withHouseholdChange,
  withTask,
} from "./edit-records.ts";
import { termValues, withService, withTerm } from "./edit-service.ts";
import { evaluationOf } from "./present.ts";

export const day = plainDate;
export const book = defaultPolicyBook("IA_FSRP");
export const dates = (effective: string, last?: string) => ({
  effectiveDate: day(effective),
  lastServiceDay: last === undefined ? undefined : day(last),
});
export const person = (
  name: string,
  role: "PARENT" | "CHILD",
  more: Partial<PersonValues> = {},
) => ({
  ...personValues(undefined),
  name,
  role,
  living: [{ ...NO_LIVING, setting: "PARENTAL_HOME" as const }],
  ...more,
});

/** A mother, a father elsewhere and two children. */
export function family(): CaseFile {
  let file = withService(EMPTY_CASE, dates("2026-11-20"));
  file = withPerson(file, undefined, person("Dana", "PARENT"));
  file = withPerson(
    file,
    undefined,
    person("Rob", "PARENT", { living: [{ ...NO_LIVING, setting: "NONRESIDENT" }] }),
  );
  file = withPerson(file, undefined, person("Ada", "CHILD"));
  return withPerson(file, undefined, person("Ben", "CHILD"));
}
export const task = { ...taskValues(undefined), date: day("2026-11-25") };
/** What is expected beside contacts on a day, by key. */
export const told = (file: CaseFile, asOf: string) =>
  explainExpectations(file, book, day(asOf)).map(({ expectation: { key, standing } }) => [
    key,
    standing,
  ]);
/** Duties of a day whose keys begin so, with the day on which they were settled. */
export const keys = (file: CaseFile, asOf: string, prefix: string) =>
  evaluationOf(file, book, day(asOf))
    .duties.filter(({ key }) => key.startsWith(prefix))
    .map(({ key, settledOn }) => [key, settledOn]);

/** A case with every fact that can be typed. */
export function everything(): CaseFile {
  let file = withPerson(
    family(),
    "p3" as PersonId,
    person("Ada", "CHILD", {
      dob: day("2009-01-10"),
      bases: ["ABUSE_VICTIM", "CINA", "SIBLING"],
      basisDates: {
        ABUSE_VICTIM: { from: day("2026-11-10"), to: undefined },
        CINA: { from: day("2026-11-18"), to: day("2027-02-01") },
      },
      pastMajority: true,
      joined: day("2026-11-01"),
      left: day("2027-03-01"),
      absences: [{ from: day("2027-01-05"), to: day("2027-01-09") }],
      died: day("2027-04-01"),
      living: [
        { setting: "PARENTAL_HOME", state: "ia", from: day("2026-01-01"), to: day("2026-12-01") },
        { setting: "FOSTER_FAMILY", state: "NE", from: day("2026-12-02"), to: undefined },
      ],
    }),
  );
  file = withContact(file, undefined, {
    ...contactValues(undefined),
    date: day("2026-11-24"),
    mode: "FACE_TO_FACE",
    who: ["p1", "p3"],
    by: "SUBCONTRACTOR",
  });
  const level = {
    times: 2,
    per: "MONTH" as const,
    source: "CASE_PLAN" as const,
    from: day("2026-12-01"),
    to: day("2027-02-01"),
    approvedOn: day("2026-12-10"),
  };
  file = withLevels(file, [level, { ...level, member: "p2" as PersonId }]);
  file = withTerm(file, undefined, {
    ...termValues(undefined),
    name: "Lee",
    from: day("2026-11-20"),
    to: day("2027-01-01"),
  });
  file = withTask(file, undefined, {
    ...task,
    type: "JOINT_MEETING",
    workerPresent: "NO",
    note: "ill",
  });
  file = withTask(file, undefined, {
    ...task,
    type: "FIRST_MEETING_EMAIL",
    statedMeetingDate: day("2026-11-24"),
  });
  file = withTask(file, undefined, { ...task, type: "ICPC_COORDINATION", member: "p3" });
  const change = {
    ...householdValues(undefined),
    type: "EXITED" as const,
    date: day("2026-12-01"),
  };
  file = withHouseholdChange(file, undefined, {
    ...change,
    person: "p3",
    told: day("2026-12-02"),
  });
  file = withHouseholdChange(file, undefined, {
    ...change,
    person: SOMEONE_ELSE,
    who: "a cousin",
    byDepartment: true,
  });
  return withEndedRights(file, undefined, { parent: "p2", child: "p3", date: day("2027-02-01") });
}
