import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import type { Identity } from "@kinward/domain/views";
import { expect, test } from "vitest";
import {
  bothChanged,
  detailsOf,
  identityFaults,
  movesText,
  rebased,
  refusedFaults,
  valuesOfIdentity,
} from "./identity-form.ts";

const day = (on: string) => on as PlainDate;
const today = "2026-11-20";
const ada: Identity = {
  personId: "a" as PersonId,
  version: 2,
  confirmed: true,
  name: { given: "Ada", family: "Reed" },
  otherNames: [],
  birthDate: day("2008-02-28"),
  languages: ["en"],
};
const values = valuesOfIdentity(ada);

test("the form sends the record as it should read, without what is empty", () => {
  expect(values).toMatchObject({ birthDateKind: "EXACT", sex: "UNKNOWN", preferred: "" });
  expect(
    detailsOf({
      ...values,
      given: " Adelaide ",
      otherNames: [{ given: "Adele", family: "" }, {}],
      birthDate: undefined,
      sex: "FEMALE",
    }),
  ).toEqual({
    given: "Adelaide",
    family: "Reed",
    otherNames: [{ given: "Adele" }],
    sex: "FEMALE",
    languages: ["en"],
  });
});

test("a name, the kind of the date and a reason are asked for", () => {
  expect(identityFaults(values, "Certificate")).toEqual([]);
  const empty = { ...values, given: " ", family: "", birthDateKind: undefined };
  expect(identityFaults(empty, " ").map((fault) => fault.name)).toEqual([
    "given",
    "birthDateKind",
    "reason",
  ]);
});

test("a birth after a recorded day is told with that day", () => {
  const refusal = {
    code: "DATE_BEFORE_BIRTH",
    path: ["birthDate"],
    params: { on: "2026-11-10" },
  } as const;
  expect(refusedFaults({ kind: "REFUSED", refusals: [refusal] }, today)).toEqual([
    {
      name: "birthDate",
      message: "Something is recorded of this person on Nov 10, before this birth date",
    },
  ]);
});

test("when somebody else changes the record, typed answers stay and the others follow", () => {
  const typed = { ...values, given: "Adelaide", preferred: "Addie" };
  const now = { ...values, given: "Adela", family: "Read", languages: ["en", "es"] };
  expect(rebased(typed, values, now)).toEqual({
    ...now,
    given: "Adelaide",
    preferred: "Addie",
  });
  expect(bothChanged(typed, values, now, today)).toEqual({ given: "Recorded now: Adela" });
  const cleared = { ...values, birthDate: undefined };
  expect(bothChanged({ ...values, birthDate: "2008-03-01" }, values, cleared, today)).toEqual({
    birthDate: "Recorded now: nothing",
  });
});

test("what a birth date moves is told duty by duty", () => {
  const duty = {
    episodeId: "e" as never,
    key: "MONTH:2026-11:a",
    rule: "CON-13",
    kind: "WINDOW",
    subject: ada.personId,
    missing: [],
  } as unknown as NonNullable<Parameters<typeof movesText>[0]["changes"][number]["after"]>;
  const due = (on: string) => ({ ...duty, dueOn: day(on) });
  const lines = (changes: Parameters<typeof movesText>[0]["changes"], otherCases = 0) =>
    movesText({ ofAge: {}, changes, otherCases }, today).map((line) => line.split(": ").at(-1));
  expect(lines([])).toEqual(["Nothing that is owed in this case changes."]);
  expect(lines([{ after: due("2026-11-30") }])).toEqual(["owed now, due Nov 30"]);
  expect(lines([{ before: due("2026-11-30") }])).toEqual(["no longer owed, was due Nov 30"]);
  expect(lines([{ before: due("2026-11-30"), after: due("2026-11-24") }], 2)).toEqual([
    "due Nov 24 instead of Nov 30",
    "What is owed in 2 other open cases of the person follows too.",
  ]);
  expect(
    movesText(
      {
        ofAge: { before: day("2026-02-28"), after: day("2026-03-01") },
        changes: [],
        otherCases: 0,
      },
      today,
    ),
  ).toEqual(["Comes of age on Mar 1 instead of Feb 28"]);
});
