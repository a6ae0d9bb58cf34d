import type { CoveragePerson } from "../components/CoverageGrid.tsx";
import type { Explanation } from "../components/Explain.tsx";
import type { DueState } from "../lib/state.ts";

/** Invented people and dates that show every state; the dates agree with each other. */
export const TODAY = "2026-11-20";

export interface WorkItem {
  id: string;
  state: DueState;
  days?: number;
  due: string;
  what: string;
  family: string;
  number: string;
  who: string;
  rule: string;
  verb: string;
}

export const WORK: Record<"late" | "today" | "week" | "later" | "waiting", WorkItem[]> = {
  late: [
    {
      id: "w1",
      state: "late",
      days: 2,
      due: "2026-11-18",
      what: "First face-to-face contact",
      family: "Alvarez-Reed",
      number: "CR-26-01482",
      who: "Marisol, Mateo, Lucia",
      rule: "5 business days from referral",
      verb: "Log contact",
    },
    {
      id: "w2",
      state: "late",
      days: 1,
      due: "2026-11-19",
      what: "Progress report 3",
      family: "Okafor",
      number: "CR-26-01120",
      who: "Department worker and parents",
      rule: "Monthly from effective date",
      verb: "Open draft",
    },
  ],
  today: [
    {
      id: "w3",
      state: "today",
      due: "2026-11-20",
      what: "Weekly family contact 2 of 3",
      family: "Lindqvist",
      number: "CR-26-01455",
      who: "Erik, Anna",
      rule: "Each calendar week, first 30 days",
      verb: "Log contact",
    },
  ],
  week: [
    {
      id: "w4",
      state: "week",
      days: 3,
      due: "2026-11-23",
      what: "Family team meeting",
      family: "Nguyen-Hart",
      number: "CR-26-00987",
      who: "Team of 7",
      rule: "Attendance required",
      verb: "View",
    },
  ],
  later: [
    {
      id: "w5",
      state: "later",
      days: 10,
      due: "2026-11-30",
      what: "Monthly contact with all children",
      family: "Okafor",
      number: "CR-26-01120",
      who: "Ada, Chidi, Ngozi",
      rule: "Each calendar month",
      verb: "Log contact",
    },
  ],
  waiting: [
    {
      id: "w6",
      state: "waiting",
      days: 6,
      due: "2026-11-14",
      what: "Case plan waiting for approval",
      family: "Alvarez-Reed",
      number: "CR-26-01482",
      who: "Supervisor R. Castellano",
      rule: "Before distribution",
      verb: "View plan",
    },
  ],
};

const notDue = { state: "notDue", text: "Not due" } as const;
const perPlan = { state: "perPlan", text: "Per plan" } as const;
const by = (text: string) => ({ state: "later", text: `by ${text}` }) as const;
const lateRow = {
  first: { state: "late", text: "2 days late" },
  w1: by("Nov 28"),
  w2: by("Dec 5"),
  w3: by("Dec 12"),
  dec: by("Dec 31"),
} as const;

export const COLUMNS = [
  { id: "first", label: "First contact" },
  { id: "w1", label: "Week 1" },
  { id: "w2", label: "Week 2" },
  { id: "w3", label: "Week 3" },
  { id: "dec", label: "December" },
];

export const PEOPLE: CoveragePerson[] = [
  { id: "marisol", name: "Marisol Alvarez", detail: "Mother, home", cells: lateRow },
  { id: "mateo", name: "Mateo, 9", detail: "Home", cells: lateRow },
  {
    id: "jaden",
    name: "Jaden, 14",
    detail: "PMIC, Cedar Falls",
    cells: {
      first: { state: "week", text: "by Nov 25" },
      w1: notDue,
      w2: notDue,
      w3: { state: "excused", text: "Excused" },
      dec: by("Dec 31"),
    },
  },
  {
    id: "devin",
    name: "Devin Reed",
    detail: "Father, elsewhere",
    cells: { first: perPlan, w1: perPlan, w2: perPlan, w3: perPlan, dec: perPlan },
  },
  {
    id: "rosa",
    name: "Rosa Alvarez",
    detail: "Grandmother",
    cells: {
      first: { state: "done", text: "Nov 14" },
      w1: { state: "missed", text: "Missed" },
      w2: { state: "today", text: "Today" },
      w3: { state: "waiting", text: "Waiting" },
      dec: notDue,
    },
  },
];

export const EXPLANATION: Explanation = {
  title: "Due Wed, Nov 18: 2 days late",
  rule: "The care coordinator meets the family face to face within 5 business days of the effective date.",
  sources: [
    { label: "Contract, section 4.2, in force since Jul 1, 2025", href: "#rule" },
    { label: "Holiday calendar 2026", href: "#holidays" },
  ],
  days: [
    { date: "2026-11-10", counts: "start" },
    { date: "2026-11-11", counts: "skipped", reason: "Veterans Day" },
    { date: "2026-11-12", counts: "counted", number: 1 },
    { date: "2026-11-13", counts: "counted", number: 2 },
    { date: "2026-11-14", counts: "skipped", reason: "Saturday" },
    { date: "2026-11-15", counts: "skipped", reason: "Sunday" },
    { date: "2026-11-16", counts: "counted", number: 3 },
    { date: "2026-11-17", counts: "counted", number: 4 },
    { date: "2026-11-18", counts: "due", number: 5 },
  ],
  inputs: [
    { label: "Effective date", value: "Tue, Nov 10 (Form 470-3055)", href: "#form" },
    { label: "People", value: "Marisol, Mateo and Lucia live at home" },
  ],
  changes: ["A corrected effective date", "A holiday added to the calendar"],
};
