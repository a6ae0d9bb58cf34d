import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseId, CommandId, MemberId, PersonId } from "../../kernel/ids.ts";
import { findInForce } from "../../kernel/interval.ts";
import { addDays } from "../../kernel/plain-date.ts";
import type { Result } from "../../kernel/result.ts";
import { covers, day } from "../../testing/index.ts";
import { type AddMemberFacts, decideAddMember } from "./add-member.ts";
import type { AddMember, CorrectStay } from "./commands.ts";
import { decideConfirmMember } from "./confirm.ts";
import {
  decideCorrectMembership,
  decideCorrectStay,
  decideRemoveMember,
  decideWithdrawStay,
} from "./correct.ts";
import type { Membership, RosterPerson, RosterStay } from "./facts.ts";
import { correctTurns, decideRecordHouseholdChange, householdTurns } from "./household.ts";
import { decideEndMembership, decideRecordDeath } from "./leave.ts";

const today = day("2027-02-01");
const iris = "01890000-0000-7000-8000-000000000003" as PersonId;
const envelope = {
  commandId: "01890000-0000-7000-8000-000000000001" as CommandId,
  caseId: "01890000-0000-7000-8000-000000000002" as CaseId,
  revision: 4,
};
const codes = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.refusals.map(({ code, path }) => [code, ...(path ?? [])].join(":"));

const adding: AddMember = {
  ...envelope,
  given: "Iris",
  birthDate: day("2019-03-04"),
  role: "CHILD",
  joined: day("2027-01-27"),
  living: { setting: "PARENTAL_HOME", state: "IA", since: day("2027-01-27") },
  basis: { basis: "SIBLING", siblingKind: "HALF" },
};
const facts: AddMemberFacts = {
  by: "DEPARTMENT",
  span: { began: day("2026-11-02") },
  memberships: [],
  stays: [],
  openCases: [],
};
const add = (more: Partial<AddMemberFacts> = {}, command: Partial<AddMember> = {}) =>
  decideAddMember({ ...facts, ...more }, { ...adding, ...command }, today);

