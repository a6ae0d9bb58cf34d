import type { Params } from "@kinward/domain/kernel";
import { labelOf, list, text, when } from "../lib/params.ts";
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

/** "; abierto el 19 nov en lugar del 20": what is otherwise than before. */
const instead = (p: Params): string =>
  [
    text(p, "on") === text(p, "beforeOn")
      ? ""
      : `abierto el ${on(text(p, "on"), p)} en lugar del ${on(text(p, "beforeOn"), p)}`,
    text(p, "basis") === text(p, "beforeBasis")
      ? ""
      : `${labelOf(labels.openingBasis, text(p, "basis"))} en lugar de ${labelOf(labels.openingBasis, text(p, "beforeBasis"))}`,
  ]
    .filter((part) => part !== "")
    .join(", ");

const NEEDS = {
  languages: "idiomas",
  interpreterNeeded: "necesidad de intérprete",
  culturalNotes: "notas sobre cultura y costumbres",
};

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
  "cases.correctOpening": (p: Params) =>
    text(p, "beforeOn") === ""
      ? `Anotó que el caso se abrió${when(text(p, "on"), (d) => ` el ${on(d, p)}`)}${when(text(p, "basis"), (code) => `: ${labelOf(labels.openingBasis, code)}`)}`
      : `Corrigió la apertura del caso: ${instead(p)}`,
  "cases.correctNeeds": (p: Params) =>
    `Corrigió lo anotado sobre la familia${when(dates.list(list(p, "changed").map((part) => labelOf(NEEDS, part))), (parts) => `: ${parts}`)}`,
  "cases.confirmNeeds": () => "Confirmó lo anotado sobre el idioma y la cultura de la familia",
  "episodes.correctEffectiveDate": (p: Params) =>
    `Corrigió la fecha de vigencia${when(text(p, "before"), (d) => ` del ${on(d, p)}`)}${when(text(p, "after"), (d) => ` al ${on(d, p)}`)}`,
  "episodes.recordFurtherForm": (p: Params) =>
    `${text(p, "before") === "" ? "Registró" : "Corrigió"} otro formulario 470-3055${when(text(p, "on"), (d) => `, vigente desde el ${on(d, p)}`)}`,
};
