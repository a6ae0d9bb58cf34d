import type { ProposalKind } from "@kinward/domain/approval";

/** What administrators propose to each other. Overrides and merges say something about a family and are the supervisors'. */
export const ADMINISTRATORS_KINDS = [
  "LEDGER_CORRECTION",
  "CASE_MOVE",
  "SETTING",
] as const satisfies readonly ProposalKind[];