describe("someone joins an open case", () => {
  test(`a half-sister moves in: a member from that day, and the household changed${covers("CASE-3", "EXP-6")}`, () => {
    expect(add()).toEqual({
      ok: true,
      warnings: [],
      value: {
        membership: { role: "CHILD", joined: "2027-01-27", confirmed: true },
        basis: { basis: "SIBLING", siblingKind: "HALF", on: "2027-01-27" },
        begins: { setting: "PARENTAL_HOME", state: "IA", from: "2027-01-27", confirmed: true },
        household: { type: "ENTERED", date: "2027-01-27", notifiedDepartmentOn: today },
      },
    });
  });

  test(`a contractor's word waits for the Department, which alone says the basis${covers("CASE-6", "EXP-6", "X-1")}`, () => {
    const { basis: _, ...reported } = adding;
    const contractor = { by: "CONTRACTOR", workerToTell: true } as const;
    expect(decideAddMember({ ...facts, ...contractor }, reported, today)).toMatchObject({
      ok: true,
      value: {
        membership: { confirmed: false },
        begins: { confirmed: false },
        household: { notifiedDepartmentOn: today },
      },
    });
    expect(codes(add(contractor))).toEqual(["VALUE_NOT_ALLOWED:basis:basis"]);
    expect(
      codes(
        decideAddMember(
          { ...facts, ...contractor, lastServiceDay: day("2027-01-20") },
          reported,
          today,
        ),
      ),
    ).toEqual(["DATE_OUTSIDE_SERVICE:joined", "DATE_OUTSIDE_SERVICE:living:since"]);
  });

  test(`a sibling elsewhere is in the case only by a placement${covers("CASE-3", "CASE-4")}`, () => {
    const kinship = { setting: "KINSHIP", state: "IA" } as const;
    expect(codes(add({}, { living: kinship }))).toEqual(["SIBLING_NOT_IN_HOUSEHOLD:basis:basis"]);
    const placed = add({}, { living: kinship, basis: { basis: "IN_PLACEMENT" } });
    expect(placed).toMatchObject({ ok: true, value: { begins: { setting: "KINSHIP" } } });
    expect(placed.ok && placed.value.household).toBeUndefined();
  });

  test(`of a child the basis is asked, of an adult the role says it${covers("CASE-5")}`, () => {
    const { basis: _, ...unsaid } = adding;
    expect(codes(decideAddMember(facts, unsaid, today))).toEqual(["FIELD_REQUIRED:basis:basis"]);
    expect(decideAddMember(facts, { ...unsaid, role: "CARETAKER" }, today).ok).toBe(true);
    expect(codes(add({}, { basis: { basis: "CARETAKER" } }))).toEqual([
      "VALUE_NOT_ALLOWED:basis:basis",
    ]);
    expect(codes(add({}, { basis: { basis: "CINA" } }))).toEqual(["FIELD_REQUIRED:basis:on"]);
  });

  test(`someone in another open case is added after the warning was read${covers("X-8", "DEC-41")}`, () => {
    const twice = { openCases: ["2027-00012"] };
    expect(add(twice)).toEqual({
      ok: false,
      refusals: [
        {
          code: "WARNING_NOT_ACCEPTED",
          params: { of: "PERSON_IN_TWO_OPEN_CASES", caseNumber: "2027-00012" },
        },
      ],
    });
    expect(add(twice, { acceptWarnings: ["PERSON_IN_TWO_OPEN_CASES"] }).ok).toBe(true);
  });

  test("is refused where it does not fit the days", () => {
    expect(codes(add({}, { joined: day("2027-02-02") }))).toEqual(["DATE_IN_FUTURE:joined"]);
    expect(codes(add({}, { joined: day("2027-01-20") }))).toEqual(["DATE_ORDER:living:since"]);
    expect(codes(add({ span: { ended: day("2027-01-26") } }))).toEqual([
      "DATE_OUTSIDE_SERVICE:joined",
    ]);
    expect(codes(add({}, { living: { setting: "PARENTAL_HOME", state: "IA" } }))).toEqual([
      "FIELD_REQUIRED:living:since",
    ]);
    expect(codes(add({}, { given: " " }))).toEqual(["FIELD_REQUIRED:given"]);
    const here: Membership = { memberId: "m" as MemberId, role: "CHILD", confirmed: true };
    expect(codes(add({ memberships: [here] }))).toEqual(["PERIOD_OVERLAP:joined"]);
  });

  test(`comes back: the former stay ends on the day before${covers("DEC-13")}`, () => {
    const left: Membership = {
      memberId: "m" as MemberId,
      role: "CHILD",
      to: day("2026-12-31"),
      confirmed: true,
    };
    const stays: RosterStay[] = [
      { id: "s", setting: "KINSHIP", state: "IA", from: day("2026-12-20"), confirmed: true },
    ];
    expect(add({ memberships: [left], stays })).toMatchObject({
      ok: true,
      value: { ends: { stayId: "s", to: "2027-01-26" }, household: { type: "ENTERED" } },
    });
    // Who lived on in the home all the time did not enter it.
    const home: RosterStay[] = [
      { id: "s", setting: "PARENTAL_HOME", state: "IA", confirmed: true },
    ];
    const back = add({ memberships: [left], stays: home });
    expect(back.ok && [back.value.begins, back.value.household]).toEqual([undefined, undefined]);
  });
});

const member: Membership = {
  memberId: "m1" as MemberId,
  role: "CHILD",
  joined: day("2026-12-01"),
  confirmed: true,
};
const stays: RosterStay[] = [
  { id: "s1", setting: "KINSHIP", state: "IA", to: day("2026-12-14"), confirmed: true },
  {
    id: "s2",
    setting: "PARENTAL_HOME",
    state: "IA",
    from: day("2026-12-15"),
    to: day("2027-01-09"),
    confirmed: true,
  },
  { id: "s3", setting: "SHELTER", state: "IA", from: day("2027-01-10"), confirmed: false },
];
const person: RosterPerson = {
  person: { id: iris, birthDate: day("2019-03-04") },
  memberships: [member],
  stays,
  hasBasis: true,
};

