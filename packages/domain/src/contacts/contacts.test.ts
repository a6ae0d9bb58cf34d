import { describe, expect, test } from "vitest";
import type { CaseFile } from "../casefile/case-file.ts";
import type { EpisodeId } from "../kernel/ids.ts";
import { codeText } from "../kernel/result.ts";
import { defaultPolicyBook, type PolicyBook, withSettings } from "../policy/policy-book.ts";
import type { SettingValues } from "../policy/settings.ts";
import { adult, at, child, covers, day, family, mother, visit } from "../testing/index.ts";
import { evaluate } from "./evaluate.ts";
import { statusOn, taskStatusOn } from "./status.ts";

const defaults = defaultPolicyBook("IA_FSRP");
const having = (values: Partial<SettingValues>): PolicyBook => withSettings(defaults, values);

/** Statuses by key on a day, with what settled or cancelled the duty. */
const on = (asOf: string, file: CaseFile, book = defaults): Record<string, string> =>
  Object.fromEntries(
    evaluate(file, book, day(asOf))
      .duties.filter((duty) => duty.kind !== "TASK")
      .map((duty) => [
        duty.key,
        [statusOn(duty, day(asOf)), duty.settledOn ?? duty.cancelReason ?? ""].join(" ").trim(),
      ]),
  );
const missing = (asOf: string, file: CaseFile, key: string, book = defaults) =>
  evaluate(file, book, day(asOf)).duties.find((duty) => duty.key === key)?.missing;
const warnings = (asOf: string, file: CaseFile, book = defaults) =>
  evaluate(file, book, day(asOf)).warnings.map(codeText);
const weeks = (asOf: string, file: CaseFile, book = defaults) =>
  evaluate(file, book, day(asOf))
    .duties.filter((duty) => duty.key.startsWith("WEEK:"))
    .map((duty) => `${duty.opensOn} ${duty.dueOn}`);

const HOME = [at("PARENTAL_HOME")];
const FOSTER = [at("FOSTER_FAMILY")];
const full = ["mother", "ann"];
const served = (last: string): Partial<CaseFile> => ({ serviceTerminationDate: day(last) });

