import type { AsKnownView, CaseState, DutyView, PersonView } from "@kinward/domain/views";
import type { CaseFile } from "@kinward/domain/casefile";
import { explainExpectations } from "@kinward/domain/contacts";
import { type PersonId, plainDate } from "@kinward/domain/kernel";
import { defaultPolicyBook } from "@kinward/domain/policy";
import { expect, test } from "vitest";
import { presentPast } from "./present.ts";
import { standingText } from "./statement.ts";
import { timeOf, timeText } from "./times.ts";

const counts = { MET: 0, MET_LATE: 0, OPEN: 1, LATE: 0, MISSED: 0, CANCELLED: 0 };
const person = (more: object): PersonView =>
  ({
    personId: "ann",
    name: "Ann Moss",
    role: "CHILD",
    bases: [],
    languages: [],
    livingHistory: [],
    living: { setting: "PARENTAL_HOME", state: "IA", confirmed: true },
    continuesPastMajority: false,
    ...more,
  }) as unknown as PersonView;
const duty = (more: object): DutyView =>
  ({
    episodeId: "e1",
    key: "INITIAL:ann",
    rule: "CON-4",
    kind: "DEADLINE",
    subject: "ann",
    opensOn: "2026-11-02",
    dueOn: "2026-11-09",
    missing: [],
    status: "OPEN",
    ...more,
  }) as unknown as DutyView;
const state = (
  people: readonly PersonView[],
  duties: readonly DutyView[],
  expectations: CaseState["expectations"] = [],
): CaseState =>
  ({
    case: { familyName: "Moss", stage: "ONGOING", languages: [], policyBook: 0 },
    episodes: [],
    people,
    duties,
    expectations,
    statement: { on: "2026-11-20", rules: [], total: counts },
  }) as unknown as CaseState;
const reader = { today: "2026-11-20", timeZone: "America/Chicago" };
const view = (more: object): AsKnownView =>
  ({
    on: "2026-11-05",
    comparedOn: "2026-11-20",
    firstKnownOn: "2026-11-02",
    before: state([person({})], [duty({})]),
    now: state(
      [
        person({
          living: { setting: "FOSTER_FAMILY", state: "IA", from: "2026-11-12", confirmed: true },
        }),
      ],
      [duty({ status: "OVERDUE" })],
    ),
    acts: [
      {
        commandId: "a1",
        procedure: "cases.recordMove",
        // Still November 12 in the agency's zone.
        at: "2026-11-13T04:30:00.000Z",
        by: "Wanda Worker",
        organizationName: "Agency",
        reason: "Court order",
        params: { person: "Ann Moss", setting: "FOSTER_FAMILY", from: "2026-11-12" },
      },
    ],
    differences: [
      { part: "PERSON", id: "ann", field: "living", byTime: false, acts: ["a1"], elsewhere: false },
      {
        part: "DUTY",
        id: "e1 INITIAL:ann",
        field: "status",
        byTime: true,
        acts: [],
        elsewhere: false,
      },
    ],
    ...more,
  }) as unknown as AsKnownView;

test("a row says both sides, marks the lines that differ and who changed it, when and why", () => {
  const { people, duties, facts, differing } = presentPast(view({}), reader);
  expect(differing).toBe(2);
  expect(facts.every((row) => row.mark === undefined)).toBe(true);
  const [ann] = people;
  expect(ann).toMatchObject({ label: "Ann Moss", mark: "changed", besides: [] });
  expect(ann?.before.filter((line) => line.differs).map((line) => line.text)).toEqual([
    "Parental home",
  ]);
  expect(ann?.now.filter((line) => line.differs).map((line) => line.text)).toEqual([
    "Foster family care, since Nov 12",
  ]);
  expect(ann?.acts).toEqual([
    {
      id: "a1",
      sentence: "Recorded where Ann Moss lives: foster family care from Nov 12",
      by: "Wanda Worker, Agency, Nov 12, 10:30 pm",
      reason: "Reason: Court order",
      earlier: undefined,
      dayBefore: "2026-11-11",
    },
  ]);
  expect(duties[0]).toMatchObject({ mark: "changed", besides: ["Days went by."], acts: [] });
  expect(duties[0]?.now[0]?.text).toBe("Late, due Nov 9");
});