describe("someone leaves", () => {
  const leave = (on: string, of: Partial<RosterPerson> = {}) =>
    decideEndMembership(
      { ...person, ...of },
      { ...envelope, personId: iris, on: day(on), because: "ADOPTED" },
      today,
    );
  test(`the case on a last day, with the reason${covers("CASE-5", "DEC-13")}`, () => {
    expect(leave("2027-01-31")).toMatchObject({
      ok: true,
      value: { memberId: "m1" as MemberId, to: "2027-01-31", because: "ADOPTED" },
    });
    expect(codes(leave("2027-02-02"))).toEqual(["DATE_IN_FUTURE:on"]);
    expect(codes(leave("2026-11-30"))).toEqual(["DATE_ORDER:on"]);
    const gone = { memberships: [{ ...member, to: day("2027-01-01") }] };
    expect(codes(leave("2027-01-31", gone))).toEqual(["INVALID_TRANSITION:personId"]);
  });

  test("dies: recorded once, changed or taken back only with a reason", () => {
    const die = (known: string | undefined, on: string | undefined, reason?: string) =>
      decideRecordDeath(
        { person: { ...person.person, ...(known && { deceasedOn: day(known) }) } },
        { ...envelope, personId: iris, ...(on && { on: day(on) }), ...(reason && { reason }) },
        today,
      );
    expect(die(undefined, "2027-01-30")).toMatchObject({ value: { on: "2027-01-30" } });
    expect(codes(die(undefined, undefined))).toEqual(["FIELD_REQUIRED:on"]);
    expect(codes(die(undefined, "2019-03-03"))).toEqual(["DATE_BEFORE_BIRTH:on"]);
    expect(codes(die("2027-01-30", "2027-01-31"))).toEqual(["REASON_REQUIRED:reason"]);
    expect(codes(die("2027-01-30", "2027-01-30", "x"))).toEqual(["VALUE_UNCHANGED:on"]);
    expect(die("2027-01-30", "2027-01-31", "Certificate")).toMatchObject({ ok: true });
    expect(die("2027-01-30", undefined, "Someone else")).toMatchObject({ ok: true, value: {} });
  });
});

describe("the household", () => {
  test(`changes when someone begins or ceases to live in the home while the case is open${covers("EXP-6")}`, () => {
    expect(householdTurns(stays, day("2026-11-02"))).toEqual([
      { type: "ENTERED", date: "2026-12-15" },
      { type: "EXITED", date: "2027-01-10" },
    ]);
    expect(householdTurns(stays, day("2026-12-15"))).toEqual([
      { type: "EXITED", date: "2027-01-10" },
    ]);
  });

  test(`someone who is no member is told to the Department, and nothing else${covers("EXP-6", "CASE-3")}`, () => {
    const record = (by: "CONTRACTOR" | "DEPARTMENT", on: string) =>
      decideRecordHouseholdChange(
        { by },
        { ...envelope, kind: "ENTERED", on: day(on), who: " Ray, a cousin " },
        today,
      );
    expect(record("DEPARTMENT", "2027-01-30")).toMatchObject({
      value: { type: "ENTERED", who: "Ray, a cousin", notifiedDepartmentOn: today },
    });
    // No Department worker whom a notice would reach.
    const untold = record("CONTRACTOR", "2027-01-30");
    expect(untold.ok && untold.value.notifiedDepartmentOn).toBeUndefined();
    expect(codes(record("CONTRACTOR", "2027-02-02"))).toEqual(["DATE_IN_FUTURE:on"]);
  });
});

