import { toDay } from "../calendar/day-number.ts";
import type { CaseFile } from "../casefile/case-file.ts";
import { ia } from "../kernel/citation.ts";
import type { EpisodeId, PersonId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import type { Duty, DutyRule } from "./duty.ts";
import { evaluate } from "./evaluate.ts";
import { caseFacts, type LevelFacts, type PersonFacts } from "./facts/case-facts.ts";
import { levelsInForce } from "./who-is-owed/levels.ts";
import { isHomeAdult, isMember, isParentElsewhere } from "./who-is-owed/membership.ts";

/** What a recorded level is on a day. `REPLACED`: the same source has recorded a newer one. */
export type LevelState = "IN_FORCE" | "REPLACED" | "LATER" | "ENDED";

/** A window that is open on the day: how often the policy asks for a contact, and how often all levels together do. */
export interface LevelWindow {
  readonly episodeId: EpisodeId;
  readonly key: string;
  readonly rule: DutyRule;
  readonly per: "WEEK" | "MONTH";
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly minimum: number;
  readonly effective: number;
}

/** The levels of contact for the family or one person on a day: minimum, records with their sources, what they ask. */
export interface LevelStanding {
  readonly subject: PersonId | "FAMILY";
  readonly records: readonly { readonly id: string; readonly state: LevelState }[];
  readonly windows: readonly LevelWindow[];
  /**
   * `NO_FREQUENCY_SPECIFIED`: a parent outside the home for whom nobody set a level (DEC-19). `WITH_FAMILY`: a parent in
   * the home is seen with the family, so an own level makes no window.
   */
  readonly note?: "NO_FREQUENCY_SPECIFIED" | "WITH_FAMILY";
}

const stateOf = (level: LevelFacts, day: number, inForce: readonly LevelFacts[]): LevelState => {
  if (day < level.from) return "LATER";
  if (day > level.to) return "ENDED";
  return inForce.includes(level) ? "IN_FORCE" : "REPLACED";
};

const isWeek = (key: string): boolean => /^(?:WEEK:|PLAN:\d{4}-\d{2}-\d{2}:)/u.test(key);

const windowOf = (duty: Duty): LevelWindow => ({
  episodeId: duty.episodeId,
  key: duty.key,
  rule: duty.rule,
  per: isWeek(duty.key) ? "WEEK" : "MONTH",
  from: duty.opensOn,
  to: duty.dueOn ?? duty.opensOn,
  minimum: duty.level?.minimum ?? 1,
  effective: duty.level?.effective ?? 1,
});

/**
 * Which level of contact is in force for whom on a day. Both the minimum and what court, worker, meetings and plan have
 * recorded are told, whichever is stricter (DEC-20); a window is judged by what was in force on its first day (DEC-71).
 */
export const levelsStanding = rule(
  {
    id: "CON-1",
    also: ["CON-2", "CON-3", "CON-7"],
    cites: [ia("55-57"), ia("66, 75, 85")],
    decisions: ["DEC-19", "DEC-20", "DEC-71"],
  },
  (file: CaseFile, book: PolicyBook, on: PlainDate): readonly LevelStanding[] => {
    const { people, levels, file: read } = caseFacts(file);
    const day = toDay(on);
    const windows = evaluate(file, book, on).duties.filter(
      (duty) =>
        duty.kind === "WINDOW" &&
        duty.cancelledOn === undefined &&
        duty.opensOn <= on &&
        duty.dueOn !== undefined &&
        duty.dueOn >= on,
    );
    const isServed = read.episodes.some(
      (one) =>
        one.serviceType === "FSRP" &&
        one.effectiveDate <= on &&
        (one.lastServiceDay === undefined || one.lastServiceDay >= on),
    );
    const standing = (subject: PersonFacts | "FAMILY"): LevelStanding => {
      const id = subject === "FAMILY" ? subject : subject.id;
      const own = levels.filter((level) => level.record.subject === id);
      const inForce = levelsInForce(levels, subject, day);
      const note = subject === "FAMILY" ? undefined : noteOf(subject, inForce.length > 0);
      return {
        subject: id,
        records: own.flatMap((level) =>
          level.record.id === undefined
            ? []
            : [{ id: level.record.id, state: stateOf(level, day, inForce) }],
        ),
        windows: windows.filter((duty) => duty.subject === id).map(windowOf),
        ...(note && { note }),
      };
    };
    const noteOf = (person: PersonFacts, hasLevel: boolean): LevelStanding["note"] => {
      if (isParentElsewhere(person, day))
        return isServed && !hasLevel ? "NO_FREQUENCY_SPECIFIED" : undefined;
      return person.role === "PARENT" && hasLevel && isHomeAdult(person, day)
        ? "WITH_FAMILY"
        : undefined;
    };
    const shown = people.filter(
      (person) =>
        levels.some((level) => level.person === person) ||
        (isMember(person, day) && (person.role === "CHILD" || isParentElsewhere(person, day))),
    );
    return [standing("FAMILY"), ...shown.map(standing)];
  },
);