test("what is expected says on both sides how it stood, and why as it was known there", () => {
  const file = (told: object): CaseFile => ({
    effectiveDate: plainDate("2026-11-02"),
    members: [],
    contacts: [],
    householdChanges: [
      {
        id: "h1",
        person: "ann" as PersonId,
        type: "ENTERED",
        date: plainDate("2026-11-05"),
        ...told,
      },
    ],
  });
  const on = (day: string, told: object) =>
    state(
      [person({})],
      [],
      explainExpectations(file(told), defaultPolicyBook("IA_FSRP"), plainDate(day)),
    );
  const { expectations, differing } = presentPast(
    view({
      before: on("2026-11-05", {}),
      now: on("2026-11-20", { notifiedDepartmentOn: plainDate("2026-11-12") }),
      differences: [
        {
          part: "EXPECTATION",
          id: "HOUSEHOLD:h1",
          field: "standing",
          byTime: true,
          acts: [],
          elsewhere: false,
        },
      ],
    }),
    reader,
  );
  expect(differing).toBe(1);
  const [coordinator, notice] = expectations;
  expect(coordinator).toMatchObject({ label: "Care coordinator", mark: undefined });
  expect(notice).toMatchObject({
    label: "Notice of a household change",
    detail: "Entered the home: Ann Moss, Thu, Nov 5",
    mark: "changed",
    before: [{ text: "Not told yet; prompt through Fri, Nov 6", differs: true }],
    now: [{ text: "Told Thu, Nov 12, slow; prompt was through Fri, Nov 6", differs: true }],
    besides: ["Days went by."],
  });
  expect(notice?.reason?.before?.inputs).toContainEqual({
    label: "Department told",
    value: "not yet, 0 business days so far",
  });
  expect(notice?.reason?.now?.days?.filter((one) => one.counts === "skipped")).toHaveLength(3);
});

test("says the languages of the family, and of an interpreter only what was answered", () => {
  const now = state([], []);
  const answered = { ...now, case: { ...now.case, languages: ["es"], interpreterNeeded: false } };
  const { facts } = presentPast(
    view({
      before: now,
      now: answered,
      differences: [
        { part: "CASE", id: "", field: "languages", byTime: false, acts: [], elsewhere: true },
        {
          part: "CASE",
          id: "",
          field: "interpreterNeeded",
          byTime: false,
          acts: [],
          elsewhere: true,
        },
      ],
    }),
    reader,
  );
  const of = (label: string) => facts.find((row) => row.label === label);
  expect(of("Languages of the family")).toMatchObject({ before: [], now: [{ text: "Spanish" }] });
  expect(of("Interpreter")).toMatchObject({ before: [], now: [{ text: "Not needed" }] });
  expect(presentPast(view({}), reader).facts.some((row) => row.label === "Interpreter")).toBe(
    false,
  );
});

test("a duty is asked for its reason on each side that has it", () => {
  const { duties } = presentPast(view({}), reader);
  const of = { episodeId: "e1", key: "INITIAL:ann" };
  expect(duties[0]?.duty).toEqual({ before: of, now: of });
  const gone = view({ now: state([], []) });
  expect(presentPast(gone, reader).duties[0]?.duty).toEqual({ before: of });
});

test("who came later is new, a case not yet known has nothing to differ from", () => {
  const came = view({
    before: state([], []),
    differences: [{ part: "PERSON", id: "ann", byTime: false, acts: ["a1"], elsewhere: true }],
  });
  expect(presentPast(came, reader).people[0]).toMatchObject({
    mark: "new",
    before: [],
    besides: ["Changed outside the acts shown here."],
  });
  const { before: _, ...unknown } = view({});
  expect(presentPast(unknown as AsKnownView, reader).differing).toBe(0);
});

test("a statement says of a rule what there is", () => {
  expect(standingText(counts)).toBe("1 open");
  expect(standingText({ ...counts, MET: 3, CANCELLED: 1 })).toBe("3 met, 1 open, 1 no longer owed");
});

test("a time of day is read as it is typed, and what is none is none", () => {
  expect(["14:30", "2:30 pm", "12:05 AM", "9.07", "12:00pm"].map(timeOf)).toEqual([
    "14:30",
    "14:30",
    "00:05",
    "09:07",
    "12:00",
  ]);
  expect(["", "25:00", "13:00 pm", "9:75", "noon"].map(timeOf)).toEqual(Array(5).fill(undefined));
  expect(["14:30", "00:05"].map(timeText)).toEqual(["2:30 pm", "12:05 am"]);
});
