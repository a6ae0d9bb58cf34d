import type { CaseOverview, EpisodeView } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { marks } from "../../../messages/en/marks.ts";

const words = marks.services;

/** Services of a case in short: which, of which contractor, since when and until when. */
export interface ServicesLine {
  readonly id: string;
  readonly what: string;
  readonly contractor: string;
  readonly when: string;
}

/** All services of a case as its day has them, the newest first. */
export const presentServices = (
  { episodes, on }: Pick<CaseOverview["header"], "episodes" | "on">,
  today: string,
): readonly ServicesLine[] =>
  episodes.toReversed().map((episode) => ({
    id: episode.episodeId,
    what: labels.serviceType[episode.serviceType],
    contractor: episode.contractorName,
    when: whenText(episode, on, today),
  }));

const whenText = (
  { effectiveDate, lastServiceDay }: Pick<EpisodeView, "effectiveDate" | "lastServiceDay">,
  on: string,
  today: string,
): string => {
  const day = (date: string) => dates.date(date, { today, style: "day" });
  if (lastServiceDay !== undefined)
    return lastServiceDay < on
      ? words.ended(day(effectiveDate), day(lastServiceDay))
      : words.untilLater(day(effectiveDate), day(lastServiceDay));
  return on < effectiveDate ? words.begins(day(effectiveDate)) : words.since(day(effectiveDate));
};
