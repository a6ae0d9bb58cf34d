import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Duty } from "../contacts/duty.ts";
import { bucketOf } from "../contacts/status.ts";
import type { EpisodeId, PersonId, StaffId } from "../kernel/ids.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { covers, day } from "../testing/index.ts";
import { boardBounds, byNeed, countForBoard } from "./board.ts";
import { decideCover, decideEndCover, type CoverTerm } from "./cover.ts";
import { decideConfirmHandover, fillHandover } from "./handover.ts";
import { afterTakeOver, decideTakeOver, handOverHindrance, type Term } from "./take-over.ts";

const staff = (name: string) => name as StaffId;
const TODAY = day("2026-11-20");
const lee = { staffId: staff("lee"), from: day("2026-11-02") };

describe("a case goes to another person", () => {
  const decide = (
    terms: readonly Term[],
    to: string,
    from: string,
    more: { isAvailable?: boolean; needed?: { from?: PlainDate; to?: PlainDate } } = {},
  ) =>
    decideTakeOver(
      { role: "CARE_COORDINATOR", terms, needed: {}, isAvailable: true, ...more },
      { staffId: staff(to), from: day(from) },
      TODAY,
    );

  test(`the one before has it until the day before, also from a day ahead${covers("EXP-3", "DEC-45")}`, () => {
    expect(decide([lee], "nia", "2026-12-01")).toMatchObject({
      ok: true,
      value: { begins: { staffId: "nia", from: "2026-12-01" }, ends: { to: "2026-11-30" } },
    });
  });

  test("what began today is given to somebody else from the same day", () => {
    const today = { staffId: staff("nia"), from: TODAY };
    expect(decide([{ ...lee, to: day("2026-11-19") }, today], "oscar", TODAY)).toMatchObject({
      ok: true,
      value: { replaces: today },
    });
    expect(decide([lee], "oscar", lee.from)).toMatchObject({
      ok: false,
      refusals: [{ code: "PERIOD_OVERLAP", path: ["from"] }],
    });
  });

  test(`it is refused to the same person, to no staff of the contractor, outside the service and before a later handover${covers("EXP-3")}`, () => {
    const codes = (result: ReturnType<typeof decide>) =>
      result.ok ? [] : result.refusals.map((one) => one.code);
    expect(codes(decide([lee], "lee", "2026-11-20"))).toEqual(["VALUE_UNCHANGED"]);
    expect(codes(decide([lee], "nia", "2026-11-20", { isAvailable: false }))).toEqual([
      "NOT_STAFF_OF_CONTRACTOR",
    ]);
    const needed = { from: day("2026-11-02"), to: day("2026-12-31") };
    // What is owed in writing after the services has a care coordinator too, as long as the contractor writes.
    expect(codes(decide([lee], "nia", "2027-03-01", { needed }))).toEqual([]);
    expect(codes(decide([lee], "nia", "2027-03-02", { needed }))).toEqual(["DATE_OUTSIDE_SERVICE"]);
    const planned = { staffId: staff("nia"), from: day("2026-12-01") };
    expect(codes(decide([lee, planned], "oscar", "2026-11-25"))).toEqual(["PERIOD_OVERLAP"]);
  });

  test(`whatever is handed over, no day from the first on has none or two${covers("EXP-3", "DEC-45")}`, () => {
    const handover = fc.record({ to: fc.constantFrom("a", "b", "c"), in: fc.nat(60) });
    fc.assert(
      fc.property(fc.array(handover, { maxLength: 8 }), (handovers) => {
        let terms: readonly Term[] = [lee];
        for (const one of handovers) {
          const decided = decide(terms, one.to, addDays(TODAY, one.in - 15));
          if (decided.ok) terms = afterTakeOver(terms, decided.value);
        }
        for (let at = 0; at < 90; at++) {
          const on = addDays(lee.from, at);
          const holders = terms.filter(
            (term) => term.from <= on && (term.to === undefined || on <= term.to),
          );
          expect(holders).toHaveLength(1);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

describe("cover for an absence", () => {
  const cover: CoverTerm = {
    staffId: staff("pat"),
    coveredBy: staff("jordan"),
    from: day("2026-11-23"),
    to: day("2026-11-27"),
  };
  const facts = { covers: [], roles: ["CASEWORKER"], coverRoles: ["CASEWORKER"] } as const;
  const codes = (result: ReturnType<typeof decideCover>) =>
    result.ok ? [] : result.refusals.map((one) => one.code);

  test("needs the same roles, days ahead, and someone who is there", () => {
    expect(decideCover(facts, cover, TODAY).ok).toBe(true);
    expect(codes(decideCover({ ...facts, coverRoles: ["AUDITOR"] }, cover, TODAY))).toEqual([
      "STAFF_NOT_AVAILABLE",
    ]);
    expect(codes(decideCover({ ...facts, roles: ["AUDITOR"] }, cover, TODAY))).toEqual([
      "STAFF_NOT_AVAILABLE",
    ]);
    const own = { ...cover, coveredBy: cover.staffId };
    expect(codes(decideCover(facts, own, TODAY))).toEqual(["STAFF_NOT_AVAILABLE"]);
    const past = { ...cover, from: day("2026-11-19"), to: day("2026-11-18") };
    expect(codes(decideCover(facts, past, TODAY))).toEqual(["DATE_IN_PAST", "DATE_ORDER"]);
    const away = { ...cover, staffId: staff("jordan"), coveredBy: staff("sasha") };
    expect(codes(decideCover({ ...facts, covers: [away] }, cover, TODAY))).toEqual([
      "STAFF_NOT_AVAILABLE",
    ]);
    expect(
      codes(
        decideCover({ ...facts, covers: [{ ...cover, coveredBy: staff("lee") }] }, cover, TODAY),
      ),
    ).toEqual(["PERIOD_OVERLAP"]);
  });

  test("that ends early ends at once", () => {
    const begun = { ...cover, from: day("2026-11-16") };
    expect(decideEndCover(begun, TODAY)).toMatchObject({ value: { to: "2026-11-19" } });
    expect(decideEndCover(cover, TODAY)).toMatchObject({ value: { cancelled: true } });
    expect(decideEndCover({ ...begun, to: day("2026-11-19") }, TODAY).ok).toBe(false);
  });
});

const duty = (more: Partial<Duty>): Duty => ({
  episodeId: "e" as EpisodeId,
  key: "k",
  rule: "CON-4",
  kind: "DEADLINE",
  subject: "FAMILY",
  owner: "CONTRACTOR",
  opensOn: day("2026-11-02"),
  missing: [],
  ...more,
});

describe("a handover note", () => {
  const record = {
    file: { episodes: [] },
    interpreterLanguages: ["es"],
    addresses: [
      { person: "ada" as PersonId, setting: "KINSHIP", address: "12 Elm", from: TODAY },
      { person: "ada" as PersonId, setting: "SHELTER", address: "Old", to: addDays(TODAY, -1) },
    ],
    risks: [{ text: "Dog in the yard", on: day("2026-11-02") }],
    safetyConcerns: [{ on: day("2026-11-10") }, { on: day("2026-01-10") }],
    nextReportOn: day("2026-12-02"),
    duties: [
      duty({ key: "INITIAL:a", subject: "a" as PersonId, dueOn: day("2026-11-09") }),
      duty({ key: "INITIAL:b", subject: "b" as PersonId, dueOn: day("2026-11-09") }),
      duty({ key: "done", dueOn: day("2026-11-25"), settledOn: day("2026-11-19") }),
      duty({ key: "far", dueOn: day("2027-03-01") }),
    ],
  } as const;

  test(`is filled from the record, every part with its source${covers("EXP-3")}`, () => {
    const parts = fillHandover(record, TODAY, TODAY);
    expect(parts.map((part) => [part.kind, part.source])).toEqual([
      ["DUTY", { kind: "RULE", rule: "CON-4" }],
      ["NEXT_REPORT", { kind: "RULE", rule: "REP-3" }],
      ["LANGUAGES", { kind: "CASE_RECORD" }],
      ["ADDRESS", { kind: "LIVING", from: TODAY }],
      ["RISKS", { kind: "REFERRAL", on: "2026-11-02" }],
      ["SAFETY_CONCERN", { kind: "CONTACT", on: "2026-11-10" }],
    ]);
    expect(parts[0]).toMatchObject({ bucket: "late", people: ["a", "b"] });
  });

  test("is confirmed once, by the one who took over", () => {
    const handover = { toStaffId: staff("nia"), isRead: false };
    expect(decideConfirmHandover(handover, staff("nia")).ok).toBe(true);
    expect(decideConfirmHandover(handover, staff("lee")).ok).toBe(false);
    expect(decideConfirmHandover({ ...handover, isRead: true }, staff("nia")).ok).toBe(false);
  });
});

describe("handing over cases of a list", () => {
  const free = { isYours: true, isOver: false, hasHolder: true };
  test(`says of each why it cannot go: that it is over, before whose it is, before who has it${covers("EXP-3")}`, () => {
    expect(handOverHindrance("CASEWORKER", free)).toBeUndefined();
    expect(handOverHindrance("CASEWORKER", { ...free, isYours: false })).toBe("NOT_YOURS");
    for (const more of [{ hasHolder: false }, { isYours: false }])
      expect(handOverHindrance("CARE_COORDINATOR", { ...free, isOver: true, ...more })).toBe(
        "OVER",
      );
  });
  test(`names a worker where there is none; a first care coordinator is assigned at intake${covers("DEC-45")}`, () => {
    expect(handOverHindrance("CASEWORKER", { ...free, hasHolder: false })).toBeUndefined();
    expect(handOverHindrance("CARE_COORDINATOR", { ...free, hasHolder: false })).toBe("NOBODY");
  });
});

describe("the board of a team", () => {
  test("counts what was due in 30 days and made by its day; a missed window is due, not late", () => {
    expect(
      countForBoard(
        [
          duty({ dueOn: day("2026-11-09") }),
          duty({ dueOn: day("2026-11-16") }),
          duty({ dueOn: day("2026-11-09"), settledOn: day("2026-11-18") }),
          duty({ dueOn: day("2026-11-09"), settledOn: day("2026-11-09") }),
          duty({ dueOn: day("2026-11-10"), kind: "WINDOW" }),
          duty({ dueOn: day("2026-10-01"), settledOn: day("2026-10-01") }),
          duty({ dueOn: TODAY, kind: "WINDOW" }),
          duty({ kind: "TASK" }),
          duty({ dueOn: day("2026-11-09"), cancelledOn: day("2026-11-05") }),
        ],
        TODAY,
      ),
    ).toEqual({ late: 2, today: 1, week: 0, later: 1, lateWeekAgo: 2, made: 1, due: 5 });
  });

  test("counts every open duty in the group in which My work shows it", () => {
    const anyDuty = fc
      .record({
        dueIn: fc.option(fc.integer({ min: -40, max: 40 }), { nil: undefined }),
        kind: fc.constantFrom("DEADLINE" as const, "WINDOW" as const, "TASK" as const),
        settled: fc.boolean(),
      })
      .map(({ dueIn, kind, settled }) =>
        duty({
          kind,
          ...(dueIn === undefined ? {} : { dueOn: addDays(TODAY, dueIn) }),
          ...(settled ? { settledOn: addDays(TODAY, -1) } : {}),
        }),
      );
    fc.assert(
      fc.property(fc.array(anyDuty, { maxLength: 30 }), (duties) => {
        const counts = countForBoard(duties, TODAY);
        for (const bucket of ["late", "today", "week", "later"] as const)
          expect(counts[bucket]).toBe(
            duties.filter((one) => bucketOf(one, TODAY) === bucket).length,
          );
      }),
      { seed: 5, numRuns: 200 },
    );
    expect(boardBounds(TODAY).onTime).toEqual({ dueFrom: "2026-10-21", dueTo: "2026-11-19" });
  });

  test("puts my own people first, then who needs it most", () => {
    const person = (name: string, isOwn: boolean, late: number, oldestLate?: string) => ({
      name,
      isOwn,
      late,
      today: 0,
      week: 0,
      ...(oldestLate === undefined ? {} : { oldestLate: day(oldestLate) }),
    });
    expect(
      [
        person("Zoe", false, 9, "2026-11-01"),
        person("Ann", true, 0),
        person("Bob", true, 2, "2026-11-10"),
        person("Cid", true, 2, "2026-11-05"),
      ]
        .toSorted(byNeed)
        .map((one) => one.name),
    ).toEqual(["Cid", "Bob", "Ann", "Zoe"]);
  });
});
