import type { Params } from "@kinward/domain/kernel";
import { labelOf, text, when } from "../lib/params.ts";
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
  "episodes.correctEffectiveDate": (p: Params) =>
    `Corrected the effective date${when(text(p, "before"), (d) => ` from ${on(d, p)}`)}${when(text(p, "after"), (d) => ` to ${on(d, p)}`)}`,
  "episodes.recordFurtherForm": (p: Params) =>
    `${text(p, "before") === "" ? "Recorded" : "Corrected"} a further form 470-3055${when(text(p, "on"), (d) => `, effective ${on(d, p)}`)}`,
};
