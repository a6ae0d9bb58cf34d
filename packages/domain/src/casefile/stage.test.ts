import { expect, test } from "vitest";
import type { CaseFile } from "./case-file.ts";
import { caseStageOn, childLastSeenOn } from "./stage.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";

const book = defaultPolicyBook("IA_FSRP");
const file = {
  members: [
    { id: "ann", role: "CHILD", living: [] },
    { id: "ben", role: "CHILD", living: [], to: "2026-12-01" },
    { id: "mom", role: "PARENT", living: [] },
  ],
  contacts: [
    { id: "1", date: "2026-11-24", mode: "FACE_TO_FACE", with: ["ann", "ben", "mom"] },
    { id: "2", date: "2026-11-30", mode: "VIDEO", with: ["ann"] },
    { id: "3", date: "2026-12-10", mode: "FACE_TO_FACE", with: ["ann"] },
  ],
  episodes: [
    {
      id: "a",
      serviceType: "SAFETY_PLAN",
      effectiveDate: "2026-11-20",
      lastServiceDay: "2026-12-09",
    },
    { id: "b", serviceType: "FSRP", effectiveDate: "2026-12-10", lastServiceDay: "2027-02-01" },
  ],
} as unknown as CaseFile;

test.each([
  ["2026-11-19", "REFERRED", "2026-11-20"],
  ["2026-11-20", "SAFETY_PLAN", "2026-12-10"],
  ["2026-12-10", "FIRST_30_DAYS", "2027-01-09"],
  ["2027-01-08", "FIRST_30_DAYS", "2027-01-09"],
  ["2027-01-09", "ONGOING", "2027-02-02"],
  ["2027-02-01", "ONGOING", "2027-02-02"],
  ["2027-02-02", "ENDED", undefined],
])("on %s the case is %s until %s", (day, stage, changesOn) => {
  const found = caseStageOn(file, book, day as never);
  expect(found.stage).toBe(stage);
  expect(found.changesOn).toBe(changesOn);
});

test("a Kentucky case is open until the day after its last service day", () => {
  const ky = {
    profile: "KY_IN_HOME",
    members: [],
    contacts: [],
    serviceTerminationDate: "2027-01-31",
  } as never;
  const kyBook = defaultPolicyBook("KY_IN_HOME");
  expect(caseStageOn(ky, kyBook, "2027-01-31" as never)).toEqual({
    stage: "OPEN",
    changesOn: "2027-02-01",
  });
  expect(caseStageOn(ky, kyBook, "2027-02-01" as never)).toEqual({ stage: "CLOSED" });
});

test("last seen is that of the child who waits longest, face to face only, while a member", () => {
  expect(childLastSeenOn(file, "2026-11-23" as never)).toBeUndefined();
  expect(childLastSeenOn(file, "2026-12-01" as never)).toBe("2026-11-24");
  expect(childLastSeenOn(file, "2026-12-11" as never)).toBe("2026-12-10");
});
