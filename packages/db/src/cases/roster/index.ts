export * from "./add-member.ts";
export { confirmMember } from "./confirm-member.ts";
export { correctPerson } from "./correct-person.ts";
export * from "./correct.ts";
export * from "./household-changes.ts";
export * from "./leave.ts";
export { findRosterPerson, listOtherOpenCases, type OtherOpenCase, spanOf } from "./load.ts";
