import type { CaseFile } from "@kinward/domain/casefile";
import { CaseFileSchema } from "@kinward/domain/casefile/schema";
import { type PersonId } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { describe, expect, test } from "vitest";
import { withLevels } from "./edit.ts";
import { withoutPerson } from "./edit-person.ts";
import {
  householdValues,
  rightsValues,
  SOMEONE_ELSE,
  taskValues,
  withEndedRights,
  withHouseholdChange,
  withTask,
} from "./edit-records.ts";
import {
  serviceOf,
  servicesOf,
  serviceValues,
  termsOf,
  termValues,
  withoutTerm,
  withServiceRow,
  withServices,
  withTerm,
} from "./edit-service.ts";
import { dates, day, everything, family, keys, task, told } from "./fixtures.ts";

describe("care coordinators", () => {
  const assigned = (file: CaseFile, from: string, to?: string) =>
    withTerm(file, undefined, {
      ...termValues(undefined),
      from: day(from),
      to: to === undefined ? undefined : day(to),
    });

  test(`are typed one after another, changed and taken out${covers("EXP-3")}`, () => {
    const first = assigned(family(), "2026-11-23", "2026-11-30");
    expect(told(first, "2026-11-22")).toEqual([["COORDINATOR:episode-1", "MISSING"]]);
    expect(told(first, "2026-11-23")).toEqual([["COORDINATOR:episode-1", "ASSIGNED"]]);
    const two = assigned(first, "2026-11-30");
    expect(told(two, "2026-11-30")).toEqual([["COORDINATOR:episode-1", "OVERLAP"]]);
    const [one, other] = termsOf(two);
    const changed = withTerm(two, other, { ...termValues(other), from: day("2026-12-03") });
    expect(told(changed, "2026-12-02")).toEqual([["COORDINATOR:episode-1", "MISSING"]]);
    expect(withoutTerm(withoutTerm(changed, other ?? (one as never)), one as never)).toEqual(
      family(),
    );
  });

  test("of a file in short form are the same list, and each belongs to its service", () => {
    const short = { ...family(), careCoordinatorAssignedOn: day("2026-11-23") };
    expect(termsOf(short).map(({ term }) => term)).toEqual([{ from: "2026-11-23" }]);
    const two = withServiceRow(short, undefined, {
      ...serviceValues(undefined),
      ...dates("2027-03-01"),
      serviceType: "FSRP",
    });
    expect(servicesOf(two).map(({ coordinators }) => coordinators?.length ?? 0)).toEqual([1, 0]);
    const later = servicesOf(two)[1]?.id;
    const both = withTerm(two, undefined, {
      ...termValues(undefined),
      service: later,
      name: " Lee ",
      from: day("2027-03-01"),
    });
    expect(termsOf(both)).toEqual([
      { at: 0, service: servicesOf(two)[0]?.id, term: { from: "2026-11-23" } },
      { at: 1, service: later, term: { name: "Lee", from: "2027-03-01" } },
    ]);
  });
});

test("a safety plan before the services makes a list of them, which may become one again", () => {
  const plan = withServiceRow(family(), undefined, {
    serviceType: "SAFETY_PLAN",
    ...dates("2026-11-02", "2026-11-19"),
  });
  expect(serviceOf(plan)).toBeUndefined();
  expect(
    servicesOf(plan).map(({ serviceType, effectiveDate }) => [serviceType, effectiveDate]),
  ).toEqual([
    ["SAFETY_PLAN", "2026-11-02"],
    ["FSRP", "2026-11-20"],
  ]);
  const [first, services] = servicesOf(plan);
  const changed = withServiceRow(plan, services?.id, {
    ...serviceValues(services),
    ...dates("2026-11-21", "2027-01-31"),
  });
  expect(servicesOf(changed)[1]).toMatchObject(dates("2026-11-21", "2027-01-31"));
  const left = withServices(
    changed,
    servicesOf(changed).filter(({ id }) => id !== first?.id),
  );
  expect(serviceOf(left)).toEqual(dates("2026-11-21", "2027-01-31"));
  expect(CaseFileSchema.safeParse(changed).success).toBe(true);
});

