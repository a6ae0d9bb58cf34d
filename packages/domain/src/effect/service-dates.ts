import type { CaseFile, Episode } from "../casefile/case-file.ts";
import type { Duty } from "../contacts/duty.ts";
import { evaluate } from "../contacts/evaluate.ts";
import { ia } from "../kernel/citation.ts";
import type { EpisodeId } from "../kernel/ids.ts";
import { daysBetween, type PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import { dutyChanges } from "./case-effect.ts";
import { type DutyStanding, standing } from "./effect.ts";

/** The dates of services as they would be: both as they should then stand. */
export interface ServiceDates {
  readonly effectiveDate: PlainDate;
  /** Absent: the services go on. */
  readonly lastServiceDay?: PlainDate;
}

/** A duty that other dates of the services would move: without `before` it appears, without `after` it goes. */
export interface DutyMove extends Pick<Duty, "key" | "rule" | "kind" | "subject"> {
  readonly before?: DutyStanding;
  readonly after?: DutyStanding;
  /** By how many days its due date moves: later is positive. */
  readonly movedDays?: number;
}

const withDates = (file: CaseFile, episodeId: EpisodeId, dates: ServiceDates): CaseFile => ({
  ...file,
  episodes: (file.episodes ?? []).map((episode) => {
    if (episode.id !== episodeId) return episode;
    const { lastServiceDay: _, ...rest } = episode;
    return { ...rest, ...dates } satisfies Episode;
  }),
});

const dayOf = ({ before, after }: DutyMove): string => {
  const at = after ?? before;
  return at?.dueOn ?? at?.opensOn ?? "";
};

/**
 * What other dates of its services would do to a case, by the very evaluation that follows the act: each duty whose time
 * or status differs, in order of their dates (REF-1, DEC-14).
 */
export const effectOfDates = rule(
  { id: "REF-1", also: ["CON-14"], cites: [ia("68"), ia("77")], decisions: ["DEC-14"] },
  (
    file: CaseFile,
    book: PolicyBook,
    today: PlainDate,
    episodeId: EpisodeId,
    dates: ServiceDates,
  ): readonly DutyMove[] => {
    const of = (one: CaseFile) =>
      evaluate(one, book, today).duties.filter((duty) => duty.episodeId === episodeId);
    return dutyChanges(of(file), of(withDates(file, episodeId, dates)))
      .flatMap(({ before, after }): readonly DutyMove[] => {
        const duty = after ?? before;
        if (duty === undefined) return [];
        const was = before && standing(before, today);
        const is = after && standing(after, today);
        if (was && is && was.dueOn === is.dueOn && was.status === is.status) return [];
        const movedDays = was?.dueOn && is?.dueOn ? daysBetween(was.dueOn, is.dueOn) : 0;
        return [
          {
            key: duty.key,
            rule: duty.rule,
            kind: duty.kind,
            subject: duty.subject,
            ...(was && { before: was }),
            ...(is && { after: is }),
            ...(movedDays !== 0 && { movedDays }),
          },
        ];
      })
      .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  },
);
