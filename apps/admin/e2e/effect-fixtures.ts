import { type Effect, NO_EFFECT, NO_TALLY } from "@kinward/domain/effect";
import {
  type ContractAreaId,
  type ExampleId,
  instant,
  type OrganizationId,
  type PlainDate,
  plainDate,
} from "@kinward/domain/kernel";
import { type CaseProfile, defaultPolicyBook, type PolicyBook } from "@kinward/domain/policy";
import type { BookView, EffectPart, SavedExample } from "@kinward/domain/views";

const day = (text: string): PlainDate => plainDate(text);
const standing = (dueOn: string, status: "OPEN" | "OVERDUE") => ({
  opensOn: day("2026-11-17"),
  dueOn: day(dueOn),
  status,
});

const place = (area: string, areaName: string, contractorName: string) => ({
  contractAreaId: area as ContractAreaId,
  areaName,
  organizationId: contractorName as OrganizationId,
  contractorName,
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
  places: [
    {
      place: place("a1", "Ames", "Prairie Family Services"),
      cases: 640,
      touched: 25,
      moved: 29,
      otherwise: 8,
      becomeLate: 3,
      noLongerLate: 0,
      before: { met: 470, late: 9, overdue: 2, missed: 12 },
      after: { met: 463, late: 15, overdue: 3, missed: 12 },
    },
    {
      place: place("a2", "Sioux City / North", "River Bend Care"),
      cases: 562,
      touched: 12,
      moved: 12,
      otherwise: 4,
      becomeLate: 1,
      noLongerLate: 1,
      before: { met: 355, late: 6, overdue: 2, missed: 11 },
      after: { met: 350, late: 11, overdue: 2, missed: 11 },
    },
    {
      cases: 2,
      touched: 0,
      moved: 0,
      otherwise: 0,
      becomeLate: 0,
      noLongerLate: 0,
      before: NO_TALLY,
      after: NO_TALLY,
    },
  ],
  listed: [
    {
      caseNumber: "2026-00117",
      place: place("a1", "Ames", "Prairie Family Services"),
      whom: { role: "CHILD", no: 2 },
      rule: "CON-4",
      duty: "DEADLINE",
      kind: "MOVES",
      days: -1,
      before: standing("2026-11-24", "OPEN"),
      after: standing("2026-11-23", "OPEN"),
    },
    {
      caseNumber: "2026-00121",
      place: place("a2", "Sioux City / North", "River Bend Care"),
      whom: "FAMILY",
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

export const policyBooks: readonly BookView[] = [
  { number: 1, publishedAt: instant("2026-10-02T15:00:00.000Z"), publishedBy: "Bea Sampleton" },
  { number: 0 },
];

/** The policy texts, and a first book with a shorter deadline and a day less. */
export const policyBook = (profile: CaseProfile, number: number): PolicyBook => {
  const texts = defaultPolicyBook(profile);
  return number === 0
    ? texts
    : {
        ...texts,
        number,
        settings: [
          ...texts.settings,
          {
            key: "initialContactBusinessDays",
            validFrom: day("2027-01-01"),
            value: 4,
            source: "Contract amendment 4",
          },
        ],
        holidayYears: [
          {
            year: 2026,
            holidays: [{ date: day("2026-12-25"), name: "Christmas Day" }],
            source: "Calendar of the agency",
          },
        ],
      };
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