test(`tasks that are typed settle their duties${covers("CON-5", "REP-2")}`, () => {
  const file = withTask(family(), undefined, {
    ...task,
    type: "JOINT_MEETING",
    workerPresent: "NO",
    note: " ill ",
  });
  expect(file.tasksInput).toEqual([
    { type: "JOINT_MEETING", date: "2026-11-25", workerPresent: false, note: "ill" },
  ]);
  expect(keys(file, "2026-11-26", "TASK:JOINT")).toEqual([["TASK:JOINT_MEETING", "2026-11-25"]]);
  const [held] = file.tasksInput ?? [];
  const mail = withTask(file, held, {
    ...taskValues(held),
    type: "FIRST_MEETING_EMAIL",
    statedMeetingDate: day("2026-11-24"),
  });
  expect(mail.tasksInput).toEqual([
    { type: "FIRST_MEETING_EMAIL", sentOn: "2026-11-25", statedMeetingDate: "2026-11-24" },
  ]);
});

test(`household changes of members and of others are measured${covers("EXP-6")}`, () => {
  const entered = { ...householdValues(undefined), type: "ENTERED" as const };
  let file = withHouseholdChange(family(), undefined, {
    ...entered,
    person: "p4",
    date: day("2026-11-30"),
    told: day("2026-12-01"),
  });
  file = withHouseholdChange(file, undefined, {
    ...entered,
    person: SOMEONE_ELSE,
    who: " a cousin ",
    date: day("2026-12-01"),
  });
  expect(file.householdChanges).toEqual([
    {
      id: "h1",
      type: "ENTERED",
      person: "p4",
      date: "2026-11-30",
      notifiedDepartmentOn: "2026-12-01",
    },
    { id: "h2", type: "ENTERED", who: "a cousin", date: "2026-12-01" },
  ]);
  expect(told(file, "2026-12-04").slice(1)).toEqual([
    ["HOUSEHOLD:h1", "PROMPT"],
    ["HOUSEHOLD:h2", "SLOW"],
  ]);
  const [, cousin] = file.householdChanges ?? [];
  const own = withHouseholdChange(file, cousin, { ...householdValues(cousin), byDepartment: true });
  expect(told(own, "2026-12-04")[2]).toEqual(["HOUSEHOLD:h2", "NOT_OWED"]);
});

test(`rights to all children that ended end what is agreed for a parent elsewhere${covers("CASE-5")}`, () => {
  const leveled = withLevels(family(), [
    {
      member: "p2" as PersonId,
      times: 1,
      per: "MONTH",
      source: "COURT",
      from: day("2026-12-01"),
    },
  ]);
  const months = (file: CaseFile) => keys(file, "2027-03-02", "PLAN:").map(([key]) => key);
  const ended = (child: string) =>
    withEndedRights(leveled, undefined, { parent: "p2", child, date: day("2027-01-15") });
  expect(months(leveled)).toContain("PLAN:2027-02:p2");
  expect(months(ended("ALL"))).not.toContain("PLAN:2027-02:p2");
  // Rights to one of two children go on for the other.
  const one = ended("p3");
  expect(months(one)).toContain("PLAN:2027-02:p2");
  const [first] = one.terminationsOfRights ?? [];
  expect(
    months(withEndedRights(one, first, { ...rightsValues(first), child: "ALL" })),
  ).not.toContain("PLAN:2027-02:p2");
});

test("with a person goes what is recorded of this person alone", () => {
  const full = everything();
  expect(JSON.stringify(withoutPerson(full, "p3" as PersonId))).not.toContain('"p3"');
  const left = withoutPerson(full, "p2" as PersonId);
  expect(left.terminationsOfRights).toBeUndefined();
  expect(left.tasksInput).toEqual(full.tasksInput);
});
