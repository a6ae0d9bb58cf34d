/**
 * The one vocabulary of due states, shared by both apps. A component takes a state, never a color: word, icon, color
 * and border style follow from it.
 */
export type DueState =
  | "late"
  | "today"
  | "week"
  | "later"
  | "waiting"
  | "done"
  | "notDue"
  | "perPlan"
  | "excused"
  | "missed";

export const DUE_STATES: readonly DueState[] = [
  "late",
  "today",
  "week",
  "later",
  "waiting",
  "done",
  "notDue",
  "perPlan",
  "excused",
  "missed",
];
