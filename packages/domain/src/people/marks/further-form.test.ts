import { expect, test } from "vitest";
import type { ReferralFormId } from "../../kernel/ids.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { covers } from "../../testing/covers.ts";
import { decideFurtherForm, type FurtherFormFacts } from "./further-form.ts";

const formId = "extension" as ReferralFormId;
const today = plainDate("2027-05-24");
const facts: FurtherFormFacts = { effectiveDate: plainDate("2026-11-20"), further: [] };
const extended: FurtherFormFacts = {
  ...facts,
  further: [{ formId, effectiveDate: plainDate("2027-05-20"), signedOn: plainDate("2027-05-18") }],
};
const form = (effectiveDate: string, signedOn: string) => ({
  effectiveDate: plainDate(effectiveDate),
  signedOn: plainDate(signedOn),
});
const codes = (
  given: FurtherFormFacts,
  asked: Parameters<typeof decideFurtherForm>[1],
): readonly string[] => {
  const decided = decideFurtherForm(given, asked, today);
  return decided.ok ? [] : decided.refusals.map((one) => one.code);
};

test(`a form that extends services is recorded beside the initial one, ahead of its day with a warning${covers("REF-2", "REF-3")}`, () => {
  expect(decideFurtherForm(facts, form("2027-05-20", "2027-05-18"), today)).toMatchObject({
    ok: true,
    value: { effectiveDate: "2027-05-20", signedOn: "2027-05-18" },
    warnings: [],
  });
  expect(decideFurtherForm(facts, form("2027-06-01", "2027-05-24"), today)).toMatchObject({
    ok: true,
    warnings: [{ code: "EFFECTIVE_IN_FUTURE" }],
  });
});

test("a form before the initial one, signed tomorrow, or recorded twice is refused", () => {
  expect(codes(facts, form("2026-11-19", "2026-11-19"))).toEqual(["DATE_ORDER"]);
  expect(codes(facts, form("2027-05-20", "2027-05-25"))).toEqual(["DATE_IN_FUTURE"]);
  expect(codes(extended, form("2027-05-20", "2027-05-19"))).toEqual(["ALREADY_RECORDED"]);
});

test("a correction needs a change and a reason", () => {
  const corrected = { ...form("2027-05-21", "2027-05-18"), corrects: formId };
  expect(codes(extended, { ...corrected, reason: " " })).toEqual(["REASON_REQUIRED"]);
  expect(codes(extended, { ...corrected, reason: "Typing error" })).toEqual([]);
  const signed = { ...form("2027-05-20", "2027-05-19"), corrects: formId };
  expect(codes(extended, { ...signed, reason: "Typing error" })).toEqual([]);
  const same = { ...form("2027-05-20", "2027-05-18"), corrects: formId };
  expect(codes(extended, { ...same, reason: "Typing error" })).toEqual(["VALUE_UNCHANGED"]);
});
