import { NEVER, toDay } from "../../calendar/day-number.ts";
import type { Contact } from "../../casefile/case-file.ts";
import type { PersonId } from "../../kernel/ids.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import type { Duty } from "../duty.ts";
import { lastServiceDayOf } from "../facts/case-facts.ts";
import type { EpisodeView } from "../facts/view.ts";
import type { ContactVerdict, ExplanationStep } from "./explanation.ts";

/** How long before a window contacts are still worth naming: the week before, as a week 0 contact that counts for none. */
const NEAR_DAYS = 14;

/** Days between which contacts count for a duty. */
export interface CountingDays {
  /** First day that counts; before the effective date only under the safety plan setting (DEC-18). */
  readonly from: EpochDay;
  /** Why an earlier day does not. */
  readonly before: Extract<ContactVerdict, "BEFORE_WINDOW" | "BEFORE_LEAVING_HOME">;
}

const verdictOf = (
  view: EpisodeView,
  duty: Duty,
  contact: Contact,
  counting: CountingDays,
): ContactVerdict => {
  const day = toDay(contact.date);
  if (contact.mode !== "FACE_TO_FACE") return "NOT_FACE_TO_FACE";
  if (contact.by === "DEPARTMENT") return "BY_DEPARTMENT";
  if (day < Math.min(view.effective, counting.from)) return "BEFORE_EFFECTIVE_DATE";
  if (day > Math.min(lastServiceDayOf(view.episode), view.closedOn))
    return "AFTER_LAST_SERVICE_DAY";
  if (day < counting.from) return counting.before;
  const cancelled = duty.cancelledOn === undefined ? NEVER : toDay(duty.cancelledOn);
  const gone = duty.cancelReason === "MEMBER_LEFT" ? cancelled - 1 : cancelled;
  if (day > gone) return "AFTER_CANCELLATION";
  if (duty.dueOn === undefined || contact.date <= duty.dueOn) return "COUNTS";
  return duty.kind === "WINDOW" ? "AFTER_WINDOW" : "COUNTS_LATE";
};

/** Every recorded contact near the duty with one of its people: whether it counts, and if not, why. */
export const contactSteps = (
  view: EpisodeView,
  duty: Duty,
  people: ReadonlySet<PersonId>,
  counting: CountingDays,
): readonly ExplanationStep[] => {
  const earliest = Math.min(toDay(duty.opensOn), counting.from) - NEAR_DAYS;
  const latest = duty.kind === "WINDOW" && duty.dueOn !== undefined ? toDay(duty.dueOn) : view.asOf;
  return view.facts.file.contacts
    .filter((contact) => {
      const day = toDay(contact.date);
      return (
        day >= earliest &&
        day <= Math.min(latest, view.asOf) &&
        contact.with.some((id) => people.has(id))
      );
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((contact) => ({
      step: "CONTACT",
      contact: contact.id,
      on: contact.date,
      people: contact.with.filter((id) => people.has(id)),
      verdict: verdictOf(view, duty, contact, counting),
    }));
};
