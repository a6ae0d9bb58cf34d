import type { ProposalView } from "@kinward/domain/views";
import type { DueState } from "@kinward/ui";
import { settingWords } from "../shared/setting/words.ts";
import { approvals as m } from "./messages.ts";

/** What a proposal is about, in one line. */
export const proposalTitle = (proposal: ProposalView): string => {
  switch (proposal.kind) {
    case "SETTING":
      return proposal.steps.map((step) => settingWords[step.key].name).join(", ");
    case "LEDGER_CORRECTION":
      return m.correction(proposal.seq, proposal.areaName);
    case "CASE_MOVE":
      return m.move(proposal.organizationName, proposal.successorName);
  }
};

export const DECISION_LOOK = {
  APPROVED: "done",
  REJECTED: "excused",
  WITHDRAWN: "notDue",
} as const satisfies Record<NonNullable<ProposalView["answer"]>["decision"], DueState>;