describe("the five-day list", () => {
  test(`is frozen at the effective date${covers("CON-4", "CASE-2", "DEC-09")}`, () => {
    const file = family([
      mother(),
      adult("STEP_PARENT", "step", HOME),
      adult("PARENT", "father", [at("NONRESIDENT")]),
      adult("CARETAKER", "aunt", HOME, { joined: day("2026-11-21") }),
      child("later", FOSTER, { criteria: [{ basis: "CINA", from: day("2026-11-23") }] }),
      child("ordered", FOSTER, { criteria: [{ basis: "CINA", from: day("2026-11-20") }] }),
      child("dismissed", HOME, { criteria: [{ basis: "CINA", to: day("2026-11-19") }] }),
      child("sibling", HOME, { criteria: ["SIBLING"] }),
      child("away", [at("KINSHIP", undefined, "NE")]),
    ]);
    expect(Object.keys(on("2026-11-24", file)).filter((key) => key.startsWith("INITIAL:"))).toEqual(
      ["INITIAL:mother", "INITIAL:step", "INITIAL:ordered"],
    );
  });

  test(`keeps a youth who comes of age and an adult who moves out${covers("DEC-09", "DEC-15")}`, () => {
    const file = family([
      adult("PARENT", "mother", [at("PARENTAL_HOME"), at("NONRESIDENT", "2026-11-24")]),
      child("youth", FOSTER, { dob: day("2008-11-25") }),
    ]);
    expect(on("2026-12-02", file)).toMatchObject({
      "INITIAL:mother": "OVERDUE",
      "INITIAL:youth": "OVERDUE",
    });
  });

  test(`a move to PMIC before the deadline takes a child off for good${covers("CON-14", "CON-6", "DEC-10", "DEC-11")}`, () => {
    const ann = child("ann", [
      at("PARENTAL_HOME"),
      at("PMIC", "2026-11-25"),
      at("PARENTAL_HOME", "2026-12-10"),
    ]);
    const file = family([mother(), ann]);
    expect(on("2026-11-24", file)).toEqual({ "INITIAL:mother": "OPEN", "INITIAL:ann": "OPEN" });
    expect(on("2026-11-25", file)).toMatchObject({
      "INITIAL:ann": "CANCELLED RECLASSIFIED_PMIC",
      "FIRST30:ann": "OPEN",
    });
    // Back home: no new clock, the thirty-day duty is not listed, the family needs her.
    expect(on("2026-12-10", file)).not.toHaveProperty("FIRST30:ann");
    expect(on("2026-12-10", file)["INITIAL:ann"]).toBe("CANCELLED RECLASSIFIED_PMIC");
    expect(missing("2026-12-10", file, "MONTH:2026-12:FAMILY")).toEqual(["ADULT", "ann"]);
  });

  test(`a contact on the day of the move still meets it${covers("DEC-10")}`, () => {
    const ann = child("ann", [at("PARENTAL_HOME"), at("KINSHIP", "2026-11-25", "IL")]);
    expect(on("2026-11-25", family([mother(), ann]))["INITIAL:ann"]).toBe(
      "CANCELLED RECLASSIFIED_OUT_OF_STATE",
    );
    const seen = family([mother(), ann], [visit("2026-11-25", "ann")]);
    expect(on("2026-11-25", seen)["INITIAL:ann"]).toBe("SATISFIED 2026-11-25");
    expect(on("2026-12-05", seen)["INITIAL:ann"]).toBe("SATISFIED 2026-11-25");
  });

  test(`a move after the deadline changes nothing: late stays late and can be cured${covers("DEC-10", "DEC-17")}`, () => {
    const ann = child("ann", [at("PARENTAL_HOME"), at("PMIC", "2026-12-02")]);
    const file = family([mother(), ann], [visit("2026-12-04", "ann")]);
    expect(on("2026-12-03", file)["INITIAL:ann"]).toBe("OVERDUE");
    expect(on("2026-12-04", file)["INITIAL:ann"]).toBe("SATISFIED_LATE 2026-12-04");
  });

  test(`ends with membership and life, but only up to the deadline${covers("DEC-13")}`, () => {
    const leaving = (to: string) => family([mother({ to: day(to) }), child("ann", HOME)]);
    expect(on("2026-11-25", leaving("2026-11-25"))["INITIAL:mother"]).toBe("OPEN");
    expect(on("2026-11-26", leaving("2026-11-25"))["INITIAL:mother"]).toBe("CANCELLED MEMBER_LEFT");
    expect(on("2026-12-02", leaving("2026-12-01"))["INITIAL:mother"]).toBe("OVERDUE");
    const tooLate = { ...leaving("2026-11-25"), contacts: [visit("2026-11-26", "mother")] };
    expect(on("2026-11-26", tooLate)["INITIAL:mother"]).toBe("CANCELLED MEMBER_LEFT");
    const died = family([mother({ deceasedOn: day("2026-12-01") }), child("ann", HOME)]);
    expect(on("2026-12-01", died)["INITIAL:mother"]).toBe("CANCELLED DECEASED");
    expect(missing("2026-12-01", died, "MONTH:2026-12:FAMILY")).toEqual(["ann"]);
  });

  test(`the effective date may count as day 1${covers("DEC-02")}`, () => {
    const due = (book: PolicyBook) =>
      evaluate(family([mother()]), book, day("2026-11-20")).episodes[0]?.initialContactDue;
    expect(due(having({ initialContactCountsEffectiveDay: true }))).toBe("2026-11-30");
    expect(due(having({ initialContactBusinessDays: 3 }))).toBe("2026-11-25");
  });

  test(`contacts under the safety plan count only where the setting says so${covers("DEC-18")}`, () => {
    const file = family([mother(), child("ann", FOSTER)], [visit("2026-11-12", "mother", "ann")], {
      safetyPlanEffectiveDate: day("2026-11-10"),
    });
    expect(on("2026-11-20", file)).toMatchObject({
      "INITIAL:mother": "OPEN",
      "FIRST30:ann": "OPEN",
    });
    const counted = on("2026-11-20", file, having({ countSafetyPlanContacts: true }));
    expect(counted).toMatchObject({
      "INITIAL:mother": "SATISFIED 2026-11-12",
      "FIRST30:ann": "SATISFIED 2026-11-12",
    });
    expect(Object.keys(counted).some((key) => key.startsWith("WEEK:"))).toBe(false);
  });
});

