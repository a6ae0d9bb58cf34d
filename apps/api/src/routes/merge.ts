import { readsScope, type Route } from "./route.ts";

/** Finding people, and records that are about the same one. */
export const MERGE_ROUTES = {
  "persons.search": readsScope("SEARCH", { kind: "CASE_READ", purpose: "SEARCH" }),
} as const satisfies Record<string, Route>;
