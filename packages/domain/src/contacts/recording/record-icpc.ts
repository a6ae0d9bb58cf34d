import { ia } from "../../kernel/citation.ts";
import type { EpisodeId, PersonId } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { accept, refuse, type Result } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import { taskStatusOn } from "../status.ts";
import type { RecordIcpc } from "./commands.ts";
import type { EpisodeFacts } from "./first-meeting.ts";
import { doneOnRefusals, fieldRequired, isBlank } from "./required.ts";

/** That a child's placement outside the state was coordinated, and when. */
export interface IcpcRecord {
  readonly episodeId: EpisodeId;
  readonly personId: PersonId;
  readonly on: PlainDate;
  readonly note: string;
}

/** Records coordination through the Interstate Compact administrator for a child with an open task (CON-12). */
export const decideRecordIcpc = rule(
  { id: "CON-12", cites: [ia("79, 87")], decisions: ["DEC-16"] },
  (
    { episode, evaluation }: EpisodeFacts,
    { personId, on, note }: RecordIcpc,
    today: PlainDate,
  ): Result<IcpcRecord> => {
    const task = evaluation.duties.find(
      (duty) =>
        duty.rule === "CON-12" &&
        duty.episodeId === episode.id &&
        duty.subject === personId &&
        taskStatusOn(duty, today) === "OPEN",
    );
    if (task === undefined) return refuse({ code: "INVALID_TRANSITION", path: ["personId"] });
    const refusals = [...doneOnRefusals("on", on, today)];
    // Before the move for the first stay; for a later one only what follows the earlier one counts.
    const isLaterStay = task.key !== `TASK:ICPC_COORDINATION:${personId}`;
    if (isLaterStay && on !== undefined && on < task.opensOn)
      refusals.push({
        code: "DATE_OUTSIDE_SERVICE",
        path: ["on"],
        params: { from: task.opensOn },
      });
    if (isBlank(note)) refusals.push(fieldRequired("note"));
    return refusals.length > 0 || on === undefined || note === undefined
      ? refuse(...refusals)
      : accept({ episodeId: episode.id, personId, on, note });
  },
);