describe("what counts as a contact", () => {
  test(`only face to face, by the contractor, inside the service${covers("CON-8", "DEC-18")}`, () => {
    const video = { ...visit("2026-11-23", "mother"), mode: "VIDEO" as const };
    const attempt = { ...visit("2026-11-23", "mother"), mode: "ATTEMPT" as const };
    const department = { ...visit("2026-11-23", "mother"), by: "DEPARTMENT" as const };
    const before = visit("2026-11-19", "mother");
    for (const contact of [video, attempt, department, before])
      expect(on("2026-11-30", family([mother()], [contact]))["INITIAL:mother"]).toBe("OPEN");
    const sameDay = family([mother()], [visit("2026-11-20", "mother")]);
    expect(on("2026-11-20", sameDay)["INITIAL:mother"]).toBe("SATISFIED 2026-11-20");
    expect(weeks("2026-11-20", sameDay)[0]).toBe("2026-11-22 2026-11-28");
    const sub = { ...visit("2026-11-23", "mother"), by: "SUBCONTRACTOR" as const };
    expect(on("2026-11-30", family([mother()], [sub]))["INITIAL:mother"]).toBe(
      "SATISFIED 2026-11-23",
    );
    const after = family([mother()], [visit("2026-12-30", "mother")], served("2026-12-20"));
    expect(on("2026-12-31", after)["INITIAL:mother"]).toBe("OVERDUE");
  });

  test("of several on one date the lowest id settles", () => {
    const contact = (id: string) => ({ ...visit("2026-11-23", "mother"), id: id as never });
    const file = family([mother()], [contact("c10"), contact("c2")]);
    const duty = evaluate(file, defaults, day("2026-11-23")).duties[0];
    expect(duty?.settledBy).toBe("c2");
  });
});

describe("the first meeting with the family and the weekly windows", () => {
  const file = family(
    [mother(), child("ann", HOME)],
    [visit("2026-11-23", "ann"), visit("2026-11-25", "mother")],
  );

  test(`a child seen at school is not the family; with no adult at home the children are${covers("CON-9", "DEC-05")}`, () => {
    expect(
      evaluate(file, defaults, day("2026-11-24")).episodes[0]?.initialFamilyContactOn,
    ).toBeUndefined();
    expect(evaluate(file, defaults, day("2026-11-30")).episodes[0]?.initialFamilyContactOn).toBe(
      "2026-11-25",
    );
    const alone = family([child("ann", HOME)], [visit("2026-11-23", "ann")]);
    expect(evaluate(alone, defaults, day("2026-11-30")).episodes[0]?.initialFamilyContactOn).toBe(
      "2026-11-23",
    );
    const any = having({ initialContactAnchor: "FIRST_HOME_MEMBER" });
    expect(evaluate(file, any, day("2026-11-30")).episodes[0]?.initialFamilyContactOn).toBe(
      "2026-11-23",
    );
  });

  test(`ALL_REQUIRED_SEEN waits for the last person who is not cancelled${covers("DEC-05")}`, () => {
    const book = having({ initialContactAnchor: "ALL_REQUIRED_SEEN" });
    const ben = child("ben", [at("FOSTER_FAMILY"), at("PMIC", "2026-11-30")]);
    const waiting = family([mother(), child("ann", HOME), ben], [visit("2026-11-24", ...full)]);
    const anchor = (asOf: string) =>
      evaluate(waiting, book, day(asOf)).episodes[0]?.initialFamilyContactOn;
    expect(anchor("2026-11-29")).toBeUndefined();
    expect(anchor("2026-11-30")).toBe("2026-11-24");
  });

  test(`no meeting under the safety plan is the first meeting of the service${covers("DEC-05", "DEC-18")}`, () => {
    const file = family(
      [mother()],
      [visit("2026-11-12", "mother"), visit("2026-11-27", "mother")],
      { safetyPlanEffectiveDate: day("2026-11-10") },
    );
    const book = having({
      initialContactAnchor: "ALL_REQUIRED_SEEN",
      countSafetyPlanContacts: true,
    });
    expect(on("2026-11-26", file, book)["INITIAL:mother"]).toBe("SATISFIED 2026-11-12");
    expect(weeks("2026-11-26", file, book)).toEqual([]);
    expect(weeks("2026-11-27", file, book)[0]).toBe("2026-11-29 2026-12-05");
  });

  test(`a late first contact moves all three weeks, also past day 30${covers("CON-9", "DEC-06", "DEC-07")}`, () => {
    const late = family([mother(), child("ann", HOME)], [visit("2026-12-16", ...full)]);
    expect(weeks("2026-12-15", late)).toEqual([]);
    expect(weeks("2026-12-16", late)).toEqual([
      "2026-12-20 2026-12-26",
      "2026-12-27 2027-01-02",
      "2027-01-03 2027-01-09",
    ]);
    expect(on("2026-12-16", late)["INITIAL:mother"]).toBe("SATISFIED_LATE 2026-12-16");
  });

  test(`ROLLING_7 begins weeks on the weekday of the contact${covers("DEC-04")}`, () => {
    expect(weeks("2026-11-30", file, having({ weekMode: "ROLLING_7", weeklyCount: 2 }))).toEqual([
      "2026-12-02 2026-12-08",
      "2026-12-09 2026-12-15",
    ]);
  });

  test(`without first contact the supervisor is told the day after the deadline${covers("CON-4", "DEC-07")}`, () => {
    const unseen = family([mother(), child("ann", HOME)]);
    expect(warnings("2026-12-01", unseen)).not.toContain("INITIAL_CONTACT_OVERDUE");
    expect(warnings("2026-12-02", unseen)).toContain("INITIAL_CONTACT_OVERDUE");
    expect(warnings("2026-12-03", unseen, having({ escalateInitialOverdueDays: 2 }))).not.toContain(
      "INITIAL_CONTACT_OVERDUE",
    );
    expect(warnings("2026-12-04", unseen, having({ escalateInitialOverdueDays: 2 }))).toContain(
      "INITIAL_CONTACT_OVERDUE",
    );
  });
});

