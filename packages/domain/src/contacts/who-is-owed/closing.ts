import { NEVER } from "../../calendar/day-number.ts";
import { ia } from "../../kernel/citation.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import { rule } from "../../kernel/rule.ts";
import type { ContactPolicy } from "../facts/contact-policy.ts";
import type { EpisodeView } from "../facts/view.ts";

/** How the end of services touches a window or deadline. */
export interface Closing {
  /** Last day on which membership and setting are judged: the window's last day, the as-of day, or the last service day. */
  readonly judgedOn: EpochDay;
  /** Day from which the duty is cancelled unless met; `NEVER` where closing leaves it alone. */
  readonly cancelledOn: EpochDay;
}

/**
 * A window that has not ended on the last service day, and a deadline after it, is cancelled from that day on unless
 * already met. Under REQUIRE windows already begun run to their end; what has not begun is cancelled either way.
 */
export const closingOf = rule(
  { id: "CON-14", cites: [ia("83-84")], decisions: ["DEC-13", "DEC-14"] },
  (
    view: EpisodeView,
    closingWindow: ContactPolicy["closingWindow"],
    kind: "WINDOW" | "DEADLINE",
    start: EpochDay,
    end: EpochDay,
  ): Closing => {
    const { closedOn } = view;
    const runsOn = kind === "WINDOW" && closingWindow === "REQUIRE" && start <= closedOn;
    if (end <= closedOn || runsOn)
      return { judgedOn: Math.min(end, view.asOf), cancelledOn: NEVER };
    return { judgedOn: Math.min(end, view.asOf, closedOn), cancelledOn: closedOn };
  },
);
