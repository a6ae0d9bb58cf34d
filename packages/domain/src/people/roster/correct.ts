import { ia } from "../../kernel/citation.ts";
import type { MemberId } from "../../kernel/ids.ts";
import { overlaps } from "../../kernel/interval.ts";
import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import type {
  CorrectMembership,
  CorrectStay,
  LeftReason,
  RemoveMember,
  WithdrawStay,
} from "./commands.ts";
import { dayRefusals, type Recorder, type RosterPerson, type RosterStay } from "./facts.ts";

/** Stays as they are after a correction: those that changed, whole, and the one that is gone. */
export interface StaysCorrected {
  readonly stays: readonly RosterStay[];
  readonly changed: readonly RosterStay[];
  readonly removed?: string;
}

/** A contractor takes back its own word only until the Department has confirmed it. */
const mayCorrect = ({ by }: Recorder, entry: { readonly confirmed: boolean }): boolean =>
  by === "DEPARTMENT" || !entry.confirmed;

/** The stay that a stay follows without a day between. */
const followedBy = (before: RosterStay | undefined, stay: RosterStay): RosterStay | undefined =>
  before?.to !== undefined && stay.from !== undefined && before.to === addDays(stay.from, -1)
    ? before
    : undefined;

const ending = (stay: RosterStay, to: PlainDate | undefined): RosterStay => {
  const { to: _, ...rest } = stay;
  return to === undefined ? rest : { ...rest, to };
};

const after = (stays: readonly RosterStay[], changed: readonly RosterStay[]) =>
  stays.map((stay) => changed.find(({ id }) => id === stay.id) ?? stay);

/**
 * Another place or first day of a stay than was recorded. The stay before ends on the day before, so that nobody lives
 * in two places or in none because of a correction.
 */
export const decideCorrectStay = rule(
  { id: "CASE-6", also: ["EXP-6"], cites: [ia("26"), ia("48")] },
  (
    facts: Pick<RosterPerson, "person" | "stays"> & { readonly recorder: Recorder },
    command: CorrectStay,
    today: PlainDate,
  ): Result<StaysCorrected> => {
    const { stays, person, recorder } = facts;
    const index = stays.findIndex(({ id }) => id === command.stayId);
    const stay = stays[index];
    if (stay === undefined || !mayCorrect(recorder, stay))
      return refuse({ code: "INVALID_TRANSITION", path: ["stayId"] });
    const { from, setting, state } = command;
    const before = stays[index - 1];
    const path = ["from"];
    const refusals: Refusal[] =
      from === undefined ? [] : [...dayRefusals(from, "from", { person, recorder, today })];
    if (from === undefined && before !== undefined)
      refusals.push({ code: "FIELD_REQUIRED", path, params: { of: "from" } });
    if (from !== undefined && stay.to !== undefined && from > stay.to)
      refusals.push({ code: "DATE_ORDER", path });
    const former = followedBy(before, stay);
    const isTaken =
      from !== undefined &&
      before !== undefined &&
      (former !== undefined
        ? before.from !== undefined && before.from >= from
        : before.to === undefined || before.to >= from);
    if (isTaken) refusals.push({ code: "PERIOD_OVERLAP", path });
    if (refusals.length > 0) return refuse(...refusals);
    const address = command.address?.trim();
    const corrected: RosterStay = {
      id: stay.id,
      setting,
      state,
      ...(address && { address }),
      ...(from && { from }),
      ...(stay.to && { to: stay.to }),
      confirmed: stay.confirmed || recorder.by === "DEPARTMENT",
    };
    const changed = [
      ...(former !== undefined && from !== undefined && from !== stay.from
        ? [ending(former, addDays(from, -1))]
        : []),
      corrected,
    ];
    return accept({ stays: after(stays, changed), changed });
  },
);

/** There was no such stay: the one before it went on. The only stay of someone is corrected, not withdrawn. */
export const decideWithdrawStay = rule(
  { id: "CASE-6", also: ["EXP-6"], cites: [ia("26"), ia("48")] },
  (
    { stays, recorder }: Pick<RosterPerson, "stays"> & { readonly recorder: Recorder },
    { stayId }: WithdrawStay,
  ): Result<StaysCorrected> => {
    const index = stays.findIndex(({ id }) => id === stayId);
    const stay = stays[index];
    if (stay === undefined || stays.length === 1 || !mayCorrect(recorder, stay))
      return refuse({ code: "INVALID_TRANSITION", path: ["stayId"] });
    const former = followedBy(stays[index - 1], stay);
    const changed = former === undefined ? [] : [ending(former, stay.to)];
    return accept({
      stays: after(stays, changed).filter(({ id }) => id !== stayId),
      changed,
      removed: stayId,
    });
  },
);

export interface MembershipCorrected {
  readonly memberId: MemberId;
  readonly joined?: PlainDate;
  readonly to?: PlainDate;
  readonly because?: LeftReason;
}

/** Another first or last day in the case than was recorded; no day is in two memberships. */
export const decideCorrectMembership = rule(
  { id: "CASE-6", also: ["CASE-3", "CASE-5"], cites: [ia("17-26")] },
  (
    { person, memberships }: Pick<RosterPerson, "person" | "memberships">,
    command: CorrectMembership,
    today: PlainDate,
  ): Result<MembershipCorrected> => {
    const { memberId, joined, to, because } = command;
    if (!memberships.some((one) => one.memberId === memberId))
      return refuse({ code: "INVALID_TRANSITION", path: ["memberId"] });
    const refusals: Refusal[] = [
      ...(joined === undefined ? [] : dayRefusals(joined, "joined", { person, today })),
      ...(to === undefined ? [] : dayRefusals(to, "to", { person, today })),
    ];
    if (joined !== undefined && to !== undefined && to < joined)
      refusals.push({ code: "DATE_ORDER", path: ["to"], params: { after: joined } });
    if (to !== undefined && because === undefined)
      refusals.push({ code: "FIELD_REQUIRED", path: ["because"], params: { of: "because" } });
    const span = { ...(joined && { from: joined }), ...(to && { to }) };
    const clash = memberships.some(
      (one) =>
        one.memberId !== memberId &&
        overlaps(span, { ...(one.joined && { from: one.joined }), ...(one.to && { to: one.to }) }),
    );
    if (clash) refusals.push({ code: "PERIOD_OVERLAP", path: ["joined"] });
    if (refusals.length > 0) return refuse(...refusals);
    return accept({
      memberId,
      ...(joined && { joined }),
      ...(to && because && { to, because }),
    });
  },
);

/** Takes out someone who was added by mistake, as long as no contact and nothing else is recorded about them (DEC-09). */
export const decideRemoveMember = rule(
  { id: "CASE-6", cites: [ia("17-26")], decisions: ["DEC-09"] },
  (
    facts: Pick<RosterPerson, "memberships"> & {
      readonly recorder: Recorder;
      /** Contacts, tasks, levels or ended rights that name the person. */
      readonly inUse: boolean;
    },
    _command: RemoveMember,
  ): Result<true> => {
    if (!facts.memberships.every((one) => mayCorrect(facts.recorder, one)))
      return refuse({ code: "INVALID_TRANSITION", path: ["personId"] });
    return facts.inUse ? refuse({ code: "MEMBER_IN_USE", path: ["personId"] }) : accept(true);
  },
);