describe("the family quorum", () => {
  const met = (quorum: SettingValues["familyQuorum"], ...people: string[]) =>
    missing(
      "2027-01-20",
      family(
        [mother(), adult("CARETAKER", "luis", HOME), child("ann", HOME), child("ben", HOME)],
        [visit("2027-01-05", ...people)],
      ),
      "MONTH:2027-01:FAMILY",
      having({ familyQuorum: quorum }),
    );

  test(`needs an adult and every child at home, or what the setting says${covers("CON-13", "DEC-08")}`, () => {
    expect(met("ADULT_AND_ALL_HOME_CHILDREN", "luis")).toEqual(["ann", "ben"]);
    expect(met("ADULT_AND_ALL_HOME_CHILDREN", "ann", "ben")).toEqual(["ADULT"]);
    expect(met("ANY_HOME_MEMBER")).toEqual(["ANYONE_HOME"]);
    expect(met("ANY_HOME_MEMBER", "ben")).toEqual([]);
    expect(met("EVERY_HOME_MEMBER", "mother", "ann")).toEqual(["luis", "ben"]);
  });

  test(`is the children alone where the only adults joined too late, and no window where everyone did${covers("DEC-08", "DEC-13")}`, () => {
    const late = { joined: day("2027-01-27") };
    const aunt = adult("CARETAKER", "aunt", HOME, late);
    expect(
      missing("2027-01-31", family([aunt, child("ann", HOME)]), "MONTH:2027-01:FAMILY"),
    ).toEqual(["ann"]);
    const nobody = family([aunt, child("ann", HOME, late), child("ben", FOSTER)]);
    expect(on("2027-01-31", nobody)).not.toHaveProperty("MONTH:2027-01:FAMILY");
    expect(on("2027-01-31", nobody)).toHaveProperty("MONTH:2027-01:ben");
    expect(missing("2027-02-01", nobody, "MONTH:2027-02:FAMILY")).toEqual(["ADULT", "ann"]);
  });

  test(`opens again when a child moves home, with no grace for members${covers("DEC-13", "CON-14")}`, () => {
    const ben = child("ben", [at("FOSTER_FAMILY"), at("PARENTAL_HOME", "2027-01-29")]);
    const file = family([mother(), child("ann", HOME), ben], [visit("2027-01-05", ...full)]);
    expect(on("2027-01-28", file)).toMatchObject({
      "MONTH:2027-01:FAMILY": "SATISFIED 2027-01-05",
      "MONTH:2027-01:ben": "OPEN",
    });
    expect(on("2027-01-29", file)["MONTH:2027-01:FAMILY"]).toBe("OPEN");
    expect(on("2027-01-29", file)).not.toHaveProperty("MONTH:2027-01:ben");
  });

  test(`an entrant has five business days after the joining day${covers("DEC-13")}`, () => {
    const joining = (date: string) =>
      missing(
        "2027-01-31",
        family(
          [mother(), child("new", HOME, { joined: day(date) })],
          [visit("2027-01-05", "mother")],
        ),
        "MONTH:2027-01:FAMILY",
      );
    expect(joining("2027-01-22")).toEqual(["new"]);
    expect(joining("2027-01-25")).toEqual([]);
    const off = having({ entrantGraceBusinessDays: 0 });
    expect(
      missing(
        "2027-01-31",
        family(
          [mother(), child("new", HOME, { joined: day("2027-01-31") })],
          [visit("2027-01-05", "mother")],
        ),
        "MONTH:2027-01:FAMILY",
        off,
      ),
    ).toEqual(["new"]);
  });
});

