import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PersonId } from "../../kernel/ids.ts";
import { addDays } from "../../kernel/plain-date.ts";
import type { Result } from "../../kernel/result.ts";
import { covers, day } from "../../testing/index.ts";
import { isIdentifiedAtReferral } from "./at-referral.ts";
import {
  decideCorrectMark,
  decideEndMark,
  decideRecordMark,
  decideSetMajority,
} from "./decide-mark.ts";
import { decideCorrectEffectiveDate } from "./effective-date.ts";
import { decideEndOfServices, type EndFacts } from "./end-of-services.ts";
import type { Kept, Mark } from "./mark.ts";
import type { MarkFacts } from "./mark-checks.ts";

const id = (name: string) => name as PersonId;
const [dana, rob, ben, mia] = [id("dana"), id("rob"), id("ben"), id("mia")];
const facts: MarkFacts = {
  members: [
    { id: dana, role: "PARENT", dob: day("1990-02-01") },
    { id: rob, role: "PARENT" },
    { id: ben, role: "CHILD", dob: day("2018-05-04") },
    { id: mia, role: "CHILD", dob: day("2009-01-20") },
  ],
  others: [],
  childAgeLimit: 18,
  today: day("2027-01-20"),
};
const codes = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.refusals.map(({ code, path }) => [code, ...(path ?? [])].join(":"));
const record = (mark: Mark, others: readonly Kept[] = []) =>
  decideRecordMark({ ...facts, others }, { mark });
const cina = { kind: "BASIS", personId: ben, basis: "CINA", from: day("2027-01-04") } as const;

describe("a basis", () => {
  test(`says what the policy asks of it${covers("CASE-1", "CASE-2", "CASE-3")}`, () => {
    expect(record(cina)).toMatchObject({ ok: true, value: { adds: cina } });
    expect(codes(record({ kind: "BASIS", personId: ben, basis: "CINA" }))).toEqual([
      "FIELD_REQUIRED:mark:from",
    ]);
    expect(codes(record({ kind: "BASIS", personId: ben, basis: "ABUSE_VICTIM" }))).toEqual([
      "FIELD_REQUIRED:mark:meetsOpeningCriteria",
    ]);
    expect(codes(record({ kind: "BASIS", personId: ben, basis: "SIBLING" }))).toEqual([
      "FIELD_REQUIRED:mark:siblingKind",
    ]);
    expect(codes(record({ kind: "BASIS", personId: dana, basis: "SIBLING" }))).toContain(
      "VALUE_NOT_ALLOWED:mark:basis",
    );
    expect(codes(record({ ...cina, personId: id("nobody") }))).toEqual([
      "VALUE_NOT_ALLOWED:mark:personId",
    ]);
  });

  test("keeps only the answers of its own choice", () => {
    expect(record({ ...cina, siblingKind: "HALF", meetsOpeningCriteria: true })).toMatchObject({
      value: { adds: cina },
    });
    const result = record({ ...cina, siblingKind: "HALF" });
    expect(result.ok && result.value.adds).toEqual(cina);
  });

  test(`lies neither in the future nor before birth nor beside itself${covers("X-4")}`, () => {
    expect(codes(record({ ...cina, from: day("2027-01-21") }))).toEqual([
      "DATE_IN_FUTURE:mark:from",
    ]);
    expect(codes(record({ ...cina, from: day("2018-05-03") }))).toEqual([
      "DATE_BEFORE_BIRTH:mark:from",
    ]);
    expect(codes(record({ ...cina, to: day("2027-01-03") }))).toEqual(["DATE_ORDER:mark:to"]);
    expect(codes(record(cina, [{ id: "1", ...cina, from: day("2026-01-01") }]))).toEqual([
      "PERIOD_OVERLAP:mark:from",
    ]);
    const dismissed = { ...cina, id: "1", from: day("2026-01-01"), to: day("2026-06-30") };
    expect(record(cina, [dismissed]).ok).toBe(true);
  });

  test(`is not given to someone of age, unless the case goes on${covers("DEC-15")}`, () => {
    const late: Mark = { ...cina, personId: mia, from: day("2027-01-20") };
    expect(codes(record(late))).toEqual(["PERSON_OF_AGE:mark:basis"]);
    expect(record({ ...late, from: day("2027-01-19") }).ok).toBe(true);
    const members = facts.members.map((one) => ({ ...one, continuesPastMajority: true }));
    expect(decideRecordMark({ ...facts, members }, { mark: late }).ok).toBe(true);
  });
});

