import type { HouseholdChange, LivingSituation, Member } from "../casefile/case-file.ts";
import { ia } from "../kernel/citation.ts";
import type { CaseId, CommandId, PersonId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { findInForce } from "../kernel/interval.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { LivingSetting } from "./people.ts";
import type { Recorder } from "./roster/facts.ts";
import { departmentToldOn } from "./roster/household.ts";

/** Where someone lives from a day on. */
export interface RecordMove {
  readonly commandId: CommandId;
  readonly recordedAt?: Instant;
  readonly caseId: CaseId;
  /** Of the case as it was seen. */
  readonly revision: number;
  readonly personId: PersonId;
  readonly setting: LivingSetting;
  readonly state: string;
  readonly address?: string;
  readonly from: PlainDate;
}

/** A recorded stay, with its address. */
export interface RecordedStay extends LivingSituation {
  readonly address?: string;
}

/** What is known when a move is recorded. */
export interface MoveFacts<Stay extends RecordedStay> extends Recorder {
  readonly member: Pick<Member, "id" | "dob" | "deceasedOn" | "to">;
  readonly stays: readonly Stay[];
}

export interface Move<Stay extends RecordedStay> {
  /** The stay that it ends, and its last day. */
  readonly ends?: { readonly stay: Stay; readonly to: PlainDate };
  readonly begins: RecordedStay & { readonly from: PlainDate; readonly confirmed: boolean };
  /** The person entered or left the parental home (EXP-6). */
  readonly household?: HouseholdChange;
}

/**
 * A move: the former stay ends on the day before. It refuses what lies in the future, before birth, or before a stay
 * that is recorded already; history is corrected, not overwritten.
 */
export const decideRecordMove = rule(
  { id: "CASE-6", also: ["EXP-6"], cites: [ia("26"), ia("48")] },
  <Stay extends RecordedStay>(
    facts: MoveFacts<Stay>,
    command: RecordMove,
    today: PlainDate,
  ): Result<Move<Stay>> => {
    const { stays, member } = facts;
    const { from, setting, state } = command;
    const address = command.address?.trim() === "" ? undefined : command.address?.trim();
    const current = findInForce(stays, from);
    const refusals = dateRefusals(facts, from, today);
    if (member.to !== undefined && from > member.to)
      refusals.push({ code: "INVALID_TRANSITION", path: ["personId"] });
    const isSame =
      current !== undefined &&
      current.setting === setting &&
      (current.state ?? "IA") === state &&
      (address === undefined || address === current.address);
    if (refusals.length === 0 && isSame)
      refusals.push({ code: "INVALID_TRANSITION", path: ["setting"] });
    if (refusals.length > 0) return refuse(...refusals);
    const household = householdChange(facts, command, today);
    return accept({
      ...(current && { ends: { stay: current, to: addDays(from, -1) } }),
      begins: {
        setting,
        state,
        ...(address !== undefined && { address }),
        from,
        confirmed: facts.by === "DEPARTMENT",
      },
      ...(household && { household }),
    });
  },
);

const dateRefusals = (
  { member, stays, lastServiceDay }: MoveFacts<RecordedStay>,
  from: PlainDate,
  today: PlainDate,
): Refusal[] => {
  const path = ["from"];
  const refusals: Refusal[] = [];
  if (from > today) refusals.push({ code: "DATE_IN_FUTURE", path, params: { of: "from" } });
  if (member.dob !== undefined && from < member.dob)
    refusals.push({ code: "DATE_BEFORE_BIRTH", path, params: { of: member.id } });
  if (member.deceasedOn !== undefined && from > member.deceasedOn)
    refusals.push({ code: "INVALID_TRANSITION", path, params: { on: member.deceasedOn } });
  if (lastServiceDay !== undefined && from > lastServiceDay)
    refusals.push({ code: "DATE_OUTSIDE_SERVICE", path, params: { to: lastServiceDay } });
  const later = stays.find((stay) => stay.from !== undefined && stay.from >= from);
  if (later?.from !== undefined)
    refusals.push({ code: "PERIOD_OVERLAP", path, params: { from: later.from } });
  return refusals;
};

/** Someone enters the parental home from elsewhere, or leaves it; the Department is told at once. */
const householdChange = (
  { member, stays, ...recorder }: MoveFacts<RecordedStay>,
  { setting, from }: RecordMove,
  today: PlainDate,
): HouseholdChange | undefined => {
  const was = findInForce(stays, addDays(from, -1))?.setting === "PARENTAL_HOME";
  const is = setting === "PARENTAL_HOME";
  if (was === is) return undefined;
  const told = departmentToldOn(recorder, today);
  return {
    person: member.id,
    type: is ? "ENTERED" : "EXITED",
    date: from,
    ...(told && { notifiedDepartmentOn: told }),
  };
};
