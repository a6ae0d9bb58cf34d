import { ia } from "../kernel/citation.ts";
import type { CaseId, CommandId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { minDate, type PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { OpeningBasis } from "./people.ts";
import type { Recorder } from "./roster/facts.ts";

/** Why and when the Department opened the case (SCP-1). */
export interface Opening {
  readonly openedOn: PlainDate;
  readonly openingBasis: OpeningBasis;
}

/** What those who visit have to know to meet the family with respect (SCP-2). */
export interface FamilyNeeds {
  /** Language codes. */
  readonly languages: readonly string[];
  /** Absent: nobody has asked yet. */
  readonly interpreterNeeded?: boolean;
  readonly culturalNotes?: string;
}

interface OfCase {
  readonly commandId: CommandId;
  readonly recordedAt?: Instant;
  readonly caseId: CaseId;
  /** Of the case as it was seen. */
  readonly revision: number;
}

export interface CorrectOpening extends OfCase, Opening {
  readonly reason: string;
}

export interface CorrectNeeds extends OfCase {
  readonly needs: FamilyNeeds;
  readonly reason: string;
}

/** The Department stands by what a contractor recorded. */
export type ConfirmNeeds = OfCase;

/** What stands about the case whose opening is corrected. */
export interface OpeningFacts {
  readonly opening: Partial<Opening>;
  readonly closedOn?: PlainDate;
  /** Kentucky: the day on which the case was assigned to its worker. */
  readonly assignedOn?: PlainDate;
  /** The first FSRP services; safety plan services may come before the opening. */
  readonly firstServicesOn?: PlainDate;
  /** The first visit of the Department, where it came before all services. */
  readonly firstVisitOn?: PlainDate;
}

/**
 * Corrects why and when the case was opened, with a reason. It was open when its FSRP services began, and no clock starts
 * with it: what is owed follows from the effective date of the services.
 */
export const decideCorrectOpening = rule(
  { id: "SCP-1", cites: [ia("7")] },
  (
    facts: OpeningFacts,
    { openedOn, openingBasis, reason }: Opening & Pick<CorrectOpening, "reason">,
    today: PlainDate,
  ): Result<Opening> => {
    const path = ["openedOn"];
    const refusals: Refusal[] = [];
    const { opening, ...days } = facts;
    if (openedOn === opening.openedOn && openingBasis === opening.openingBasis)
      refusals.push({ code: "VALUE_UNCHANGED", path });
    if (openedOn > today)
      refusals.push({ code: "DATE_IN_FUTURE", path, params: { of: "openedOn", latest: today } });
    const known = Object.values(days).filter((day) => day !== undefined);
    const latest = known.length === 0 ? undefined : known.reduce(minDate);
    if (latest !== undefined && openedOn > latest)
      refusals.push({ code: "DATE_ORDER", path, params: { before: latest } });
    if (reason.trim() === "") refusals.push({ code: "REASON_REQUIRED", path: ["reason"] });
    return refusals.length > 0 ? refuse(...refusals) : accept({ openedOn, openingBasis });
  },
);

export interface NeedsRecorded {
  readonly needs: FamilyNeeds;
  /** A contractor's word takes effect at once and waits for the Department's (requirements D9). */
  readonly confirmed: boolean;
}

/** Corrects languages, interpreter and culture of a family, with a reason. An interpreter speaks some language. */
export const decideCorrectNeeds = rule(
  { id: "SCP-2", cites: [ia("7")] },
  (
    was: FamilyNeeds,
    recorder: Pick<Recorder, "by">,
    command: Pick<CorrectNeeds, "needs" | "reason">,
  ): Result<NeedsRecorded> => {
    const needs = tidy(command.needs);
    const refusals: Refusal[] = [];
    if (needs.interpreterNeeded && needs.languages.length === 0)
      refusals.push({
        code: "FIELD_REQUIRED",
        path: ["needs", "languages"],
        params: { of: "languages" },
      });
    if (isSame(needs, tidy(was))) refusals.push({ code: "VALUE_UNCHANGED" });
    if (command.reason.trim() === "") refusals.push({ code: "REASON_REQUIRED", path: ["reason"] });
    return refusals.length > 0
      ? refuse(...refusals)
      : accept({ needs, confirmed: recorder.by === "DEPARTMENT" });
  },
);

const tidy = ({ languages, interpreterNeeded, culturalNotes = "" }: FamilyNeeds): FamilyNeeds => {
  const notes = culturalNotes.trim();
  return {
    languages: [...new Set(languages)],
    ...(interpreterNeeded !== undefined && { interpreterNeeded }),
    ...(notes !== "" && { culturalNotes: notes }),
  };
};

const isSame = (a: FamilyNeeds, b: FamilyNeeds): boolean =>
  a.interpreterNeeded === b.interpreterNeeded &&
  a.culturalNotes === b.culturalNotes &&
  a.languages.join() === b.languages.join();