test(`an order after the effective date gives no five-day contact${covers("CASE-2", "DEC-09")}`, () => {
  const effective = day("2027-01-04");
  expect(isIdentifiedAtReferral(cina, effective)).toBe(true);
  expect(isIdentifiedAtReferral({ ...cina, from: day("2027-01-05") }, effective)).toBe(false);
  expect(isIdentifiedAtReferral({ ...cina, to: effective }, effective)).toBe(true);
  expect(isIdentifiedAtReferral({ ...cina, basis: "SIBLING" }, effective)).toBeUndefined();
});

describe("a purpose", () => {
  const preserve: Kept = { id: "p1", kind: "PURPOSE", personId: ben, purpose: "PRESERVE" };
  test(`that changes leaves both visible with their dates${covers("SCP-4")}`, () => {
    const mark: Mark = {
      kind: "PURPOSE",
      personId: ben,
      purpose: "REUNIFY",
      from: day("2027-01-08"),
    };
    expect(record(mark, [preserve])).toEqual({
      ok: true,
      warnings: [],
      value: { adds: mark, ends: { mark: preserve, to: "2027-01-07" } },
    });
    expect(codes(record({ ...mark, purpose: "PRESERVE" }, [preserve]))).toEqual([
      "VALUE_UNCHANGED:mark:purpose",
    ]);
    const later: Kept = { ...preserve, from: day("2027-01-10") };
    expect(codes(record(mark, [later]))).toEqual(["PERIOD_OVERLAP:mark:from"]);
    expect(codes(record({ ...mark, personId: dana }))).toEqual(["VALUE_NOT_ALLOWED:mark:personId"]);
  });

  test("of each day is one, whatever is recorded in whatever order", () => {
    const step = fc.record({
      days: fc.integer({ min: 0, max: 60 }),
      purpose: fc.constantFrom("PRESERVE", "REUNIFY", "ALTERNATIVE_PERMANENCY" as const),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let kept: Kept[] = [preserve];
        for (const [index, { days, purpose }] of steps.entries()) {
          const from = addDays(day("2026-11-20"), days);
          const result = record({ kind: "PURPOSE", personId: ben, purpose, from }, kept);
          if (!result.ok) continue;
          const { ends, adds } = result.value;
          kept = kept.map((one) =>
            one.id === ends?.mark.id ? ({ ...one, to: ends.to } as Kept) : one,
          );
          kept.push({ ...(adds as Mark), id: `n${index}` });
        }
        for (let n = 0; n <= 61; n++) {
          const on = addDays(day("2026-11-20"), n);
          const held = kept.filter(
            (one) => one.kind === "PURPOSE" && (one.from ?? "") <= on && (one.to ?? "9999") >= on,
          );
          expect(held).toHaveLength(1);
        }
      }),
      { numRuns: 50, seed: 20_261_122 },
    );
  });
});

test(`rights end once, of a parent to a child or to all${covers("REP-4", "CASE-5")}`, () => {
  const mark = { kind: "RIGHTS", personId: rob, childId: ben, on: day("2027-01-15") } as const;
  expect(record(mark)).toMatchObject({ ok: true, value: { adds: mark } });
  expect(codes(record({ ...mark, personId: ben }))).toEqual(["VALUE_NOT_ALLOWED:mark:personId"]);
  expect(codes(record({ ...mark, childId: dana }))).toEqual(["VALUE_NOT_ALLOWED:mark:childId"]);
  expect(codes(record({ ...mark, on: day("2018-05-03") }))).toEqual(["DATE_BEFORE_BIRTH:mark:on"]);
  const { childId: _, ...all } = mark;
  expect(codes(record(mark, [{ ...all, id: "1" }]))).toEqual(["ALREADY_RECORDED:mark:childId"]);
  expect(record(all, [{ ...mark, id: "1" }]).ok).toBe(true);
  expect(codes(decideEndMark({ ...mark, id: "1" }, { to: facts.today }, facts.today))).toEqual([
    "INVALID_TRANSITION:id",
  ]);
});

