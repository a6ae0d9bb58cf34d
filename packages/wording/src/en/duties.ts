import type { DutyWords } from "../types.ts";
import { dates } from "./dates.ts";

type Rule = Parameters<DutyWords["rule"]>[0];

const TITLES: Record<Rule, string> = {
  "CON-2": "Contacts at the agreed level",
  "CON-4": "First face-to-face contact",
  "CON-5": "Initial joint meeting",
  "CON-6": "Contact in the first 30 days",
  "CON-7": "Contact with a parent outside the home",
  "CON-9": "Weekly family contact",
  "CON-10": "Contact in the first 30 days",
  "CON-12": "Interstate Compact coordination",
  "CON-13": "Monthly contact",
  "REP-2": "First-meeting notice to the Department",
  INTAKE_ACKNOWLEDGE: "New referral to acknowledge",
  INTAKE_COORDINATOR: "Care coordinator to assign",
};

/** Figures of a rule are settings and stand in the explanation, never here. */
const RULES: Record<Rule, string> = {
  "CON-2": "As court, worker, team meeting or plan asks",
  "CON-4": "Business days from the referral",
  "CON-5": "With the Department worker, if available",
  "CON-6": "Once in the first 30 days, child in a facility",
  "CON-7": "As the case plan says",
  "CON-9": "Each calendar week after the first contact",
  "CON-10": "Once in the first 30 days, child outside the home",
  "CON-12": "Child placed outside Iowa",
  "CON-13": "Each calendar month",
  "REP-2": "After the first face-to-face meeting",
  INTAKE_ACKNOWLEDGE: "New referral",
  INTAKE_COORDINATOR: "One care coordinator for each case",
};

export const duties = {
  title: ({ rule, window, family }) => {
    if (rule === "CON-9" && window !== undefined) return `${TITLES[rule]}, week ${window}`;
    if (rule === "CON-13")
      return `${family ? "Monthly family contact" : TITLES[rule]}${window === undefined ? "" : `, ${dates.month(window).split(" ")[0]}`}`;
    return TITLES[rule];
  },
  rule: (rule) => RULES[rule],
  late: (count, unit) => `${dates.count(count, unit)} late`,
  inDays: (count) => `in ${dates.count(count, "days")}`,
  stillNeeded: ({ people, needsAdult, furtherDates }) => {
    const names = people.map((person) => person.name);
    if (needsAdult) names.push(`${names.length === 0 ? "A" : "a"} parent or caretaker at home`);
    const who = dates.list(names);
    if (furtherDates === undefined || furtherDates < 1) return who;
    const more = furtherDates === 1 ? "one more date" : `${furtherDates} more dates`;
    return who === "" ? more : `${who}; ${more}`;
  },
  verb: {
    LOG_CONTACT: "Log contact",
    SEND_NOTICE: "Send notice",
    RECORD_WHY: "Record why",
    RECORD_ICPC: "Record coordination",
    ACKNOWLEDGE: "Acknowledge",
    ASSIGN_COORDINATOR: "Assign coordinator",
    OPEN_CASE: "Open case",
  },
  column: (id) => {
    if (id === "INITIAL") return "First contact";
    if (id === "FIRST30") return "First 30 days";
    if (id.startsWith("WEEK:")) return `Week ${id.slice(5)}`;
    return dates.month(id);
  },
} satisfies DutyWords;
