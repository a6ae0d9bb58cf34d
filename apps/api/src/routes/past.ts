import { readsCase, type Route } from "./route.ts";

/** Earlier states of a case, and what became of it since. */
export const PAST_ROUTES = {
  "history.asKnown": readsCase("CASE_READ"),
  "history.explain": readsCase("CASE_READ"),
  "history.accesses": readsCase("ACCESS_SEE"),
  "history.filters": readsCase("CASE_READ"),
  "history.export": { ...readsCase("CASE_READ", "caseId", "EXPORT"), perMinute: 20 },
} as const satisfies Record<string, Route>;
