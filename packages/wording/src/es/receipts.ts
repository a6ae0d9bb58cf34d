import { text, when } from "../lib/params.ts";
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
    ASSIGNED_ROTATION: () =>
      "Los dos contratistas del área se turnan, y era el turno de este contratista.",
    ASSIGNED_EQUALIZING: () =>
      "Una asignación anterior salió del orden. Esta ayuda a equilibrarlo.",
    ASSIGNED_OVERRIDE: () => "Se asignó por continuidad del servicio.",
    ASSIGNED_CARRY_OVER: () =>
      "Este contratista atiende a la familia en el plan de seguridad y la conserva.",
    ASSIGNED_RESUBMISSION: () =>
      "La familia fue referida antes y se retiró. Vuelve al mismo contratista.",
    ASSIGNED_FORCED: () => "Solo hay un contrato vigente en el área.",
    ASSIGNED_TRANSFER: () => "La familia se mudó a otra área de contrato y toma un turno allí.",
    NOT_COUNTED: () => "El turno no cuenta.",
    OUT_OF_TURN: () => "Era el turno del otro contratista; los referidos siguientes lo equilibran.",
    ASSIGNED_REVERSAL: (p) =>
      `El turno se devolvió${when(text(p, "refersToSeq"), (seq) => `; era el turno ${seq}`)}.`,
    MOVED_AT_CONTRACT_END: (p) =>
      `El contrato terminó y el caso abierto pasó a otro contratista${when(text(p, "refersToSeq"), (seq) => `; era el turno ${seq}`)}.`,
    TURN_CORRECTED: (p) =>
      `Un administrador corrigió un turno, con el acuerdo de una segunda persona${when(text(p, "refersToSeq"), (seq) => `; era el turno ${seq}`)}.`,
    NEW_EPOCH: (p) =>
      `Los contratos de este orden comenzaron${when(text(p, "from"), (d) => ` el ${dates.date(d)}`)}.`,
  },
} satisfies ReceiptWords;
