import { NEVER, toDate } from "../../calendar/day-number.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import type { CancelReason, Duty, DutyKind, DutyRule } from "../duty.ts";
import type { EpisodeView } from "../facts/view.ts";
import type { Progress } from "./family.ts";

/** Why and from which day a duty is no longer owed. */
export interface Cancelled {
  readonly on: EpochDay;
  readonly reason?: CancelReason;
}

/** What a duty is about, before it is known how it went. */
export interface DutyHead {
  readonly key: string;
  readonly rule: DutyRule;
  readonly kind: DutyKind;
  readonly subject: Duty["subject"];
  readonly opens: EpochDay;
  readonly due?: EpochDay;
  readonly owner?: Duty["owner"];
  /** The day from which it cannot be met late any more, if that has come. */
  readonly lapses?: EpochDay;
  /** Contacts that the Department asks for at least, and those asked for in effect (DEC-20). */
  readonly minimum?: number;
  readonly times?: number;
}

/** The row of a duty: dates only, so that it stays true until a fact or the calendar changes it. */
export const dutyRow = (
  view: EpisodeView,
  head: DutyHead,
  progress: Progress,
  cancelled: Cancelled | undefined,
): Duty => {
  const settled = cancelled ? undefined : progress.settledBy;
  // Filled in step by step: rows are made by the hundred thousand.
  const row: { -readonly [K in keyof Duty]: Duty[K] } = {
    episodeId: view.episode.id,
    key: head.key,
    rule: head.rule,
    kind: head.kind,
    subject: head.subject,
    owner: head.owner ?? "CONTRACTOR",
    opensOn: toDate(head.opens),
    missing: settled || cancelled ? [] : progress.missing,
  };
  if (head.due !== undefined) row.dueOn = toDate(head.due);
  if (settled) {
    row.settledOn = toDate(settled.day);
    row.settledBy = settled.id;
  }
  if (cancelled) {
    row.cancelledOn = toDate(cancelled.on);
    if (cancelled.reason) row.cancelReason = cancelled.reason;
  }
  if (!settled && !cancelled && head.lapses !== undefined && head.lapses < NEVER)
    row.lapsedOn = toDate(head.lapses);
  if (head.times !== undefined && head.times !== head.minimum)
    row.level = { minimum: head.minimum ?? 1, effective: head.times };
  return row;
};
