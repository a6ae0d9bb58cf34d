import { ia } from "../../kernel/citation.ts";
import type { MemberId } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import type { EndMembership, LeftReason, RecordDeath } from "./commands.ts";
import { dayRefusals, type RosterPerson } from "./facts.ts";

export interface Leaving {
  readonly memberId: MemberId;
  /** Last day in the case. */
  readonly to: PlainDate;
  readonly because: LeftReason;
}

/** Someone leaves the case: open duties of their own end with it, and they may come back (DEC-13). */
export const decideEndMembership = rule(
  { id: "CASE-5", also: ["CASE-3", "CASE-4"], cites: [ia("17-26")], decisions: ["DEC-13"] },
  (
    { person, memberships }: RosterPerson,
    { on, because }: EndMembership,
    today: PlainDate,
  ): Result<Leaving> => {
    const running = memberships.find(({ to }) => to === undefined);
    if (running === undefined) return refuse({ code: "INVALID_TRANSITION", path: ["personId"] });
    const refusals: Refusal[] = [...dayRefusals(on, "on", { person, today })];
    if (running.joined !== undefined && on < running.joined)
      refusals.push({ code: "DATE_ORDER", path: ["on"], params: { after: running.joined } });
    if (refusals.length > 0) return refuse(...refusals);
    return accept({ memberId: running.memberId, to: on, because });
  },
);

export interface Death {
  /** Absent: the record was wrong. */
  readonly on?: PlainDate;
}

/** A death ends what is owed to the person in every case (DEC-13). What is recorded of it is changed with a reason only. */
export const decideRecordDeath = rule(
  { id: "CASE-5", cites: [ia("17-26")], decisions: ["DEC-13"] },
  (
    { person }: Pick<RosterPerson, "person">,
    command: RecordDeath,
    today: PlainDate,
  ): Result<Death> => {
    const { on } = command;
    const known = person.deceasedOn;
    const refusals: Refusal[] = [];
    if (known === undefined && on === undefined)
      refusals.push({ code: "FIELD_REQUIRED", path: ["on"], params: { of: "on" } });
    if (known !== undefined && (command.reason ?? "").trim() === "")
      refusals.push({ code: "REASON_REQUIRED", path: ["reason"] });
    if (known !== undefined && on === known)
      refusals.push({ code: "VALUE_UNCHANGED", path: ["on"] });
    const { deceasedOn: _, ...alive } = person;
    if (on !== undefined) refusals.push(...dayRefusals(on, "on", { person: alive, today }));
    return refusals.length > 0 ? refuse(...refusals) : accept(on === undefined ? {} : { on });
  },
);