describe("children elsewhere", () => {
  test(`out of Iowa and back: owed from that month unless the move cancelled it${covers("CON-12", "DEC-16")}`, () => {
    const stays = (out: string, back: string) =>
      family([
        mother(),
        child("ann", [at("FOSTER_FAMILY"), at("KINSHIP", out, "IL"), at("FOSTER_FAMILY", back)]),
      ]);
    const same = stays("2027-01-12", "2027-01-20");
    expect(on("2027-01-25", same)["MONTH:2027-01:ann"]).toBe("CANCELLED OUT_OF_STATE");
    expect(on("2027-02-01", same)["MONTH:2027-02:ann"]).toBe("OPEN");
    const earlier = stays("2026-12-12", "2027-01-20");
    expect(on("2027-01-19", earlier)).not.toHaveProperty("MONTH:2027-01:ann");
    expect(on("2027-01-20", earlier)["MONTH:2027-01:ann"]).toBe("OPEN");
  });

  test(`the Interstate Compact task follows the placement${covers("CON-12", "DEC-16")}`, () => {
    const task = (file: CaseFile, asOf: string, book = defaults) => {
      const duty = evaluate(file, book, day(asOf)).duties.find((d) =>
        d.key.startsWith("TASK:ICPC"),
      );
      return duty && `${duty.opensOn} ${taskStatusOn(duty, day(asOf))}`;
    };
    const placed = [
      at("FOSTER_FAMILY"),
      at("KINSHIP", "2027-01-12", "IL"),
      at("FOSTER_FAMILY", "2027-02-10"),
    ];
    const ann = family([child("ann", placed)]);
    expect(task(ann, "2027-01-11")).toBeUndefined();
    expect(task(ann, "2027-01-12")).toBe("2027-01-12 OPEN");
    expect(task(ann, "2027-02-10")).toBe("2027-01-12 CANCELLED");
    const done = {
      ...ann,
      tasksInput: [{ type: "ICPC_COORDINATION", member: "ann" as never, date: day("2027-01-15") }],
    } as const;
    expect(task(done, "2027-02-10")).toBe("2027-01-12 SATISFIED");
    const visiting = family([
      child("ann", [at("FOSTER_FAMILY"), at("OTHER_HOME", "2027-01-12", "IL")]),
    ]);
    expect(task(visiting, "2027-01-12")).toBeUndefined();
    expect(task(visiting, "2027-01-12", having({ icpcTaskForNonPlacement: true }))).toBe(
      "2027-01-12 OPEN",
    );
  });

  test(`who leaves unseen is cancelled from the day after; a later contact mends nothing${covers("DEC-13")}`, () => {
    const ann = child("ann", FOSTER, { to: day("2027-01-10") });
    const seen = (...dates: string[]) =>
      on(
        "2027-01-20",
        family(
          [mother(), ann],
          dates.map((date) => visit(date, "ann")),
        ),
      )["MONTH:2027-01:ann"];
    expect(seen("2027-01-11")).toBe("CANCELLED MEMBER_LEFT");
    expect(seen("2027-01-10")).toBe("SATISFIED 2027-01-10");
  });

  test(`who leaves and comes back is owed again, as someone who newly joined${covers("DEC-13", "CASE-3")}`, () => {
    const away = (from: string, to: string) =>
      family([mother(), child("ann", FOSTER, { absences: [{ from: day(from), to: day(to) }] })]);
    const january = (file: CaseFile, asOf = "2027-02-01") => on(asOf, file)["MONTH:2027-01:ann"];
    expect(january(away("2026-12-28", "2027-01-10"))).toBe("MISSED");
    // Back too late in the month to be owed in it.
    expect(january(away("2026-12-28", "2027-01-27"))).toBeUndefined();
    // Left unseen inside the window: that stands, though she came back.
    expect(january(away("2027-01-05", "2027-01-10"))).toBe("CANCELLED MEMBER_LEFT");
    expect(january(away("2027-01-05", "2027-01-10"), "2027-01-04")).toBe("OPEN");
  });

  test(`who runs away is still owed and flagged${covers("CON-14")}`, () => {
    const file = family([
      mother(),
      child("ann", [at("FOSTER_FAMILY"), at("UNKNOWN", "2027-01-10")]),
    ]);
    expect(on("2027-01-15", file)["MONTH:2027-01:ann"]).toBe("OPEN");
    expect(warnings("2027-01-15", file)).toContain("WHEREABOUTS_UNKNOWN:ann");
  });

  test(`a birthday on February 29 falls on March 1${covers("DEC-15")}`, () => {
    const ann = (more = {}) =>
      family([mother(), child("ann", FOSTER, { dob: day("2008-02-29"), ...more })], [], {
        effectiveDate: day("2025-11-20"),
      });
    expect(on("2026-02-28", ann())["MONTH:2026-02:ann"]).toBe("OPEN");
    expect(on("2026-03-01", ann())["MONTH:2026-02:ann"]).toBe("MISSED");
    expect(on("2026-03-01", ann())).not.toHaveProperty("MONTH:2026-03:ann");
    expect(on("2026-03-01", ann({ continuesPastMajority: true }))["MONTH:2026-03:ann"]).toBe(
      "OPEN",
    );
    expect(on("2026-02-01", ann(), having({ childAgeLimit: 17 }))).not.toHaveProperty(
      "MONTH:2026-02:ann",
    );
  });

  test(`only contacts after leaving home count where the setting asks${covers("DEC-11", "CON-10")}`, () => {
    const ann = child("ann", [at("PARENTAL_HOME"), at("FOSTER_FAMILY", "2026-12-02")]);
    const file = family([mother(), ann], [visit("2026-11-24", ...full)]);
    const strict = having({ otherChildContactMustPostdateMove: true });
    expect(on("2026-12-05", file)["FIRST30:ann"]).toBe("SATISFIED 2026-11-24");
    expect(on("2026-12-05", file, strict)["FIRST30:ann"]).toBe("OPEN");
    const again = family(
      [mother(), ann],
      [visit("2026-11-24", ...full), visit("2026-12-02", "ann")],
    );
    expect(on("2026-12-05", again, strict)["FIRST30:ann"]).toBe("SATISFIED 2026-12-02");
    const lastAtHome = family([mother(), ann], [visit("2026-12-01", "ann")]);
    expect(on("2026-12-05", lastAtHome, strict)["FIRST30:ann"]).toBe("OPEN");
  });
});

