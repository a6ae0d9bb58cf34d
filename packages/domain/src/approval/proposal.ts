import type { Action } from "../access/grants.ts";
import { ia } from "../kernel/citation.ts";
import type { StaffId } from "../kernel/ids.ts";
import { accept, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";

/** What takes effect only when a second person agrees. */
export const PROPOSAL_KINDS = [
  "LEDGER_CORRECTION",
  "CASE_MOVE",
  "SETTING",
  "OVERRIDE",
  "PERSON_MERGE",
] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_DECISIONS = ["APPROVED", "REJECTED", "WITHDRAWN"] as const;
export type ProposalDecision = (typeof PROPOSAL_DECISIONS)[number];

/** The row of the access table that answers each kind (requirements D9). */
export const ACTION_OF = {
  LEDGER_CORRECTION: "LEDGER_CORRECT",
  CASE_MOVE: "LEDGER_CORRECT",
  SETTING: "SETTINGS_ADMIN",
  OVERRIDE: "OVERRIDE_APPROVE",
  PERSON_MERGE: "PERSON_MERGE",
} as const satisfies Record<ProposalKind, Action>;

export interface ProposalAnswer {
  readonly by: StaffId;
  readonly decision: ProposalDecision;
  /** Why; a rejection says it to the one who asked. */
  readonly note?: string;
}

/**
 * Answers a proposal once. Whoever made it may take it back and never approve or reject it (APPROVER_IS_REQUESTER);
 * nobody takes back another's. What it proposes is judged anew by the act that follows an approval.
 */
export const decideProposalAnswer = rule(
  {
    id: "ASG-10",
    also: ["ASG-7", "ASG-12", "X-6", "X-8"],
    cites: [ia("38"), ia("39")],
    decisions: ["DEC-34", "DEC-42", "DEC-48"],
  },
  (
    proposal: { readonly proposedBy: StaffId; readonly decision?: ProposalDecision },
    answer: ProposalAnswer,
  ): Result<Pick<ProposalAnswer, "decision" | "note">> => {
    const { by, decision } = answer;
    const note = answer.note?.trim() ?? "";
    const own = proposal.proposedBy === by;
    if (proposal.decision !== undefined || (decision === "WITHDRAWN" && !own))
      return refuse({ code: "INVALID_TRANSITION" });
    if (decision !== "WITHDRAWN" && own) return refuse({ code: "APPROVER_IS_REQUESTER" });
    if (decision === "REJECTED" && note === "")
      return refuse({ code: "REASON_REQUIRED", path: ["note"] });
    return accept({ decision, ...(note === "" ? {} : { note }) });
  },
);
