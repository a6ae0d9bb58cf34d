import { describe, expect, test } from "vitest";
import type { CaseHeader, HouseholdChangeView, PersonView } from "@kinward/domain/views";
import { personActs, toldText, twiceText } from "./present.ts";
import { addFaults, addInput, basisFaults, NOBODY, type AddValues } from "./values.ts";

const iris: AddValues = {
  ...NOBODY,
  given: " Iris ",
  role: "CHILD",
  basis: "SIBLING",
  siblingKind: "HALF",
  joined: "2027-01-27",
  setting: "PARENTAL_HOME",
  state: "IA",
  since: "2027-01-27",
};
const names = (faults: readonly { readonly name?: string | undefined }[]) =>
  faults.map((fault) => fault.name);

describe("the form about a newcomer", () => {
  test("asks for everything that the server needs, and nothing else", () => {
    expect(names(addFaults(NOBODY, true))).toEqual([
      "given",
      "role",
      "living.setting",
      "living.state",
      "joined",
    ]);
    expect(names(addFaults({ ...iris, since: undefined }, true))).toEqual(["living.since"]);
    expect(names(addFaults({ ...iris, basis: undefined }, true))).toEqual(["basis.basis"]);
    // The basis is the Department's to say.
    expect(addFaults({ ...iris, basis: undefined }, false)).toEqual([]);
    expect(names(basisFaults("CHILD", { basis: "CINA" }))).toEqual(["basis.on"]);
  });

  test("sends what is answered", () => {
    expect(addInput(iris, true)).toEqual({
      given: "Iris",
      role: "CHILD",
      joined: "2027-01-27",
      living: { setting: "PARENTAL_HOME", state: "IA", since: "2027-01-27" },
      basis: { basis: "SIBLING", siblingKind: "HALF" },
    });
    expect(addInput(iris, false)).not.toHaveProperty("basis");
    expect(addInput({ ...iris, personId: "p" as never }, true)).not.toHaveProperty("given");
    expect(addInput({ ...iris, joined: undefined }, true)).toBeUndefined();
  });
});

const person = (more: Partial<PersonView> = {}): PersonView => ({
  personId: "p" as PersonView["personId"],
  name: "Iris",
  role: "CHILD",
  bases: [],
  languages: [],
  memberships: [{ memberId: "m" as never, confirmed: true }],
  livingHistory: [],
  continuesPastMajority: false,
  ...more,
});
const can = (recordMove: boolean, changeMembers: boolean) =>
  ({ recordMove, changeMembers }) as CaseHeader["can"];
const acts = (of: PersonView, may: CaseHeader["can"]) =>
  personActs(of, may, "2027-02-01").map((act) => act.id);

test("what may be done about a person follows from who asks and what is recorded", () => {
  const unconfirmed = person({ memberships: [{ memberId: "m" as never, confirmed: false }] });
  expect(acts(person(), can(true, true))).toEqual(["move", "left", "died", "membership", "remove"]);
  expect(acts(unconfirmed, can(true, true))[0]).toBe("confirm");
  expect(acts(person(), can(true, false))).toEqual(["move"]);
  expect(acts(unconfirmed, can(true, false))).toEqual(["move", "remove"]);
  expect(acts(person({ memberTo: "2027-01-01" as never }), can(true, true))).toEqual([
    "back",
    "died",
    "membership",
    "remove",
  ]);
  expect(acts(person(), can(false, false))).toEqual([]);
});

test("another open case is named only to who may see it", () => {
  expect(twiceText(person())).toBeUndefined();
  expect(twiceText(person({ otherOpenCases: [{ caseNumber: "2027-00012" }] }))).toBe(
    "Also in 2027-00012",
  );
  expect(twiceText(person({ otherOpenCases: [{}] }))).toBe("Also in another open case");
});

test("when the Department was told stands with the business days", () => {
  const change = {
    on: "2027-01-27",
    businessDays: 1,
    toldOn: "2027-01-28",
  } as HouseholdChangeView;
  expect(toldText(change, "2027-02-01")).toBe("Jan 28, 1 business day after");
  const atOnce = { ...change, on: change.toldOn as never, businessDays: 0 };
  expect(toldText(atOnce, "2027-02-01")).toBe("Jan 28, on the same day");
  // A Saturday told on Sunday: another day, and no business day.
  expect(toldText({ ...change, businessDays: 0 }, "2027-02-01")).toBe(
    "Jan 28, 0 business days after",
  );
  const { toldOn: _, ...untold } = change;
  expect(toldText(untold, "2027-02-01")).toBe("Not yet, 1 business day ago");
});