test(`relationships fit the family${covers("CASE-3", "CASE-5")}`, () => {
  const parent = {
    kind: "RELATIONSHIP",
    personId: dana,
    relation: "PARENT",
    otherPersonId: ben,
    parentKind: "BIOLOGICAL",
  } as const;
  expect(record(parent).ok).toBe(true);
  expect(codes(record({ ...parent, otherPersonId: dana }))).toEqual([
    "VALUE_NOT_ALLOWED:mark:otherPersonId",
  ]);
  expect(codes(record({ ...parent, personId: ben, otherPersonId: mia }))).toEqual([
    "VALUE_NOT_ALLOWED:mark:otherPersonId",
  ]);
  expect(
    codes(
      record({ ...parent, personId: rob, otherPersonId: dana }, [
        { ...parent, id: "1", personId: dana, otherPersonId: rob },
      ]),
    ),
  ).toEqual(["VALUE_NOT_ALLOWED:mark:otherPersonId"]);
  expect(codes(record(parent, [{ ...parent, id: "1" }]))).toEqual(["PERIOD_OVERLAP:mark:from"]);
  const siblings = {
    kind: "RELATIONSHIP",
    personId: ben,
    relation: "SIBLING",
    otherPersonId: mia,
    siblingKind: "HALF",
  } as const;
  const turned: Kept = { ...siblings, id: "2", personId: mia, otherPersonId: ben };
  expect(record(siblings, [{ ...parent, id: "1" }]).ok).toBe(true);
  expect(codes(record(siblings, [turned]))).toEqual(["PERIOD_OVERLAP:mark:from"]);
});

test(`a level says how often, by whom and from when, also from a later day${covers("CON-1", "CON-7", "DEC-19", "DEC-71")}`, () => {
  const level = {
    kind: "FREQUENCY",
    times: 2,
    per: "MONTH",
    source: "COURT",
    from: day("2027-02-01"),
  } as const;
  expect(record(level)).toMatchObject({ ok: true, value: { adds: level } });
  expect(record({ ...level, personId: rob, times: 31 }).ok).toBe(true);
  expect(codes(record({ ...level, per: "WEEK", times: 8 }))).toEqual([
    "VALUE_NOT_ALLOWED:mark:times",
  ]);
  expect(codes(record({ ...level, source: "CASE_PLAN" }))).toEqual([
    "FIELD_REQUIRED:mark:approvedOn",
  ]);
  expect(codes(record({ ...level, source: "CASE_PLAN", approvedOn: day("2027-01-21") }))).toEqual([
    "DATE_IN_FUTURE:mark:approvedOn",
  ]);
  expect(codes(record(level, [{ ...level, id: "1" }]))).toEqual(["ALREADY_RECORDED:mark:from"]);
  expect(record({ ...level, source: "FAMILY_TEAM_MEETING" }, [{ ...level, id: "1" }]).ok).toBe(
    true,
  );
});

test(`an order that is dismissed ends; a later end than the recorded one is a correction${covers("CASE-2")}`, () => {
  const mark: Kept = { id: "1", ...cina };
  const end = (to: string, was = mark) => decideEndMark(was, { to: day(to) }, facts.today);
  expect(end("2027-01-15")).toEqual({
    ok: true,
    warnings: [],
    value: { ends: { mark, to: "2027-01-15" } },
  });
  expect(codes(end("2027-01-03"))).toEqual(["DATE_ORDER:to"]);
  expect(codes(end("2027-01-21"))).toEqual(["DATE_IN_FUTURE:to"]);
  const ended: Kept = { ...cina, id: "1", to: day("2027-01-10") };
  expect(codes(end("2027-01-12", ended))).toEqual(["INVALID_TRANSITION:to"]);
  expect(codes(end("2027-01-10", ended))).toEqual(["VALUE_UNCHANGED:to"]);
  expect(end("2027-01-08", ended).ok).toBe(true);
});

test(`a correction has a reason, changes something and stays with its person${covers("CASE-1")}`, () => {
  const mark: Kept = { id: "1", ...cina };
  const correct = (by: Mark | undefined, reason = "Wrong order") =>
    decideCorrectMark({ ...facts, others: [mark] }, mark, { ...(by && { mark: by }), reason });
  const by: Mark = { ...cina, from: day("2027-01-05") };
  expect(correct(by)).toMatchObject({ ok: true, value: { replaces: { mark, by } } });
  expect(correct(undefined)).toMatchObject({ ok: true, value: { removes: mark } });
  expect(codes(correct(undefined, " "))).toEqual(["REASON_REQUIRED:reason"]);
  expect(codes(correct({ ...cina }))).toEqual(["VALUE_UNCHANGED:mark"]);
  expect(codes(correct({ ...by, personId: mia }))).toEqual(["VALUE_NOT_ALLOWED:mark:personId"]);
});

test(`that a case goes on past the birthday is said of a child, with a reason${covers("DEC-15")}`, () => {
  const child = { id: mia, role: "CHILD" } as const;
  expect(decideSetMajority(child, { continues: true, reason: "Court goes on" }).ok).toBe(true);
  expect(codes(decideSetMajority(child, { continues: false, reason: "" }))).toEqual([
    "VALUE_UNCHANGED:continues",
    "REASON_REQUIRED:reason",
  ]);
  expect(
    codes(decideSetMajority({ id: dana, role: "PARENT" }, { continues: true, reason: "x" })),
  ).toEqual(["VALUE_NOT_ALLOWED:personId"]);
});