describe("a correction", () => {
  const recorder = { by: "DEPARTMENT" } as const;
  const correct = (stayId: string, from: string | undefined, of: Partial<CorrectStay> = {}) =>
    decideCorrectStay(
      { ...person, recorder },
      {
        ...envelope,
        stayId,
        setting: "PARENTAL_HOME",
        state: "IA",
        ...(from && { from: day(from) }),
        reason: "Typing error",
        ...of,
      },
      today,
    );

  test("of the first day takes the end of the stay before with it, and the household change", () => {
    const corrected = correct("s2", "2026-12-20");
    expect(corrected).toMatchObject({
      value: {
        changed: [
          { id: "s1", to: "2026-12-19" },
          { id: "s2", from: "2026-12-20" },
        ],
      },
    });
    if (!corrected.ok) return;
    const began = day("2026-11-02");
    expect(
      correctTurns(
        [{ id: "h1", type: "ENTERED", date: day("2026-12-15") }],
        householdTurns(stays, began),
        householdTurns(corrected.value.stays, began),
      ),
    ).toEqual({ removed: [], moved: [{ id: "h1", date: "2026-12-20" }], added: [] });
  });

  test("of a stay that never was lets the one before go on", () => {
    const withdraw = (stayId: string, by: "CONTRACTOR" | "DEPARTMENT") =>
      decideWithdrawStay(
        { stays, recorder: { by } },
        { ...envelope, stayId, reason: "Wrong child" },
      );
    expect(withdraw("s2", "DEPARTMENT")).toMatchObject({
      value: { removed: "s2", changed: [{ id: "s1", to: "2027-01-09" }] },
    });
    const last = withdraw("s3", "CONTRACTOR");
    expect(last).toMatchObject({ value: { changed: [{ id: "s2" }] } });
    expect(last.ok && last.value.changed[0]?.to).toBeUndefined();
    expect(codes(withdraw("s2", "CONTRACTOR"))).toEqual(["INVALID_TRANSITION:stayId"]);
  });

  test("is refused where somebody would live in two places, and of another's confirmed word", () => {
    expect(codes(correct("s2", undefined))).toEqual(["FIELD_REQUIRED:from"]);
    expect(codes(correct("s2", "2027-01-10"))).toEqual(["DATE_ORDER:from"]);
    expect(codes(correct("s3", "2026-12-15"))).toEqual(["PERIOD_OVERLAP:from"]);
    const bound = { ...person, recorder: { by: "CONTRACTOR" } as const };
    const command = { ...envelope, setting: "SHELTER", state: "IA", reason: "x" } as const;
    const from = day("2027-01-11");
    expect(
      codes(decideCorrectStay(bound, { ...command, stayId: "s2", from: day("2026-12-16") }, today)),
    ).toEqual(["INVALID_TRANSITION:stayId"]);
    expect(decideCorrectStay(bound, { ...command, stayId: "s3", from }, today).ok).toBe(true);
  });

  test("never leaves a day in two stays, nor one without that had one", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("s1", "s2", "s3"),
        fc.integer({ min: -60, max: 60 }),
        (stayId, shift) => {
          const from = addDays(day("2026-12-31"), shift);
          const result = correct(stayId, stayId === "s1" ? undefined : from);
          if (!result.ok) return;
          for (let offset = -90; offset <= 90; offset++) {
            const on = addDays(day("2026-12-31"), offset);
            const inForce = result.value.stays.filter(
              (stay) => (stay.from ?? "") <= on && on <= (stay.to ?? "9999"),
            );
            expect(inForce.length).toBe(findInForce(stays, on) === undefined ? 0 : 1);
          }
        },
      ),
      { seed: 20_261_122 },
    );
  });

  test("of a membership keeps it apart from the others", () => {
    const two = {
      ...person,
      memberships: [
        { ...member, to: day("2026-12-31") },
        { ...member, memberId: "m2" as MemberId, joined: day("2027-01-10") },
      ],
    };
    const fix = (more: object) =>
      decideCorrectMembership(
        two,
        { ...envelope, memberId: "m1" as MemberId, reason: "x", ...more },
        today,
      );
    expect(fix({ joined: day("2026-12-02"), to: day("2027-01-09"), because: "OTHER" }).ok).toBe(
      true,
    );
    expect(codes(fix({ joined: day("2026-12-02") }))).toEqual(["PERIOD_OVERLAP:joined"]);
    expect(codes(fix({ to: day("2027-01-09") }))).toEqual(["FIELD_REQUIRED:because"]);
    expect(codes(fix({ memberId: "m9" as MemberId }))).toEqual(["INVALID_TRANSITION:memberId"]);
  });

  test("takes out someone of whom nothing else is recorded", () => {
    const remove = (by: "CONTRACTOR" | "DEPARTMENT", inUse: boolean) =>
      decideRemoveMember(
        { ...person, recorder: { by }, inUse },
        { ...envelope, personId: iris, reason: "Another family" },
      );
    expect(remove("DEPARTMENT", false).ok).toBe(true);
    expect(codes(remove("DEPARTMENT", true))).toEqual(["MEMBER_IN_USE:personId"]);
    expect(codes(remove("CONTRACTOR", false))).toEqual(["INVALID_TRANSITION:personId"]);
  });
});

test(`the Department confirms, and says of a child why it is in the case${covers("CASE-3", "EXP-6")}`, () => {
  const confirm = (of: Partial<RosterPerson>, basis?: "SIBLING") =>
    decideConfirmMember(
      { ...person, ...of },
      { ...envelope, personId: iris, ...(basis && { basis: { basis, siblingKind: "WHOLE" } }) },
      today,
    );
  expect(confirm({})).toEqual({ ok: true, warnings: [], value: {} });
  expect(codes(confirm({ hasBasis: false }))).toEqual(["FIELD_REQUIRED:basis:basis"]);
  const home = stays.slice(0, 2).map((stay) => ({ ...stay, confirmed: false }));
  expect(confirm({ hasBasis: false, stays: home }, "SIBLING")).toMatchObject({
    value: { basis: { basis: "SIBLING", on: "2026-12-01" } },
  });
  expect(codes(confirm({ stays: [] }))).toEqual(["INVALID_TRANSITION:personId"]);
});