describe("the end of services", () => {
  const members = [mother(), child("ann", HOME), child("ben", FOSTER)];
  const file = family(members, [visit("2026-11-24", ...full, "ben")], served("2026-12-10"));

  test(`cancels what has not ended; older missed and late stay${covers("CON-14", "DEC-14")}`, () => {
    expect(on("2026-12-09", file)).toMatchObject({
      "WEEK:1": "MISSED",
      "WEEK:2": "OPEN",
      "WEEK:3": "UPCOMING",
    });
    expect(on("2026-12-10", file)).toEqual({
      "INITIAL:mother": "SATISFIED 2026-11-24",
      "INITIAL:ann": "SATISFIED 2026-11-24",
      "INITIAL:ben": "SATISFIED 2026-11-24",
      "FIRST30:ben": "SATISFIED 2026-11-24",
      "WEEK:1": "MISSED",
      "WEEK:2": "CANCELLED CASE_CLOSED",
      "WEEK:3": "CANCELLED CASE_CLOSED",
      "MONTH:2026-12:FAMILY": "CANCELLED CASE_CLOSED",
      "MONTH:2026-12:ben": "CANCELLED CASE_CLOSED",
    });
    expect(on("2027-02-01", file)).toEqual(on("2026-12-10", file));
  });

  test(`under REQUIRE windows already begun run to their end${covers("DEC-14")}`, () => {
    expect(on("2027-01-01", file, having({ closingWindow: "REQUIRE" }))).toMatchObject({
      "WEEK:2": "MISSED",
      "WEEK:3": "CANCELLED CASE_CLOSED",
      "MONTH:2026-12:FAMILY": "MISSED",
    });
  });

  test(`leaves a window that ends on the last service day to be judged${covers("DEC-14")}`, () => {
    const saturday = family(members, [visit("2026-11-24", ...full)], served("2026-12-12"));
    expect(on("2026-12-12", saturday)["WEEK:2"]).toBe("OPEN");
    expect(on("2026-12-13", saturday)["WEEK:2"]).toBe("MISSED");
  });
});