test(`a corrected effective date is refused where services cannot begin${covers("REF-1", "REF-2")}`, () => {
  const episode = {
    effectiveDate: day("2026-11-20"),
    serviceType: "FSRP",
    others: [{ from: day("2026-01-01"), to: day("2026-06-30") }],
    openedOn: day("2026-06-01"),
    enteredOn: day("2026-11-23"),
    lastServiceDay: day("2027-01-10"),
  } as const;
  const decide = (date: string, reason = "Typing error") =>
    decideCorrectEffectiveDate(episode, { effectiveDate: day(date), reason }, facts.today);
  expect(decide("2026-11-18")).toEqual({
    ok: true,
    value: { effectiveDate: "2026-11-18" },
    warnings: [{ code: "BACKDATED" }],
  });
  expect(decide("2026-11-23")).toMatchObject({ ok: true, warnings: [] });
  expect(codes(decide("2026-11-20", ""))).toEqual([
    "VALUE_UNCHANGED:effectiveDate",
    "REASON_REQUIRED:reason",
  ]);
  expect(codes(decide("2027-01-11"))).toEqual(["DATE_ORDER:effectiveDate"]);
  expect(codes(decide("2026-06-30"))).toEqual(["PERIOD_OVERLAP:effectiveDate"]);
  expect(codes(decide("2026-05-31"))).toEqual([
    "DATE_ORDER:effectiveDate",
    "PERIOD_OVERLAP:effectiveDate",
  ]);
});

describe("the last service day", () => {
  const open: EndFacts = {
    effectiveDate: day("2026-11-20"),
    others: [{ from: day("2026-01-01"), to: day("2026-06-30") }],
  };
  const decide = (last: string | undefined, facts_: EndFacts = open, reason = "Goals reached") =>
    decideEndOfServices(
      facts_,
      { ...(last !== undefined && { lastServiceDay: day(last) }), reason },
      facts.today,
    );

  test(`lies between the beginning of services and today, and has a reason${covers("CON-14", "DEC-14")}`, () => {
    expect(decide("2027-01-20")).toMatchObject({
      ok: true,
      value: { lastServiceDay: "2027-01-20" },
    });
    expect(decide("2026-11-20")).toMatchObject({ ok: true });
    expect(codes(decide("2027-01-21"))).toEqual(["DATE_IN_FUTURE:lastServiceDay"]);
    expect(codes(decide("2026-11-19"))).toEqual(["DATE_ORDER:lastServiceDay"]);
    expect(codes(decide("2027-01-10", open, " "))).toEqual(["REASON_REQUIRED:reason"]);
    // A successor serves since January: the end lies in its time.
    const moved = { ...open, lastContractorFrom: day("2027-01-04") };
    expect(codes(decide("2027-01-03", moved))).toEqual(["DATE_ORDER:lastServiceDay"]);
    expect(decide("2027-01-04", moved)).toMatchObject({ ok: true });
  });

  test(`is corrected or taken back, unless other services began since${covers("CON-14", "DEC-14")}`, () => {
    const ended = { ...open, lastServiceDay: day("2027-01-10") };
    expect(decide("2027-01-08", ended)).toMatchObject({ ok: true });
    expect(codes(decide("2027-01-10", ended))).toEqual(["VALUE_UNCHANGED:lastServiceDay"]);
    expect(decide(undefined, ended)).toEqual({ ok: true, value: {}, warnings: [] });
    expect(codes(decide(undefined))).toEqual(["VALUE_UNCHANGED:lastServiceDay"]);
    const reopened = { ...ended, others: [{ from: day("2027-01-15") }] };
    expect(codes(decide(undefined, reopened))).toEqual(["PERIOD_OVERLAP:lastServiceDay"]);
    expect(codes(decide("2027-01-15", reopened))).toEqual(["PERIOD_OVERLAP:lastServiceDay"]);
    expect(decide("2027-01-14", reopened)).toMatchObject({ ok: true });
  });

  test(`is none of services that have not begun, or whose referral was taken back${covers("DEC-14")}`, () => {
    const later = { ...open, effectiveDate: day("2027-02-01") };
    expect(codes(decide("2027-02-01", later))).toEqual(["INVALID_TRANSITION"]);
    expect(codes(decide("2027-01-10", { ...open, withdrawnOn: day("2027-01-12") }))).toEqual([
      "INVALID_TRANSITION",
    ]);
  });
});
