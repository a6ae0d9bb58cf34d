import type { Referral } from "./history.ts";
import type { Line } from "./ledger.ts";
import type { Rotation, Turn } from "./rotation.ts";

/** A turn of a family, with what the history says about it. */
export interface FamilyTurn {
  readonly turn: Turn;
  readonly referral: Referral;
  /** The day of a withdrawal, whether it took the turn back or let it stand. */
  withdrawnOn?: string;
}

export interface Expected {
  readonly contractor: string | undefined;
  readonly method: string;
  readonly outOfOrder: number;
  readonly refersToSeq?: number;
}

const DAY_MS = 86_400_000;

/** What a referral has to become, by what was asked and what the family had before (DEC-33, DEC-34, DEC-35). */
export function expectedOf(
  rotation: Rotation,
  { asked }: Referral,
  before: readonly FamilyTurn[],
): Expected {
  const lane = rotation.laneOf(asked.service);
  const due = rotation.due(lane);
  const away = (contractor: string): number => (contractor === due ? 0 : 1);

  const back = resubmission(rotation, asked.on, before);
  const plan = before.findLast(
    ({ turn, referral, withdrawnOn }) =>
      referral.asked.service === "SAFETY_PLAN" && !turn.reversed && withdrawnOn === undefined,
  );
  const kept =
    asked.service !== "FSRP"
      ? undefined
      : (plan ?? (back?.turn.line.method === "CARRY_OVER" ? back : undefined));
  const keeps = kept !== undefined && rotation.weight(kept.turn.contractor) !== 0;
  if (keeps && (asked.override === undefined || asked.override === kept.turn.contractor))
    return {
      contractor: kept.turn.contractor,
      method: "CARRY_OVER",
      outOfOrder: 0,
      refersToSeq: kept.turn.line.seq,
    };
  if (keeps) return { contractor: undefined, method: "a refusal", outOfOrder: 0 };
  if (asked.override !== undefined)
    return {
      contractor: asked.override,
      method: "OVERRIDE",
      outOfOrder: away(asked.override),
    };
  if (back !== undefined)
    return {
      contractor: back.turn.contractor,
      method: "RESUBMISSION",
      outOfOrder: away(back.turn.contractor),
      refersToSeq: back.turn.line.seq,
    };
  if (asked.transfer) return { contractor: due, method: "TRANSFER", outOfOrder: 0 };
  return { contractor: due, method: ordinary(rotation, lane, due), outOfOrder: 0 };
}

/** What a line has to be when nobody knows what was asked: judged by what it says it is. */
export function expectedOfClaim(rotation: Rotation, line: Line): Expected {
  const due = rotation.due(line.lane);
  const same = {
    contractor: line.contractor,
    method: line.method,
    ...(line.refersToSeq !== undefined && { refersToSeq: line.refersToSeq }),
  };
  switch (line.method) {
    case "ROTATION":
    case "EQUALIZING":
      return { contractor: due, method: ordinary(rotation, line.lane, due), outOfOrder: 0 };
    case "TRANSFER":
      return { contractor: due, method: "TRANSFER", outOfOrder: 0 };
    case "OVERRIDE":
    case "RESUBMISSION":
      return { ...same, outOfOrder: line.contractor === due ? 0 : 1 };
    default:
      return { ...same, outOfOrder: 0 };
  }
}

function ordinary(rotation: Rotation, lane: string, due: string | undefined): string {
  return Math.abs(rotation.difference(lane)) >= 2 || rotation.last(lane) === due
    ? "EQUALIZING"
    : "ROTATION";
}

/** The newest withdrawal that was taken back, inside the window and with a contractor that is still there. */
function resubmission(
  rotation: Rotation,
  on: string,
  before: readonly FamilyTurn[],
): FamilyTurn | undefined {
  const window = rotation.rules.resubmissionWindowDays * DAY_MS;
  return before
    .filter(
      ({ turn, withdrawnOn }) =>
        turn.reversed &&
        withdrawnOn !== undefined &&
        Date.parse(on) - Date.parse(withdrawnOn) <= window &&
        rotation.weight(turn.contractor) !== 0,
    )
    .toSorted((a, b) =>
      String(a.withdrawnOn) < String(b.withdrawnOn)
        ? -1
        : String(a.withdrawnOn) > String(b.withdrawnOn)
          ? 1
          : a.turn.line.seq - b.turn.line.seq,
    )
    .at(-1);
}
