import { readsAdministration as reads, type Route } from "./route.ts";

/** Reports about the order of turns, and what it would be under other rules. Numbers only: no case, no family. */
export const FAIRNESS_ROUTES = {
  "fairness.report": { ...reads("LEDGER_SEE"), perMinute: 60 },
  "fairness.orderReview": { ...reads("ORDER_REVIEW"), perMinute: 30 },
  "fairness.simulate": { ...reads("LEDGER_SEE"), perMinute: 30 },
} as const satisfies Record<string, Route>;
