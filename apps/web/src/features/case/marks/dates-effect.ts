import type { DutyMove, DutyStanding } from "@kinward/domain/effect";
import { dates } from "@kinward/wording/en/dates";
import { duties } from "@kinward/wording/en/duties";
import { labels } from "@kinward/wording/en/labels";
import { marks } from "../../../messages/en/marks.ts";
import type { Reader } from "./present.ts";

const words = marks.effect;

/** A duty that would move, in words: what it is about, and what happens to it. */
export interface MoveLine {
  readonly key: string;
  readonly what: string;
  readonly how: string;
}

const windowOf = (key: string): string | undefined =>
  /^WEEK:(\d+)/u.exec(key)?.[1] ?? /^(?:MONTH|PLAN):(\d{4}-\d{2})/u.exec(key)?.[1];

const whatOf = ({ key, rule, subject }: DutyMove, reader: Reader): string => {
  const title = duties.title({ rule, window: windowOf(key), family: subject === "FAMILY" });
  return subject === "FAMILY" ? title : words.of(title, reader.nameOf(subject));
};

const due = ({ dueOn }: DutyStanding, { today }: Reader): string =>
  dueOn === undefined ? words.noDate : dates.date(dueOn, { today, style: "day" });

const howOf = ({ before, after, movedDays = 0 }: DutyMove, reader: Reader): string => {
  if (before === undefined)
    return after === undefined
      ? ""
      : words.appears(due(after, reader), labels.status[after.status]);
  if (after === undefined) return words.goes;
  if (after.status === "CANCELLED") return labels.status.CANCELLED;
  const moved =
    movedDays === 0
      ? undefined
      : words.moved(
          due(before, reader),
          due(after, reader),
          dates.count(Math.abs(movedDays), "days"),
          movedDays > 0,
        );
  const status =
    before.status === after.status
      ? undefined
      : words.becomes(labels.status[before.status], labels.status[after.status]);
  return [moved, status].filter((part) => part !== undefined).join("; ");
};

/** Each duty that moves, in the order of their dates. */
export const moveLines = (moves: readonly DutyMove[], reader: Reader): readonly MoveLine[] =>
  moves.map((move) => ({ key: move.key, what: whatOf(move, reader), how: howOf(move, reader) }));

const LATE = new Set(["OVERDUE", "MISSED", "SATISFIED_LATE"]);

/** How many duties change, and how many of them turn late. */
export const movesSummary = (moves: readonly DutyMove[]): string => {
  const turnLate = moves.filter(
    ({ before, after }) =>
      after !== undefined &&
      LATE.has(after.status) &&
      (before === undefined || !LATE.has(before.status)),
  ).length;
  return words.summary(moves.length, turnLate);
};
