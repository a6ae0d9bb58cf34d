import { NEVER } from "../../calendar/day-number.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import type { Duty, DutyRule } from "../duty.ts";
import type { ContactPolicy } from "../facts/contact-policy.ts";
import type { EpisodeView } from "../facts/view.ts";
import { closingOf } from "./closing.ts";
import { dutyRow } from "./duty-rows.ts";
import { familyNeeds, homeRoster, progressOf } from "./family.ts";

/** A week, month or plan window of the family. */
export interface FamilyWindow {
  readonly key: string;
  readonly rule: DutyRule;
  /** Settings of the duty's own clock (DEC-48). */
  readonly policy: ContactPolicy;
  readonly start: EpochDay;
  readonly end: EpochDay;
  readonly minimum: number;
  readonly times: number;
}

/** The duty of a family window; undefined where nobody lives in the parental home on the judging day (DEC-08). */
export const familyWindow = (view: EpisodeView, window: FamilyWindow): Duty | undefined => {
  const { policy, start, end, times } = window;
  const closing = closingOf(view, policy.closingWindow, "WINDOW", start, end);
  const roster = homeRoster(view, policy, start, end, closing.judgedOn);
  const needs = familyNeeds(policy.familyQuorum, roster);
  if (needs.length === 0) return undefined;
  const progress = progressOf(
    needs,
    [...roster.adults, ...roster.children],
    times,
    Math.max(start, view.effective),
    Math.min(end, view.countsThrough),
  );
  return dutyRow(
    view,
    {
      key: window.key,
      rule: window.rule,
      kind: "WINDOW",
      subject: "FAMILY",
      opens: start,
      due: end,
      minimum: window.minimum,
      times,
    },
    progress,
    closing.cancelledOn < NEVER && !progress.settledBy
      ? { on: closing.cancelledOn, reason: "CASE_CLOSED" }
      : undefined,
  );
};
