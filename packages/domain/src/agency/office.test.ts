import { expect, test } from "vitest";
import type { OfficeId, StaffId, TeamId } from "../kernel/ids.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { decideEndPlace, decideNamePlace, decideSaveTeam, type Place } from "./office.ts";
import type { Staff } from "./staff.ts";
import { staffStatusOn } from "./staff-status.ts";

const today = plainDate("2026-11-20");
const office: Place<OfficeId> = { id: "o" as OfficeId, name: "Ames" };

test("open places have names of their own; an ended one's name is free again", () => {
  expect(decideNamePlace(" ames ", [office])).toMatchObject({
    refusals: [{ code: "DUPLICATE_NAME" }],
  });
  expect(decideNamePlace("Ames", [{ ...office, endedOn: today }]).ok).toBe(true);
  expect(decideNamePlace("  ", [])).toMatchObject({ refusals: [{ code: "FIELD_REQUIRED" }] });
});

test("a team needs an open office and a supervisor of the Department", () => {
  const supervisor: Staff = {
    id: "s" as StaffId,
    name: "Sam",
    email: "sam@example.test",
    roles: [{ role: "SUPERVISOR", from: plainDate("2026-01-01") }],
  };
  const facts = { others: [] as Place<TeamId>[], offices: [office], staff: [supervisor], today };
  const input = { name: "North", officeId: office.id, supervisorId: supervisor.id };
  expect(decideSaveTeam(input, facts).ok).toBe(true);
  expect(decideSaveTeam(input, { ...facts, offices: [] })).toMatchObject({
    refusals: [{ path: ["officeId"] }],
  });
  expect(decideSaveTeam(input, { ...facts, staff: [] })).toMatchObject({
    refusals: [{ path: ["supervisorId"] }],
  });
});

test("a place ends when no one is left, once", () => {
  expect(decideEndPlace(office, 0).ok).toBe(true);
  expect(decideEndPlace(office, 1).ok).toBe(false);
  expect(decideEndPlace({ ...office, endedOn: today }, 0).ok).toBe(false);
});

test("access is over on the day it ends", () => {
  expect(staffStatusOn({ endedOn: today, hasAccount: true }, today)).toBe("ENDED");
  expect(staffStatusOn({ endedOn: plainDate("2026-11-21"), hasAccount: true }, today)).toBe(
    "ACTIVE",
  );
  expect(staffStatusOn({ hasAccount: false }, today)).toBe("INVITED");
});
