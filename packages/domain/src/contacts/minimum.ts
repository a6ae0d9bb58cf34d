import type { CaseFile } from "../casefile/case-file.ts";
import { ia } from "../kernel/citation.ts";
import type { EpisodeId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import type { Duty } from "./duty.ts";
import { evaluate } from "./evaluate.ts";

/** The case file as if nobody had asked for more than the Department's minimum. */
export const withoutLevels = ({
  familyPlanFrequency: _family,
  planFrequencies: _people,
  ...file
}: CaseFile): CaseFile => file;

/**
 * The day on which the Department's minimum of a duty was met, where a recorded level asks for more: minimum and effective
 * requirement are reported separately (DEC-20). Undefined where the minimum was not met, or where there is none.
 */
export const minimumMetOn = rule(
  { id: "CON-3", also: ["CON-2"], cites: [ia("55"), ia("57")], decisions: ["DEC-20"] },
  (
    caseFile: CaseFile,
    book: PolicyBook,
    asOf: PlainDate,
    duty: Pick<Duty, "key" | "level"> & { readonly episodeId: EpisodeId },
  ): PlainDate | undefined =>
    duty.level === undefined || duty.level.minimum === 0
      ? undefined
      : evaluate(withoutLevels(caseFile), book, asOf).duties.find(
          (one) => one.episodeId === duty.episodeId && one.key === duty.key,
        )?.settledOn,
);
