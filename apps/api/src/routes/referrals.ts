import { readsCase, readsScope, type Route, unrecorded, writesCase, writesScope } from "./route.ts";

const OWN_DRAFT = unrecorded("the caller's own draft, not yet part of a case");

/** Referrals from the first draft to a withdrawal, and the supervisor's answer to an override. */
export const REFERRAL_ROUTES = {
  "referrals.options": readsScope("REFERRAL_SUBMIT", unrecorded("names of areas, no case")),
  "referrals.findPeople": readsScope("SEARCH", { kind: "CASE_READ", purpose: "SEARCH" }),
  "referrals.priorServices": readsScope("REFERRAL_SUBMIT", {
    kind: "CASE_READ",
    purpose: "SEARCH",
  }),
  "referrals.caseForReferral": readsCase("REFERRAL_SUBMIT"),
  "referrals.check": readsScope("REFERRAL_SUBMIT", OWN_DRAFT),
  "referrals.submit": writesScope("REFERRAL_SUBMIT"),
  "referrals.withdraw": writesCase("REFERRAL_SUBMIT", "referralId"),
  "referrals.receipt": readsCase("RECEIPT", "referralId"),
  "referrals.list": readsScope("RECEIPT"),
  "overrides.request": writesScope("REFERRAL_SUBMIT"),
  "overrides.list": readsScope("OVERRIDE_APPROVE", unrecorded("what was asked, not yet a case")),
  "overrides.answer": writesScope("OVERRIDE_APPROVE"),
} as const satisfies Record<string, Route>;
