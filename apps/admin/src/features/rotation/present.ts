import type { OrganizationId, PlainDate } from "@kinward/domain/kernel";
import type { RotationArea, RotationLane, RotationLine, RotationRow } from "@kinward/domain/views";
import type { DueState } from "@kinward/ui";
import { balanceWords, nameOf, type Names } from "../shared/order/words.ts";
import { dayWords } from "../shared/periods.ts";
import { rotation as m } from "./messages.ts";

type Pair = readonly [OrganizationId, OrganizationId];

export const pairWords = (names: Names, pair: Pair): string =>
  m.pairOf(nameOf(names, pair[0]), nameOf(names, pair[1]));

export const balanceOf = (names: Names, pair: Pair | undefined, balance: number): string =>
  balanceWords(nameOf(names, pair?.[0]), nameOf(names, pair?.[1]), balance);

/** Where an area stands: in order, paused, stopped by its contracts, over. */
export function areaState(
  row: RotationRow,
  today: PlainDate,
): { readonly look: DueState; readonly word: string } {
  if (row.endedOn !== undefined)
    return { look: "notDue", word: m.states.ended(dayWords(row.endedOn, today)) };
  const pause = pauseOf(row, today);
  if (pause !== undefined) return { look: "waiting", word: m.states.paused };
  return row.refusals.length > 0
    ? { look: "late", word: m.states.stopped }
    : { look: "done", word: m.states.running };
}

/** The pause of today, if any. */
export const pauseOf = (row: RotationRow, today: PlainDate) =>
  row.pauses.find((one) => one.from <= today);

/** One coming ordinary turn and what it repays. */
export interface QueueItem {
  readonly key: string;
  readonly title: string;
  readonly why: string;
}

/** The turns that repay a lane's lead, the next one first. */
export function queueOf(
  lane: RotationLane,
  names: Names,
  today: PlainDate,
  dayOf: (at: string) => PlainDate,
): readonly QueueItem[] {
  const { debt } = lane;
  if (debt === undefined) return [];
  const spare = debt.turns - debt.causes.length;
  // The oldest debt is repaid first. A lead of one that nobody made is the ordinary alternation.
  return Array.from({ length: debt.turns }, (_, index): QueueItem => {
    const cause = debt.causes[index - spare];
    return {
      key: `${lane.lane} ${index}`,
      title: m.queue.item(index + 1, nameOf(names, debt.to)),
      why:
        cause !== undefined
          ? m.queue.repays[cause.kind](cause.seq, dayWords(dayOf(cause.at), today))
          : debt.turns === 1
            ? m.queue.alternates
            : m.queue.carried,
    };
  });
}

/** What a line is about, in words. */
export const lineWords = (line: RotationLine): string => {
  const what =
    line.kind === "ASSIGNMENT" ? m.ledger.methods[line.method] : m.ledger.kinds[line.kind];
  const more = [
    ...(line.outOfOrder ? [m.ledger.outOfOrder] : []),
    ...(line.kind !== "ASSIGNMENT" && line.refersToSeq !== undefined
      ? [m.ledger.about(line.refersToSeq)]
      : []),
  ];
  return [what, ...more].join(", ");
};

/** Whether a line can be corrected: an assignment under a pair of contracts that nobody has taken back. */
export const canCorrect = (line: RotationLine): boolean =>
  line.kind === "ASSIGNMENT" && !line.takenBack && !line.correctionOpen && line.epoch > 0;

/** The pair whose balance a line states. */
export const pairOfLine = (area: RotationArea, line: RotationLine): Pair | undefined =>
  area.epochs.find((epoch) => epoch.number === line.epoch)?.pair;
