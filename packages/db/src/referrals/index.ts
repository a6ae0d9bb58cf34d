export { findCaseSoFar, type LoadedReferralFacts, loadReferralFacts } from "./facts.ts";
export {
  type NotSubmitted,
  type SubmitReferral,
  type SubmittedReferral,
  submitReferral,
} from "./submit.ts";
export { findReceipt, listReferrals } from "./receipt.ts";
