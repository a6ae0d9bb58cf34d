import {
  countOf,
  type DutyStanding,
  type Effect,
  type EffectRow,
  type JudgedRow,
  type ListedChange,
  type PlaceRow,
  type Tally,
  type Whom,
} from "@kinward/domain/effect";
import type { PlainDate } from "@kinward/domain/kernel";
import { duties as dutyWords } from "@kinward/wording/en/duties";
import { dayWords } from "../periods.ts";
import { labelWords } from "../words.ts";
import { effect as m } from "./messages.ts";

/** "First face-to-face contact". */
export const ruleWords = (rule: EffectRow["rule"]): string => dutyWords.title({ rule });

/** "Due 1 day later", "Is added". */
export const whatWords = ({ kind, days = 0 }: Pick<EffectRow, "kind" | "days">): string =>
  kind === "MOVES" ? (days > 0 ? m.what.later(days) : m.what.earlier(days)) : m.what[kind];

/** "The family", "Child 2": the how manieth of the case, in the order of its file. */
export const whomWords = (whom: Whom): string =>
  whom === "FAMILY" ? m.family : m.person(labelWords.memberRole[whom.role], whom.no);

/** "Ames, Prairie Family Services". */
export const placeWords = (place: PlaceRow["place"]): string =>
  place === undefined ? m.noPlace : m.place(place.areaName, place.contractorName);

/** What was not done in time: late, still to be done, or missed. */
export const notMet = ({ late, overdue, missed }: Tally): number => late + overdue + missed;

/** The effect in a few sentences, the most important first. */
export function summaryWords(effect: Effect): readonly string[] {
  const { open, touched, cases, becomeLate, noLongerLate, over } = effect;
  const otherwise = countOf(open, "APPEARS", "GOES", "OTHER");
  return [
    m.moved(countOf(open, "MOVES")),
    ...(otherwise > 0 ? [m.otherwise(otherwise)] : []),
    ...(becomeLate > 0 ? [m.becomeLate(becomeLate)] : []),
    ...(noLongerLate > 0 ? [m.noLongerLate(noLongerLate)] : []),
    ...(over > 0 ? [m.over(over)] : []),
    m.touched(touched, cases),
  ];
}

export const isSameJudgement = ({ before, after }: JudgedRow): boolean =>
  before.met === after.met &&
  before.late === after.late &&
  before.overdue === after.overdue &&
  before.missed === after.missed;

/** "Dec 1, open", "not owed". */
export const standingWords = (standing: DutyStanding | undefined, today: PlainDate): string =>
  standing === undefined
    ? m.nothing
    : `${standing.dueOn === undefined ? m.noDate : dayWords(standing.dueOn, today)}, ${labelWords.status[standing.status].toLowerCase()}`;

export const listedKey = (change: ListedChange, index: number): string =>
  `${change.caseNumber} ${index}`;
