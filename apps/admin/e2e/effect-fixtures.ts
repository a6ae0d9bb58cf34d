import { type Effect, NO_EFFECT } from "@kinward/domain/effect";
import { type ExampleId, instant, type PlainDate, plainDate } from "@kinward/domain/kernel";
import type { EffectPart, SavedExample } from "@kinward/domain/views";

const day = (text: string): PlainDate => plainDate(text);
const standing = (dueOn: string, status: "OPEN" | "OVERDUE") => ({
  opensOn: day("2026-11-17"),
  dueOn: day(dueOn),
  status,
});

/** A change that shows every part of the panel. */
const effect: Effect = {
  ...NO_EFFECT,
  cases: 1_204,
  touched: 37,
  open: [
    { rule: "CON-4", kind: "MOVES", days: -1, count: 39 },
    { rule: "CON-4", kind: "MOVES", days: -4, count: 2 },
    { rule: "CON-5", kind: "APPEARS", count: 12 },
  ],
  becomeLate: 4,
  noLongerLate: 1,
  coming: [{ rule: "CON-13", kind: "OTHER", count: 210 }],
  comingBefore: 3_110,
  judged: [
    {
      rule: "CON-4",
      before: { met: 214, late: 15, overdue: 4, missed: 0 },
      after: { met: 202, late: 26, overdue: 5, missed: 0 },
    },
    {
      rule: "CON-13",
      before: { met: 611, late: 0, overdue: 0, missed: 23 },
      after: { met: 611, late: 0, overdue: 0, missed: 23 },
    },
  ],
  listed: [
    {
      caseNumber: "2026-00117",
      rule: "CON-4",
      duty: "DEADLINE",
      kind: "MOVES",
      days: -1,
      before: standing("2026-11-24", "OPEN"),
      after: standing("2026-11-23", "OPEN"),
    },
    {
      caseNumber: "2026-00121",
      rule: "CON-5",
      duty: "TASK",
      kind: "APPEARS",
      after: standing("2026-11-20", "OVERDUE"),
    },
  ],
};

export const effectPart: EffectPart = {
  effect,
  bookNumber: 3,
  today: day("2026-11-21"),
  cases: effect.cases,
};

export const example: SavedExample = {
  exampleId: "0190a000-0000-7000-8000-0000000000ee" as ExampleId,
  version: 2,
  profile: "IA_FSRP",
  title: "Thanksgiving week, one child in foster care",
  savedAt: instant("2026-11-20T16:00:00.000Z"),
  savedBy: "Bea Sampleton",
};

export const exampleDocument = {
  id: "EXAMPLE",
  title: example.title,
  settings: [{ values: { initialContactBusinessDays: 4 } }],
  given: {
    effectiveDate: "2026-11-17",
    members: [
      { id: "p1", name: "Dana", role: "PARENT", living: [{ setting: "PARENTAL_HOME" }] },
      {
        id: "p2",
        name: "Ada",
        role: "CHILD",
        dob: "2018-05-04",
        criteria: ["ABUSE_VICTIM"],
        living: [{ setting: "PARENTAL_HOME" }, { setting: "FOSTER_FAMILY", from: "2026-11-19" }],
      },
    ],
    contacts: [{ id: "c1", date: "2026-11-18", mode: "FACE_TO_FACE", with: ["p1"] }],
    familyPlanFrequency: { times: 2, per: "MONTH", source: "COURT", from: "2026-12-01" },
  },
  expect: { asOf: [{ asOf: "2026-12-02" }] },
};
