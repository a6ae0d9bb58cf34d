export { type Access, type AccessPurpose, recordAccess } from "./access-log.ts";
export { callsCounted, countCall, forgetOldCounts } from "./rate-limit.ts";
export {
  type CaseKey,
  findRelatedCase,
  type RelatedCase,
  staffAndCovered,
  staffBelow,
} from "./relation.ts";
export { findStaffOfAccount, noteSignIn, type StaffOfAccount } from "./signed-in.ts";
