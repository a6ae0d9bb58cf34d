import { expect, test } from "vitest";
import type { Instant, PersonId, PlainDate } from "@kinward/domain/kernel";
import type { CaseFact } from "@kinward/domain/views";
import {
  canEnd,
  factDetail,
  factNote,
  factsAbout,
  factTitle,
  identityFacts,
  type Reader,
  sourceText,
} from "./present.ts";

const [ben, dana] = ["ben", "dana"] as PersonId[] as [PersonId, PersonId];
const day = (date: string) => date as PlainDate;
const reader: Reader = {
  today: "2027-01-20",
  timeZone: "America/Chicago",
  nameOf: (id) => (id === ben ? "Ben" : "Dana"),
  of: ben,
  effectiveDate: day("2026-11-20"),
};
const cina = { kind: "BASIS", personId: ben, basis: "CINA", from: day("2027-01-04") } as const;

test("a basis says its dates, and that a later order gives no five-day contact", () => {
  expect(factTitle(cina, reader)).toBe("Child in need of assistance (CINA)");
  expect(factDetail({ ...cina, to: day("2027-01-10") }, reader)).toBe(
    "Order of Jan 4, until Jan 10",
  );
  expect(factNote(cina, reader)).toContain("Not identified at referral");
  expect(factNote({ ...cina, from: day("2026-11-20") }, reader)).toBeUndefined();
  expect(
    factDetail(
      { kind: "BASIS", personId: ben, basis: "ABUSE_VICTIM", meetsOpeningCriteria: false },
      reader,
    ),
  ).toBe("Does not meet the criteria for opening services");
});

test("a relationship reads from the person whose page it is", () => {
  const fact = {
    kind: "RELATIONSHIP",
    personId: dana,
    relation: "PARENT",
    otherPersonId: ben,
    parentKind: "ADOPTIVE",
  } as const;
  expect(factTitle(fact, reader)).toBe("Dana is the parent");
  expect(factTitle(fact, { ...reader, of: dana })).toBe("Parent of Ben");
  expect(factDetail(fact, reader)).toBe("By adoption");
});

test("a level says how often and who set it", () => {
  expect(
    factTitle(
      { kind: "FREQUENCY", times: 2, per: "MONTH", source: "COURT", from: day("2027-01-01") },
      reader,
    ),
  ).toBe("Twice a calendar month, court");
});

test("what holds comes first, and facts about two people are found from both", () => {
  const facts = (
    [
      { ...cina, to: day("2027-01-10") },
      { kind: "PURPOSE", personId: ben, purpose: "PRESERVE", to: day("2027-01-07") },
      { kind: "PURPOSE", personId: ben, purpose: "REUNIFY", from: day("2027-01-08") },
      { kind: "RIGHTS", personId: dana, childId: ben, on: day("2027-01-15") },
    ] as CaseFact[]
  ).map((fact, index) => ({
    id: String(index),
    fact,
    source: { at: "2027-01-20T15:00:00.000Z" as Instant },
    former: [],
  }));
  const of = (kind: CaseFact["kind"], id: PersonId) =>
    factsAbout({ facts }, kind, id).map((one) => one.id);
  expect(of("PURPOSE", ben)).toEqual(["2", "1"]);
  expect(of("RIGHTS", dana)).toEqual(["3"]);
  expect(of("RIGHTS", ben)).toEqual(["3"]);
  expect(of("BASIS", dana)).toEqual([]);
});

test("rights do not end again; what is over is not ended", () => {
  expect(canEnd({ kind: "RIGHTS", personId: dana, on: day("2027-01-15") }, reader.today)).toBe(
    false,
  );
  expect(canEnd(cina, reader.today)).toBe(true);
  expect(canEnd({ ...cina, to: day("2027-01-10") }, reader.today)).toBe(false);
});

test("a source names who and when; an identity leaves out what nobody knows", () => {
  const at = "2027-01-20T15:41:00.000Z" as Instant;
  expect(sourceText({ at, by: "Ida Wells", organizationName: "Agency" }, reader)).toBe(
    "Recorded by Ida Wells, Agency, Jan 20, 9:41 am",
  );
  expect(sourceText({ at }, reader)).toBe("Recorded Jan 20, 9:41 am");
  expect(
    identityFacts(
      {
        personId: ben,
        version: 1,
        confirmed: true,
        name: { given: "Benjamin", family: "Reed", preferred: "Ben" },
        otherNames: [{ given: "B.", family: "Stone" }],
        languages: [],
        birthDate: day("2018-05-04"),
        birthDateKind: "ESTIMATED",
      },
      reader,
    ).map((fact) => fact.value),
  ).toEqual(["Benjamin Reed", "Ben and B. Stone", "May 4, 2018, estimated"]);
});
