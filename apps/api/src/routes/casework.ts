import { readsCase, readsScope, type Route, unrecorded, writesCase, writesScope } from "./route.ts";

const OWN_DRAFT = unrecorded("the caller's own draft, not yet part of a case");

/** Duties, cases, contacts, referrals, intake, drafts. */
export const CASEWORK_ROUTES = {
  "work.list": readsScope("CASE_READ"),
  "work.options": readsScope("CASE_READ"),
  "work.people": readsScope("CASE_READ", unrecorded("names of staff, no case")),
  "work.recordWhy": writesCase("WHY_NOTE"),
  "cases.list": readsScope("CASE_READ"),
  "cases.find": readsScope("SEARCH", { kind: "CASE_READ", purpose: "SEARCH" }),
  "cases.overview": readsCase("CASE_READ"),
  "cases.header": readsCase("CASE_READ"),
  "cases.explain": readsCase("CASE_READ"),
  "cases.explainExpectation": readsCase("CASE_READ"),
  "cases.history": readsCase("CASE_READ"),
  "cases.openWithReason": { ...writesCase("CASE_READ"), asks: "READ" },
  "cases.begin": writesScope("CASE_OPEN_CLOSE"),
  "cases.recordMove": writesCase("PEOPLE_AND_HOUSEHOLD"),
  "cases.recordIcpc": writesCase("ICPC_TASK"),
  "cases.options": readsScope("CASE_READ", unrecorded("names of areas, no case")),
  "contacts.list": readsCase("CASE_READ"),
  "contacts.formContext": readsScope("CONTACT_RECORD"),
  "contacts.record": writesCase("CONTACT_RECORD"),
  "contacts.correct": writesCase("CONTACT_RECORD"),
  "notices.previewFirstMeeting": readsCase("REPORT_SUBMIT"),
  "notices.sendFirstMeeting": writesCase("REPORT_SUBMIT"),
  "drafts.list": readsScope("CONTACT_RECORD", OWN_DRAFT),
  "drafts.get": readsScope("CONTACT_RECORD", OWN_DRAFT),
  "drafts.save": writesScope("CONTACT_RECORD", OWN_DRAFT),
  "drafts.discard": writesScope("CONTACT_RECORD", OWN_DRAFT),
  "drafts.restore": writesScope("CONTACT_RECORD", OWN_DRAFT),
  "intake.list": readsScope("REFERRAL_RECEIVE"),
  "intake.acknowledge": writesCase("REFERRAL_RECEIVE", "referralId"),
  "intake.coordinators": readsCase("REFERRAL_RECEIVE", "episodeId"),
  "intake.assignCoordinator": writesCase("REFERRAL_RECEIVE", "episodeId"),
} as const satisfies Record<string, Route>;
