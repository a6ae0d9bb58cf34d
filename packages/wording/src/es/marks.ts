import type { Params } from "@kinward/domain/kernel";
import { labelOf, text, when } from "../lib/params.ts";
import { dates } from "./dates.ts";
import { labels } from "./labels.ts";

const on = (value: string, p: Params) =>
  dates.date(value, { style: "day", today: text(p, "today") });
const someone = (p: Params) => text(p, "person") || "alguien";
const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** «2 veces por mes». */
export const timesPer = (times: number, per: string): string =>
  `${times === 1 ? "una vez" : `${times} veces`} por ${per === "WEEK" ? "semana" : "mes"} de calendario`;

/** What a mark is, in the middle of a sentence. */
export const markWords = (p: Params): string => {
  switch (text(p, "kind")) {
    case "BASIS":
      return `a ${someone(p)} como ${lower(labelOf(labels.basis, text(p, "basis")))}`;
    case "PURPOSE":
      return `el propósito para ${someone(p)}: ${lower(labelOf(labels.purpose, text(p, "purpose")))}`;
    case "RIGHTS":
      return `el fin de los derechos de ${someone(p)} sobre ${text(p, "other") || "todos los hijos"}`;
    case "RELATIONSHIP":
      return `a ${someone(p)} como ${lower(labelOf(labels.relationship, text(p, "relation")))} de ${text(p, "other")}`;
    default:
      return `con qué frecuencia hay que ver a ${text(p, "person") || "la familia"}${when(text(p, "times"), (n) => `: ${timesPer(Number(n), text(p, "per"))}`)}${when(text(p, "source"), (source) => ` (${labelOf(labels.frequencySource, source)})`)}`;
  }
};

const since = (p: Params) => when(text(p, "from") || text(p, "on"), (d) => ` desde el ${on(d, p)}`);
const correct = (p: Params) =>
  text(p, "removed") === "" ? `Corrigió ${markWords(p)}` : `Quitó ${markWords(p)}`;

/** Sentences about what is recorded of people, levels of contact and effective dates. */
export const markSentences = {
  "marks.record": (p: Params) => `Anotó ${markWords(p)}${since(p)}`,
  "marks.end": (p: Params) =>
    `Terminó ${markWords(p)}${when(text(p, "to"), (d) => ` el ${on(d, p)}`)}`,
  "marks.correct": correct,
  "marks.setMajority": (p: Params) =>
    text(p, "continues") === "NO"
      ? `Anotó que el caso no continúa para ${someone(p)} después de la mayoría de edad`
      : `Anotó que el caso continúa para ${someone(p)} después de la mayoría de edad`,
  "frequencies.record": (p: Params) => `Anotó ${markWords(p)}${since(p)}`,
  "frequencies.end": (p: Params) =>
    `Terminó ${markWords(p)}${when(text(p, "to"), (d) => ` el ${on(d, p)}`)}`,
  "frequencies.correct": correct,
  "episodes.correctEffectiveDate": (p: Params) =>
    `Corrigió la fecha de vigencia${when(text(p, "before"), (d) => ` del ${on(d, p)}`)}${when(text(p, "after"), (d) => ` al ${on(d, p)}`)}`,
  "episodes.recordFurtherForm": (p: Params) =>
    `${text(p, "before") === "" ? "Registró" : "Corrigió"} otro formulario 470-3055${when(text(p, "on"), (d) => `, vigente desde el ${on(d, p)}`)}`,
};
