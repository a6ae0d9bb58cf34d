import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { expect, test } from "vitest";
import { personValues } from "./edit-person.ts";
import { householdValues, rightsValues, SOMEONE_ELSE, taskValues } from "./edit-records.ts";
import { serviceValues, termValues } from "./edit-service.ts";
import {
  householdFaults,
  personFaults,
  rightsFaults,
  serviceFaults,
  taskFaults,
  termFaults,
} from "./faults.ts";
import { dates, day, person } from "./fixtures.ts";

test("an empty form says of each field what is missing, and of a last day that it comes too early", () => {
  const names = (faults: readonly FieldFault[]) => faults.map(({ name }) => name);
  expect(names(personFaults(personValues(undefined)))).toEqual([
    "name",
    "role",
    "living.0.setting",
  ]);
  expect(names(serviceFaults(serviceValues(undefined)))).toEqual(["serviceType", "effectiveDate"]);
  expect(names(termFaults(termValues(undefined), true))).toEqual(["from"]);
  expect(names(termFaults(termValues(undefined), false))).toEqual(["service", "from"]);
  expect(names(taskFaults(taskValues(undefined)))).toEqual(["type"]);
  const asked = { ...taskValues(undefined), type: "JOINT_MEETING" as const };
  expect(names(taskFaults(asked))).toEqual(["date", "workerPresent"]);
  expect(names(taskFaults({ ...asked, workerPresent: "NO" }))).toEqual(["date", "note"]);
  expect(names(taskFaults({ ...asked, type: "FIRST_MEETING_EMAIL" }))).toEqual([
    "date",
    "statedMeetingDate",
  ]);
  expect(names(taskFaults({ ...asked, type: "ICPC_COORDINATION" }))).toEqual(["member", "date"]);
  const change = householdValues(undefined);
  expect(names(householdFaults(change))).toEqual(["type", "person", "date"]);
  expect(names(householdFaults({ ...change, person: SOMEONE_ELSE }))).toEqual([
    "type",
    "who",
    "date",
  ]);
  expect(names(rightsFaults(rightsValues(undefined)))).toEqual(["parent", "child", "date"]);

  const backward = { from: day("2027-01-02"), to: day("2027-01-01") };
  const late = person("Ada", "CHILD", {
    joined: backward.from,
    left: backward.to,
    absences: [backward, { from: undefined, to: undefined }],
    basisDates: { ABUSE_VICTIM: backward, CINA: backward },
    living: [{ setting: "UNKNOWN", state: "Iowa", ...backward }],
  });
  expect(names(personFaults(late))).toEqual([
    "basisDates.ABUSE_VICTIM.to",
    "basisDates.CINA.to",
    "living.0.state",
    "living.0.to",
    "left",
    "absences.0.to",
    "absences.1.from",
    "absences.1.to",
  ]);
  expect(names(termFaults({ ...termValues(undefined), ...backward }, true))).toEqual(["to"]);
  expect(
    names(serviceFaults({ serviceType: "FSRP", ...dates("2027-01-02", "2027-01-01") })),
  ).toEqual(["lastServiceDay"]);
});
