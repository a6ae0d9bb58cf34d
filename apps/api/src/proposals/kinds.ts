import type { ProposalKind } from "@kinward/domain/approval";

/** What administrators propose to each other. Overrides hold what a case says and are the supervisors'. */
export const ADMINISTRATORS_KINDS = [
  "LEDGER_CORRECTION",
  "CASE_MOVE",
  "SETTING",
] as const satisfies readonly ProposalKind[];