describe("recorded levels", () => {
  const weekly = {
    familyPlanFrequency: { times: 2, per: "WEEK", from: day("2026-11-29"), source: "COURT" },
  } as const;

  test(`raise a weekly window where the weeks are the same, and make weeks of their own elsewhere${covers("CON-1", "DEC-20")}`, () => {
    const file = family(
      [mother(), child("ann", HOME)],
      [visit("2026-11-24", ...full), visit("2026-12-01", ...full)],
      weekly,
    );
    expect(missing("2026-12-03", file, "WEEK:1")).toEqual(["ANOTHER_DATE x1"]);
    const keys = Object.keys(on("2026-12-21", file)).filter((key) => key.startsWith("PLAN:"));
    expect(keys).toEqual(["PLAN:2026-12-20:FAMILY"]);
  });

  test(`of one source the newest counts, of several the strictest; less than the minimum waives nothing${covers("CON-3", "DEC-20")}`, () => {
    const level = (times: number, source: "COURT" | "CASE_PLAN", from: string) =>
      ({ times, per: "MONTH", source, from: day(from) }) as const;
    const asked = (...records: ReturnType<typeof level>[]) =>
      evaluate(
        family([mother()], [], { familyPlanFrequency: records }),
        defaults,
        day("2027-01-05"),
      ).duties.find((duty) => duty.key === "MONTH:2027-01:FAMILY")?.level;
    expect(asked(level(4, "COURT", "2026-12-01"), level(2, "COURT", "2027-01-01"))).toEqual({
      minimum: 1,
      effective: 2,
    });
    expect(asked(level(2, "COURT", "2027-01-01"), level(3, "CASE_PLAN", "2026-12-15"))).toEqual({
      minimum: 1,
      effective: 3,
    });
    expect(asked(level(3, "COURT", "2027-01-02"))).toBeUndefined();
    expect(asked(level(0, "COURT", "2027-01-01"))).toBeUndefined();
  });

  test(`of one day the later record counts; one that begins later is not known yet${covers("DEC-20", "X-4")}`, () => {
    const level = (times: number, from: string) =>
      ({ times, per: "WEEK", from: day(from) }) as const;
    const asked = (asOf: string, ...records: ReturnType<typeof level>[]) => {
      const file = family([mother()], [visit("2026-11-24", "mother")], {
        familyPlanFrequency: records,
      });
      return evaluate(file, defaults, day(asOf)).duties.find((duty) => duty.key === "WEEK:3")?.level
        ?.effective;
    };
    expect(asked("2026-12-13", level(2, "2026-12-01"), level(3, "2026-12-01"))).toBe(3);
    expect(asked("2026-12-13", level(3, "2026-12-01"), level(2, "2026-12-01"))).toBe(2);
    expect(asked("2026-12-09", level(2, "2026-12-10"))).toBeUndefined();
    expect(asked("2026-12-10", level(2, "2026-12-10"))).toBe(2);
  });

  test(`make a window for a child at home and for months before the first monthly one${covers("CON-2", "DEC-20")}`, () => {
    const file = family([mother(), child("ann", HOME)], [visit("2027-01-20", "ann")], {
      effectiveDate: day("2026-11-01"),
      planFrequencies: [{ member: "ann" as never, times: 2, from: day("2026-11-01") }],
    });
    const book = having({ monthlyStart: "FIRST_FULL_MONTH" });
    expect(
      Object.keys(on("2026-12-20", file, book)).filter((key) => /2026-1[12]/.test(key)),
    ).toEqual(["MONTH:2026-12:FAMILY", "PLAN:2026-11:ann", "PLAN:2026-12:ann"]);
    expect(missing("2027-01-25", file, "PLAN:2027-01:ann", book)).toEqual(["ANOTHER_DATE x1"]);
  });

  test(`parents outside the home follow the plan; in the home they are seen with the family${covers("CON-7", "DEC-19")}`, () => {
    const rob = adult("PARENT", "rob", [at("NONRESIDENT"), at("PARENTAL_HOME", "2027-02-10")]);
    const frequency = { planFrequencies: [{ member: rob.id, times: 1, from: day("2027-01-15") }] };
    const file = family([mother(), rob], [], frequency);
    expect(warnings("2027-01-10", file)).toContain("NO_FREQUENCY_SPECIFIED:rob");
    expect(warnings("2027-01-15", file)).not.toContain("NO_FREQUENCY_SPECIFIED:rob");
    expect(on("2027-01-31", file)).not.toHaveProperty("PLAN:2027-01:rob");
    expect(on("2027-02-09", file)["PLAN:2027-02:rob"]).toBe("OPEN");
    expect(on("2027-02-10", file)).not.toHaveProperty("PLAN:2027-02:rob");
    const ended = {
      ...file,
      terminationsOfRights: [{ parent: rob.id, child: "ALL", date: day("2027-02-05") }],
    } as const;
    expect(on("2027-02-05", ended)).not.toHaveProperty("PLAN:2027-02:rob");
  });
});

