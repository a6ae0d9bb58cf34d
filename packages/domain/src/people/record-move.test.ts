import { describe, expect, test } from "vitest";
import type { CaseId, CommandId, PersonId } from "../kernel/ids.ts";
import type { Result } from "../kernel/result.ts";
import { covers, day } from "../testing/index.ts";
import { decideRecordMove, type MoveFacts, type RecordedStay } from "./record-move.ts";
import { RecordMoveSchema } from "./record-move.schema.ts";

const today = day("2027-01-20");
const zoe = "01890000-0000-7000-8000-000000000003" as PersonId;
const command = {
  commandId: "01890000-0000-7000-8000-000000000001" as CommandId,
  caseId: "01890000-0000-7000-8000-000000000002" as CaseId,
  revision: 4,
  personId: zoe,
  setting: "FOSTER_FAMILY",
  state: "IL",
  from: day("2027-01-12"),
} as const;
const home: RecordedStay = { setting: "PARENTAL_HOME", state: "IA" };
const decide = (
  facts: Partial<MoveFacts<RecordedStay>> = {},
  change: Partial<typeof command> | Record<string, unknown> = {},
) =>
  decideRecordMove(
    { member: { id: zoe }, stays: [home], by: "DEPARTMENT", ...facts },
    { ...command, ...change } as typeof command,
    today,
  );
const codes = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.refusals.map(({ code, path }) => [code, ...(path ?? [])].join(":"));

describe("a move", () => {
  test(`ends the former stay on the day before and says who left the home${covers("CASE-6", "EXP-6")}`, () => {
    expect(decide()).toEqual({
      ok: true,
      warnings: [],
      value: {
        ends: { stay: home, to: "2027-01-11" },
        begins: { setting: "FOSTER_FAMILY", state: "IL", from: "2027-01-12", confirmed: true },
        household: {
          person: zoe,
          type: "EXITED",
          date: "2027-01-12",
          notifiedDepartmentOn: "2027-01-20",
        },
      },
    });
  });

  test(`of a contractor takes effect at once and waits for the Department${covers("EXP-6", "X-1")}`, () => {
    const stay: RecordedStay = { setting: "KINSHIP", from: day("2026-11-01") };
    const result = decide({ by: "CONTRACTOR", stays: [stay] }, { setting: "PARENTAL_HOME" });
    expect(result).toMatchObject({
      ok: true,
      value: {
        begins: { confirmed: false },
        household: { type: "ENTERED", date: "2027-01-12" },
      },
    });
    // Where the case has no Department worker, nobody has been told by writing it down.
    expect(result.ok && result.value.household?.notifiedDepartmentOn).toBeUndefined();
    expect(
      decide({ by: "CONTRACTOR", workerToTell: true, stays: [stay] }, { setting: "PARENTAL_HOME" }),
    ).toMatchObject({ ok: true, value: { household: { notifiedDepartmentOn: today } } });
    expect(codes(decide({ by: "CONTRACTOR", lastServiceDay: day("2027-01-11") }))).toEqual([
      "DATE_OUTSIDE_SERVICE:from",
    ]);
  });

  test("between two other homes changes no household; a new address alone is a move", () => {
    const stay: RecordedStay = { setting: "FOSTER_FAMILY", state: "IL", address: "1 Elm St" };
    const result = decide({ stays: [stay] }, { address: " 2 Oak St " });
    expect(result).toMatchObject({ ok: true, value: { begins: { address: "2 Oak St" } } });
    expect(result.ok && result.value.household).toBeUndefined();
    expect(codes(decide({ stays: [stay] }, { address: "1 Elm St" }))).toEqual([
      "INVALID_TRANSITION:setting",
    ]);
    expect(codes(decide({ stays: [stay] }))).toEqual(["INVALID_TRANSITION:setting"]);
  });

  test("into the home counts as entering it where nothing was known before", () => {
    expect(decide({ stays: [] }, { setting: "PARENTAL_HOME" })).toMatchObject({
      ok: true,
      value: { household: { type: "ENTERED" } },
    });
  });

  test(`is refused at its date${covers("X-4")}`, () => {
    expect(codes(decide({}, { from: day("2027-01-21") }))).toEqual(["DATE_IN_FUTURE:from"]);
    expect(codes(decide({ member: { id: zoe, dob: day("2027-01-13") } }))).toEqual([
      "DATE_BEFORE_BIRTH:from",
    ]);
    expect(codes(decide({ member: { id: zoe, deceasedOn: day("2027-01-11") } }))).toEqual([
      "INVALID_TRANSITION:from",
    ]);
    expect(codes(decide({ member: { id: zoe, to: day("2027-01-11") } }))).toEqual([
      "INVALID_TRANSITION:personId",
    ]);
  });

  test("never lies before or on the day of one that is recorded already", () => {
    const stays: RecordedStay[] = [
      { ...home, to: day("2027-01-11") },
      { setting: "SHELTER", from: day("2027-01-12") },
    ];
    expect(codes(decide({ stays }))).toEqual(["PERIOD_OVERLAP:from"]);
    expect(codes(decide({ stays }, { from: day("2027-01-05") }))).toEqual(["PERIOD_OVERLAP:from"]);
    expect(decide({ stays }, { from: day("2027-01-13") })).toMatchObject({
      ok: true,
      value: { ends: { stay: stays[1], to: "2027-01-12" } },
    });
  });
});

test("the schema takes settings and states of the lists only", () => {
  expect(RecordMoveSchema.safeParse(command).success).toBe(true);
  expect(RecordMoveSchema.safeParse({ ...command, state: "ZZ" }).success).toBe(false);
  expect(RecordMoveSchema.safeParse({ ...command, setting: "MOON" }).success).toBe(false);
});
