import type { Params } from "@kinward/domain/kernel";
import { labelOf, list, text, when } from "../lib/params.ts";
import { dates } from "./dates.ts";
import { labels } from "./labels.ts";

const on = (value: string, p: Params) =>
  dates.date(value, { style: "day", today: text(p, "today") });
const someone = (p: Params) => text(p, "person") || "someone";
const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** "2 times a month". */
export const timesPer = (times: number, per: string): string =>
  `${times === 1 ? "once" : times === 2 ? "twice" : `${times} times`} ${per === "WEEK" ? "a calendar week" : "a calendar month"}`;

/** What a mark is, in the middle of a sentence. */
export const markWords = (p: Params): string => {
  switch (text(p, "kind")) {
    case "BASIS":
      return `${someone(p)} as ${lower(labelOf(labels.basis, text(p, "basis")))}`;
    case "PURPOSE":
      return `the purpose for ${someone(p)}: ${lower(labelOf(labels.purpose, text(p, "purpose")))}`;
    case "RIGHTS":
      return `the end of the parental rights of ${someone(p)} to ${text(p, "other") || "all children"}`;
    case "RELATIONSHIP":
      return `${someone(p)} as ${lower(labelOf(labels.relationship, text(p, "relation")))} of ${text(p, "other")}`;
    default:
      return `how often ${text(p, "person") || "the family"} must be seen${when(text(p, "times"), (n) => `: ${timesPer(Number(n), text(p, "per"))}`)}${when(text(p, "source"), (source) => ` (${labelOf(labels.frequencySource, source)})`)}`;
  }
};

const since = (p: Params) => when(text(p, "from") || text(p, "on"), (d) => ` from ${on(d, p)}`);
const correct = (p: Params) =>
  text(p, "removed") === "" ? `Corrected ${markWords(p)}` : `Took out ${markWords(p)}`;

/** "; opened Nov 19 instead of Nov 20": what is otherwise than before. */
const instead = (p: Params): string =>
  [
    text(p, "on") === text(p, "beforeOn")
      ? ""
      : `opened ${on(text(p, "on"), p)} instead of ${on(text(p, "beforeOn"), p)}`,
    text(p, "basis") === text(p, "beforeBasis")
      ? ""
      : `${labelOf(labels.openingBasis, text(p, "basis"))} instead of ${labelOf(labels.openingBasis, text(p, "beforeBasis"))}`,
  ]
    .filter((part) => part !== "")
    .join(", ");

const NEEDS = {
  languages: "languages",
  interpreterNeeded: "need of an interpreter",
  culturalNotes: "notes on culture and customs",
};

/** Sentences about what is recorded of people, levels of contact and effective dates. */
export const markSentences = {
  "marks.record": (p: Params) => `Recorded ${markWords(p)}${since(p)}`,
  "marks.end": (p: Params) =>
    `Ended ${markWords(p)}${when(text(p, "to"), (d) => ` on ${on(d, p)}`)}`,
  "marks.correct": correct,
  "marks.setMajority": (p: Params) =>
    text(p, "continues") === "NO"
      ? `Recorded that the case does not go on for ${someone(p)} after coming of age`
      : `Recorded that the case goes on for ${someone(p)} after coming of age`,
  "frequencies.record": (p: Params) => `Recorded ${markWords(p)}${since(p)}`,
  "frequencies.end": (p: Params) =>
    `Ended ${markWords(p)}${when(text(p, "to"), (d) => ` on ${on(d, p)}`)}`,
  "frequencies.correct": correct,
  "cases.correctOpening": (p: Params) =>
    text(p, "beforeOn") === ""
      ? `Recorded that the case was opened${when(text(p, "on"), (d) => ` on ${on(d, p)}`)}${when(text(p, "basis"), (code) => `: ${labelOf(labels.openingBasis, code)}`)}`
      : `Corrected the opening of the case: ${instead(p)}`,
  "cases.correctNeeds": (p: Params) =>
    `Corrected what is recorded of the family${when(dates.list(list(p, "changed").map((part) => labelOf(NEEDS, part))), (parts) => `: ${parts}`)}`,
  "cases.confirmNeeds": () => "Confirmed what was recorded of the family’s language and culture",
  "episodes.correctEffectiveDate": (p: Params) =>
    `Corrected the effective date${when(text(p, "before"), (d) => ` from ${on(d, p)}`)}${when(text(p, "after"), (d) => ` to ${on(d, p)}`)}`,
  "episodes.recordFurtherForm": (p: Params) =>
    `${text(p, "before") === "" ? "Recorded" : "Corrected"} a further form 470-3055${when(text(p, "on"), (d) => `, effective ${on(d, p)}`)}`,
};
