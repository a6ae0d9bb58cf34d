import { NEVER, toDay } from "../../calendar/day-number.ts";
import type { Duty } from "../duty.ts";
import { policyOn } from "../facts/contact-policy.ts";
import type { EpisodeView } from "../facts/view.ts";
import { closingOf } from "../who-is-owed/closing.ts";
import type { JudgedWindow } from "./people.ts";

/** The window of a duty, with its own settings (DEC-48) and the day on which people are judged (DEC-13, DEC-14). */
export const judgedWindow = (view: EpisodeView, duty: Duty): JudgedWindow => {
  const start = toDay(duty.opensOn);
  const end = duty.dueOn === undefined ? NEVER : toDay(duty.dueOn);
  const ownClock = duty.key.startsWith("MONTH:") || duty.key.startsWith("PLAN:");
  const clockOn = ownClock ? start : view.effective;
  const policy = policyOn(view.policies, clockOn);
  const kind = duty.kind === "WINDOW" ? "WINDOW" : "DEADLINE";
  const { judgedOn } = closingOf(view, policy.closingWindow, kind, start, end);
  return { start, end, judgedOn, clockOn, policy };
};