describe("settings and their versions", () => {
  test(`each duty takes the version of its own clock${covers("DEC-48")}`, () => {
    const book: PolicyBook = {
      ...defaults,
      settings: [
        ...defaults.settings,
        {
          key: "familyQuorum",
          value: "ANY_HOME_MEMBER",
          validFrom: day("2027-01-01"),
          source: "test",
        },
        { key: "weeklyCount", value: 5, validFrom: day("2026-11-21"), source: "test" },
      ],
    };
    const file = family([mother(), child("ann", HOME)], [visit("2026-11-24", ...full)]);
    expect(weeks("2026-12-01", file, book)).toHaveLength(3);
    expect(missing("2026-12-20", file, "MONTH:2026-12:FAMILY", book)).toEqual(["ADULT", "ann"]);
    expect(missing("2027-01-02", file, "MONTH:2027-01:FAMILY", book)).toEqual(["ANYONE_HOME"]);
  });

  test(`a weekly level begins on the weekday that the version of that day says${covers("DEC-48", "DEC-20")}`, () => {
    const book: PolicyBook = {
      ...defaults,
      settings: [
        ...defaults.settings,
        { key: "weekStartsOn", value: "MONDAY", validFrom: day("2027-01-06"), source: "test" },
      ],
    };
    const file = family([mother()], [], {
      familyPlanFrequency: { times: 1, per: "WEEK", from: day("2026-12-27") },
    });
    const keys = Object.keys(on("2027-01-20", file, book)).filter((key) => key.startsWith("PLAN:"));
    expect(keys).toEqual([
      "PLAN:2026-12-27:FAMILY",
      "PLAN:2027-01-03:FAMILY",
      "PLAN:2027-01-11:FAMILY",
      "PLAN:2027-01-18:FAMILY",
    ]);
  });

  test(`the joint meeting and the e-mail have a due date only by setting${covers("CON-5", "REP-2", "DEC-21", "DEC-22")}`, () => {
    const file = family([mother()], [visit("2026-11-25", "mother")]);
    const due = (book: PolicyBook) =>
      evaluate(file, book, day("2026-11-25"))
        .duties.filter((duty) => duty.kind === "TASK")
        .map((duty) => duty.dueOn);
    expect(due(defaults)).toEqual([undefined, undefined]);
    expect(due(having({ jointMeetingDeadline: 5, firstMeetingEmailBusinessDays: 1 }))).toEqual([
      "2026-12-01",
      "2026-11-30",
    ]);
  });

  test(`that the worker could not come closes the joint meeting, with a note${covers("CON-5", "DEC-21")}`, () => {
    const status = (note?: string) => {
      const record = {
        type: "JOINT_MEETING",
        date: day("2026-11-25"),
        workerPresent: false,
      } as const;
      const file = family([mother()], [], {
        tasksInput: [note === undefined ? record : { ...record, note }],
      });
      const duty = evaluate(file, defaults, day("2026-11-26")).duties.find(
        (d) => d.rule === "CON-5",
      );
      return duty && taskStatusOn(duty, day("2026-11-26"));
    };
    expect(status()).toBe("OPEN");
    expect(status("In court all week")).toBe("WORKER_NOT_AVAILABLE");
  });
});

describe("episodes", () => {
  test(`clocks belong to each; safety plans and Kentucky cases owe none of this${covers("REF-2", "REF-3", "DEC-70", "DEC-40")}`, () => {
    const id = (text: string) => text as EpisodeId;
    const file: CaseFile = {
      members: [mother()],
      contacts: [visit("2026-09-10", "mother"), visit("2027-01-13", "mother")],
      episodes: [
        {
          id: id("e1"),
          serviceType: "FSRP",
          effectiveDate: day("2026-09-01"),
          lastServiceDay: day("2026-09-30"),
        },
        {
          id: id("sp"),
          serviceType: "SAFETY_PLAN",
          effectiveDate: day("2026-12-20"),
          lastServiceDay: day("2027-01-10"),
        },
        { id: id("e2"), serviceType: "FSRP", effectiveDate: day("2027-01-11") },
      ],
    };
    const initial = evaluate(file, defaults, day("2027-01-14")).duties.filter(
      (duty) => duty.rule === "CON-4",
    );
    expect(initial.map((duty) => [duty.episodeId, duty.dueOn, duty.settledOn])).toEqual([
      ["e1", "2026-09-09", "2026-09-10"],
      ["e2", "2027-01-19", "2027-01-13"],
    ]);
    const kentucky = { ...file, profile: "KY_IN_HOME" } as const;
    expect(evaluate(kentucky, defaultPolicyBook("KY_IN_HOME"), day("2027-01-14"))).toMatchObject({
      duties: [],
      warnings: [],
    });
  });

  test(`a missing care coordinator is shown from the effective date on${covers("EXP-3", "DEC-45")}`, () => {
    const file = family([mother()], [], {
      careCoordinator: { from: day("2026-11-23"), to: day("2026-11-30") },
    });
    const flagged = (asOf: string, book = defaults) =>
      warnings(asOf, file, book).includes("CARE_COORDINATOR_MISSING");
    expect([flagged("2026-11-20"), flagged("2026-11-23"), flagged("2026-12-01")]).toEqual([
      true,
      false,
      true,
    ]);
    expect(flagged("2026-11-20", having({ coordinatorGraceBusinessDays: 1 }))).toBe(false);
  });

  test(`an effective date in the future owes nothing yet and says when it will${covers("REF-1")}`, () => {
    expect(evaluate(family([mother()]), defaults, day("2026-11-19"))).toMatchObject({
      duties: [],
      changesOn: "2026-11-20",
    });
  });
});
