import { newId } from "@kinward/db";
import type { REFERRAL_ROUTES } from "../../routes/referrals.ts";
import type { Inputs } from "./inputs.ts";

const nothing = () => ({});
const command = () => ({ commandId: newId() });

export const REFERRAL_INPUTS: Inputs<keyof typeof REFERRAL_ROUTES> = {
  "referrals.options": nothing,
  "referrals.findPeople": () => ({ given: "Ada", family: "Testfamily" }),
  "referrals.priorServices": () => ({ content: {} }),
  "referrals.caseForReferral": ({ theCase }) => ({ caseId: theCase.caseId }),
  "referrals.check": () => ({ content: {} }),
  "referrals.submit": () => ({
    ...command(),
    draftId: newId(),
    expectedVersion: 1,
    acceptWarnings: [],
  }),
  "referrals.withdraw": ({ theCase }) => ({
    ...command(),
    referralId: theCase.referralId,
    reason: "The family moved away",
  }),
  "referrals.receipt": ({ theCase }) => ({ referralId: theCase.referralId }),
  "referrals.list": () => ({ page: 1 }),
  "overrides.request": () => ({
    ...command(),
    draftId: newId(),
    expectedVersion: 1,
    reason: "The family asks for it",
  }),
  "overrides.list": nothing,
  "overrides.answer": () => ({
    ...command(),
    proposalId: newId(),
    decision: "REJECTED",
    note: "No",
  }),
};
