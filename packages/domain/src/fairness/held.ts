import type { Step } from "../assignment/course.ts";
import type { Lane } from "../assignment/ledger-line.ts";
import {
  laneHead,
  nextContractor,
  type RotationHead,
  type RotationRules,
} from "../assignment/rotation.ts";
import { ia } from "../kernel/citation.ts";
import type { OrganizationId, StaffId } from "../kernel/ids.ts";
import { elapsedMs, type Instant } from "../kernel/instant.ts";
import { rule } from "../kernel/rule.ts";

/** A referral whose draft was last changed at one moment and submitted at another. */
export interface Submission {
  readonly seq: number;
  readonly readyAt: Instant;
  readonly submittedAt: Instant;
  readonly worker: StaffId;
}

/** A referral that was ready for this long was held back, whatever the reason. */
export const HELD_MINUTES = 120;
/** A referral submitted within this time after the turn changed was submitted right after it. */
export const RIGHT_AFTER_MINUTES = 60;

export interface JudgedSubmission extends Submission {
  readonly heldMinutes: number;
  /** From the last change of whose turn it was. */
  readonly afterChangeMinutes?: number;
  /**
   * Ready for `HELD_MINUTES` or longer, then submitted within `RIGHT_AFTER_MINUTES` after the turn changed, and to another
   * contractor than it would have gone to when it became ready.
   */
  readonly heldForTurn: boolean;
}

const MINUTE = 60_000;

/**
 * Judges ordinary submissions of an area against the changes of its turn. Others (overrides, carry-overs, returns inside
 * the window) go to their contractor whoever is next, so holding them back moves nothing.
 * @param steps the area's ledger walked from its first line
 */
export const judgeSubmissions = rule(
  { id: "ASG-4", cites: [ia("34")] },
  (
    submissions: readonly Submission[],
    steps: readonly Step[],
    tieBreak: (step: Step) => RotationRules["tieBreak"],
  ): readonly JudgedSubmission[] => {
    const indexOf = new Map(steps.map(({ line }, index) => [line.seq, index]));
    const turnBefore = (index: number, lane: Lane): OrganizationId | undefined => {
      const step = steps[index];
      return step && nextOf(step.before, lane, tieBreak(step));
    };
    return submissions.flatMap((submission): readonly JudgedSubmission[] => {
      const at = indexOf.get(submission.seq);
      const line = at === undefined ? undefined : steps[at]?.line;
      if (at === undefined || line === undefined) return [];
      if (line.method !== "ROTATION" && line.method !== "EQUALIZING") return [];
      const { readyAt, submittedAt } = submission;
      const turn = turnBefore(at, line.lane);
      let changed: number | undefined;
      let index = at;
      // Back to the first line after the draft was ready; each line may have moved the turn.
      while (index > 0 && (steps[index - 1]?.line.at ?? "") > readyAt) {
        index -= 1;
        if (changed === undefined && turnBefore(index, line.lane) !== turn) changed = index;
      }
      const whenReady = turnBefore(index, line.lane);
      const changedAt = changed === undefined ? undefined : steps[changed]?.line.at;
      const heldMinutes = Math.floor(elapsedMs(readyAt, submittedAt) / MINUTE);
      const after = changedAt && Math.floor(elapsedMs(changedAt, submittedAt) / MINUTE);
      return [
        {
          ...submission,
          heldMinutes,
          ...(after !== undefined && { afterChangeMinutes: after }),
          heldForTurn:
            heldMinutes >= HELD_MINUTES &&
            after !== undefined &&
            after <= RIGHT_AFTER_MINUTES &&
            whenReady !== turn,
        },
      ];
    });
  },
);

const nextOf = (
  head: RotationHead,
  lane: Lane,
  tieBreak: RotationRules["tieBreak"],
): OrganizationId | undefined => {
  const state = laneHead(head, lane);
  return head.epoch && state && nextContractor(head.epoch, state, tieBreak);
};
