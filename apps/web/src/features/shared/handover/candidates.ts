import type { CandidateView } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { team as words } from "../../../messages/en/team.ts";

/** To whom a case can go, with what they carry and until when they are away. */
export const candidateChoices = (
  candidates: readonly CandidateView[],
  without: string | undefined,
  today: string,
) =>
  candidates
    .filter((one) => one.staffId !== without && one.name !== without)
    .map((one) => ({
      id: one.staffId,
      label: one.name,
      detail: [
        words.candidate(one.cases, one.late),
        one.awayUntil && words.away(dates.date(one.awayUntil, { today })),
      ]
        .filter(Boolean)
        .join(", "),
    }));
