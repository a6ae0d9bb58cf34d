import { labelOf, number, text, when } from "../lib/params.ts";
import type { ReceiptWords } from "../types.ts";
import { dates } from "./dates.ts";

const METHODS = {
  ROTATION: "Por turno",
  EQUALIZING: "Por turno, para equilibrar el orden",
  OVERRIDE: "Excepción por continuidad",
  CARRY_OVER: "El mismo contratista del plan de seguridad",
  RESUBMISSION: "Referido otra vez al mismo contratista",
  REVERSAL: "Turno devuelto",
  FORCED: "Solo un contratista tiene contrato",
  TRANSFER: "Traslado a otra área de contrato",
};

export const receipts = {
  method: METHODS,
  why: {
    ROTATION: () => "Los dos contratistas del área se turnan, y era el turno de este contratista.",
    EQUALIZING: (p) =>
      `Una asignación anterior salió del orden. Esta ayuda a equilibrarlo${when(text(p, "before"), (n) => `; la diferencia era ${Math.abs(Number(n))}`)}.`,
    OVERRIDE: (p) =>
      `Se asignó fuera del orden por continuidad del servicio${when(text(p, "reason"), (reason) => `: ${reason}`)}. Los referidos siguientes lo equilibran.`,
    CARRY_OVER: () =>
      "Este contratista atiende a la familia en el plan de seguridad y la conserva. El turno no se cuenta otra vez.",
    RESUBMISSION: () => "La familia fue referida antes y se retiró. Vuelve al mismo contratista.",
    FORCED: () => "Solo hay un contrato vigente en el área.",
    TRANSFER: () => "La familia se mudó a otra área de contrato y toma un turno allí.",
    COUNTED: () => "El turno cuenta.",
    NOT_COUNTED: () => "El turno no cuenta.",
    OUT_OF_ORDER: () =>
      "Era el turno del otro contratista; los referidos siguientes lo equilibran.",
    BALANCE: (p) =>
      `La diferencia entre los dos contratistas pasó de ${number(p, "before") ?? 0} a ${number(p, "after") ?? 0}.`,
    REFERS_TO: (p) => `Se remite al turno ${text(p, "seq")}.`,
    LANE: (p) =>
      `Orden: ${labelOf({ COMBINED: "uno para ambos servicios", FSRP: "FSRP", SAFETY_PLAN: "plan de seguridad" }, text(p, "lane"))}.`,
    EPOCH: (p) =>
      `Los contratos de este orden comenzaron${when(text(p, "from"), (d) => ` el ${dates.date(d)}`)}.`,
  },
} satisfies ReceiptWords;
