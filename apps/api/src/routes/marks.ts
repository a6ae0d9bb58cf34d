import { readsCase, type Route, writesCase } from "./route.ts";

/** What is recorded about the people of a case, the levels of contact, and the date on which their clocks began. */
export const MARKS_ROUTES = {
  "marks.list": readsCase("CASE_READ"),
  "marks.record": writesCase("MEMBER_MARKS"),
  "marks.end": writesCase("MEMBER_MARKS"),
  "marks.correct": writesCase("MEMBER_MARKS"),
  "marks.setMajority": writesCase("MEMBER_MARKS"),
  "frequencies.record": writesCase("FREQUENCY_RECORD"),
  "frequencies.end": writesCase("FREQUENCY_RECORD"),
  "frequencies.correct": writesCase("FREQUENCY_RECORD"),
  "episodes.correctEffectiveDate": writesCase("EFFECTIVE_DATE_CORRECT", "episodeId"),
  "episodes.recordFurtherForm": writesCase("REFERRAL_SUBMIT", "episodeId"),
  // Asked by whoever may end services: the Department's people of the case, and the auditor.
  "episodes.previewEffectiveDate": readsCase("CASE_OPEN_CLOSE", "episodeId"),
  "episodes.previewEnd": readsCase("CASE_OPEN_CLOSE", "episodeId"),
  "cases.endServices": writesCase("CASE_OPEN_CLOSE", "episodeId"),
} as const satisfies Record<string, Route>;
