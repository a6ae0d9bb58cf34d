import { readsCase, type Route } from "./route.ts";

/** Earlier states of a case, and what became of it since. */
export const PAST_ROUTES = {
  "history.asKnown": readsCase("CASE_READ"),
} as const satisfies Record<string, Route>;
