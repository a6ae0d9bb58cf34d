import { readsCase, readsScope, type Route, unrecorded, writesAdministration } from "./route.ts";

const NO_CASE = unrecorded("a ledger names no case and no person");

/** What the witnesses of the ledgers keep: heads, ledgers, receipts. */
export const PROOF_ROUTES = {
  "proof.heads": readsScope("LEDGER_SEE", NO_CASE),
  "proof.ledger": readsScope("LEDGER_SEE", NO_CASE),
  "proof.receipt": readsCase("RECEIPT", "referralId", "EXPORT"),
  "proof.makeCheckpoints": writesAdministration("CONTRACTS_ADMIN"),
} as const satisfies Record<string, Route>;
