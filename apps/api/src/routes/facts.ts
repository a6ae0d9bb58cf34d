import { readsCase, type Route, writesCase } from "./route.ts";

/** Why a case was opened and what its family needs: what the referral said first, corrected later. */
export const FACTS_ROUTES = {
  "cases.about": readsCase("CASE_READ"),
  "cases.correctOpening": writesCase("CASE_OPEN_CLOSE"),
  "cases.correctNeeds": writesCase("PEOPLE_AND_HOUSEHOLD"),
  "cases.confirmNeeds": writesCase("MEMBER_MARKS"),
} as const satisfies Record<string, Route>;
