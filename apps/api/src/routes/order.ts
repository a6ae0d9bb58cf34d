import { readsScope, type Route, unrecorded } from "./route.ts";

const NO_CASE = unrecorded("the order of an area, which names no case");

/** The referral order of contract areas: of all for the Department, of its own for a contractor (ASG-4). */
export const ORDER_ROUTES = {
  "order.areas": readsScope("LEDGER_SEE", NO_CASE),
  "order.overview": readsScope("LEDGER_SEE", NO_CASE),
  "order.lines": readsScope("LEDGER_SEE"),
  "order.why": readsScope("LEDGER_SEE", NO_CASE),
  "order.replay": { ...readsScope("LEDGER_SEE", NO_CASE), perMinute: 30 },
} as const satisfies Record<string, Route>;
