import { readsCase, type Route } from "./route.ts";

/** The family as a drawing and over time, reasons of what is to come, and the case file to take along. */
export const FAMILY_ROUTES = {
  "family.show": readsCase("CASE_READ"),
  "family.explainProjected": readsCase("CASE_READ"),
  "family.caseFile": readsCase("CASE_READ", "caseId", "EXPORT"),
} as const satisfies Record<string, Route>;
