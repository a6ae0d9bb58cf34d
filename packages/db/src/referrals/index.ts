export { findCaseSoFar, type LoadedReferralFacts, loadReferralFacts } from "./facts.ts";
export {
  type NotSubmitted,
  type SubmitReferral,
  type SubmittedReferral,
  submitReferral,
} from "./submit.ts";
export { findReceipt, listReferrals, type ReceiptReader } from "./receipt.ts";
export {
  findOverrideRequest,
  listStaffBelow,
  type OverrideRequestContent,
  type OverrideRequestState,
  overrideSubject,
  withdrawOverrideRequest,
} from "./override-approval.ts";
export { type FoundPriorService, findPriorServices } from "./prior-services.ts";
export { type WithdrawnReferral, withdrawReferral } from "./withdraw.ts";
