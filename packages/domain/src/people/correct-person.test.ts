import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseId, CommandId, PersonId } from "../kernel/ids.ts";
import { addDays } from "../kernel/plain-date.ts";
import type { Result } from "../kernel/result.ts";
import { covers, day } from "../testing/index.ts";
import { type CorrectPerson, decideCorrectPerson, type PersonDetails } from "./correct-person.ts";
import type { Person } from "./person.ts";

const today = day("2027-02-01");
const noah: Person = {
  id: "01890000-0000-7000-8000-000000000003" as PersonId,
  given: "Noah",
  family: "Lopes",
  birthDate: day("2009-02-28"),
  birthDateKind: "EXACT",
  languages: ["en"],
};
const { id: _, ...recorded } = noah;
const command: CorrectPerson = {
  commandId: "01890000-0000-7000-8000-000000000001" as CommandId,
  caseId: "01890000-0000-7000-8000-000000000002" as CaseId,
  personId: noah.id,
  version: 3,
  details: { ...recorded, family: "Lopez" },
  reason: "The birth certificate",
};
const correct = (
  details: Partial<PersonDetails> | PersonDetails = command.details,
  facts: Partial<Parameters<typeof decideCorrectPerson>[0]> = {},
  more: Partial<CorrectPerson> = {},
) =>
  decideCorrectPerson(
    { person: noah, version: 3, recorder: { by: "DEPARTMENT" }, ...facts },
    { ...command, details: details as PersonDetails, ...more },
    today,
  );
const codes = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.refusals.map(({ code, path }) => [code, ...(path ?? [])].join(":"));

describe("who someone is is corrected", () => {
  test(`the whole record as it should read, trimmed, each name once${covers("CASE-6")}`, () => {
    const details = {
      ...recorded,
      family: " Lopez ",
      middle: " ",
      otherNames: [{ given: "Noah", family: "Lopez" }, { given: "Noe " }, { given: "Noe" }, {}],
      sex: "MALE",
      languages: ["es", "en", "es"],
    } as const;
    expect(correct(details)).toMatchObject({
      ok: true,
      value: {
        confirmed: true,
        person: {
          ...noah,
          family: "Lopez",
          otherNames: [{ given: "Noe" }],
          sex: "MALE",
          languages: ["es", "en"],
        },
      },
    });
  });

  test(`what is left out is not known any more, but for a death and all of the name${covers("CASE-6")}`, () => {
    const died = day("2026-12-01");
    const result = correct(
      { given: "Noah", languages: [] },
      { person: { ...noah, deceasedOn: died } },
    );
    expect(result.ok && result.value.person).toEqual({
      id: noah.id,
      given: "Noah",
      languages: [],
      deceasedOn: died,
    });
    expect(codes(correct({ ...recorded, given: "", family: " " }))).toEqual([
      "FIELD_REQUIRED:given",
    ]);
    const nameless: Person = { id: noah.id, languages: [] };
    expect(correct({ sex: "MALE", languages: [] }, { person: nameless }).ok).toBe(true);
  });

  test(`a contractor's word waits for the Department's${covers("CASE-6", "X-1")}`, () => {
    const result = correct(command.details, { recorder: { by: "CONTRACTOR" } });
    expect(result).toMatchObject({ ok: true, value: { confirmed: false } });
  });

  test("a form about an older record, nothing new, or no reason is refused", () => {
    expect(codes(correct(undefined, { version: 4 }))).toEqual(["PERSON_CHANGED"]);
    expect(codes(correct({ ...recorded, given: "Noah " }))).toEqual(["VALUE_UNCHANGED"]);
    expect(codes(correct(undefined, {}, { reason: " " }))).toEqual(["REASON_REQUIRED:reason"]);
  });

  test(`a birth date has its kind, has come unless it is expected, and lies before all that is recorded${covers("CASE-6")}`, () => {
    const born = (birthDate: string, more: object = {}, facts = {}) =>
      codes(correct({ ...recorded, birthDate: day(birthDate), ...more }, facts));
    expect(born("2009-03-01")).toEqual([]);
    expect(born("2027-02-02")).toEqual(["DATE_IN_FUTURE:birthDate"]);
    expect(born("2027-05-02", { birthDateKind: "EXPECTED" })).toEqual([]);
    expect(born("2026-11-21", {}, { firstDay: day("2026-11-20") })).toEqual([
      "DATE_BEFORE_BIRTH:birthDate",
    ]);
    expect(born("2026-11-20", {}, { firstDay: day("2026-11-20") })).toEqual([]);
    expect(born("2026-11-21", {}, { person: { ...noah, deceasedOn: day("2026-11-20") } })).toEqual([
      "DATE_BEFORE_BIRTH:birthDate",
    ]);
    const { birthDateKind: _kind, ...noKind } = recorded;
    expect(codes(correct({ ...noKind, birthDate: day("2009-03-01") }))).toEqual([
      "FIELD_REQUIRED:birthDateKind",
    ]);
  });

  test("a correction that was taken is no correction any more", () => {
    const name = fc.option(fc.string({ maxLength: 12 }), { nil: undefined });
    const details = fc.record(
      {
        given: name,
        middle: name,
        family: name,
        otherNames: fc.array(fc.record({ given: name, family: name }, { requiredKeys: [] }), {
          maxLength: 4,
        }),
        languages: fc.array(fc.constantFrom("en", "es", "so"), { maxLength: 4 }),
        days: fc.integer({ min: 0, max: 9000 }),
      },
      { requiredKeys: ["languages", "days"] },
    );
    fc.assert(
      fc.property(details, ({ days, ...typed }) => {
        const asked = {
          ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)),
          birthDate: addDays(today, -days),
          birthDateKind: "EXACT",
        } as unknown as PersonDetails;
        const first = correct(asked);
        if (!first.ok) return;
        const { id: _id, ...taken } = first.value.person;
        const again = correct(taken, { person: first.value.person });
        expect(codes(again)).toEqual(["VALUE_UNCHANGED"]);
        expect(codes(correct(asked, { person: first.value.person }))).toEqual(["VALUE_UNCHANGED"]);
      }),
    );
  });
});
