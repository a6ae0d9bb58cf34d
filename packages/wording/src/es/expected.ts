import { expectedExplainer, type ExpectedTexts } from "../lib/expected.ts";
import { dates } from "./dates.ts";
import { explainTexts } from "./explain.ts";

const businessDays = (value: unknown) => dates.count(Number(value), "businessDays");

const texts: ExpectedTexts = {
  name: { "EXP-3": "Coordinador de cuidado", "EXP-6": "Aviso de un cambio en el hogar" },
  standing: {
    ASSIGNED: ({ done }) => `Asignado sin interrupción desde el ${done}`,
    NOT_YET_EXPECTED: ({ due }) => `Aún sin asignar; se espera desde el ${due}`,
    MISSING: ({ due }) => `Nadie asignado; se espera desde el ${due}`,
    OVERLAP: () => "Dos a la vez; debe haber exactamente uno",
    SERVICES_ENDED: () => "Los servicios terminaron; no hace falta nadie",
    PROMPT: ({ due, done }) =>
      done === "" ? `Aún sin avisar; a tiempo hasta el ${due}` : `Avisado el ${done}, a tiempo`,
    SLOW: ({ due, done }) =>
      done === ""
        ? `Aún sin avisar; a tiempo era hasta el ${due}`
        : `Avisado el ${done}, con demora; a tiempo era hasta el ${due}`,
    NOT_OWED: () => "Lo anotó el Departamento, no se debe un aviso",
  },
  rule: {
    "EXP-3":
      "El contratista asigna a cada caso un solo coordinador de cuidado a la vez, que coordina y presta todos sus servicios.",
    "EXP-6":
      "El contratista avisa sin demora al trabajador del Departamento de los niños y adultos que entran al hogar o lo dejan mientras el caso está abierto. El número de días es orientativo.",
  },
  setting: {
    coordinatorGraceBusinessDays: (v) =>
      Number(v) === 0
        ? "Un coordinador de cuidado desde la fecha de vigencia"
        : `Un coordinador de cuidado dentro de ${businessDays(v)}`,
    householdNoticeBusinessDays: (v) => `Sin demora es dentro de ${businessDays(v)}`,
  },
  coordinator: "Coordinador de cuidado",
  coordinatorTerm: (from, to, counts) =>
    `${to === undefined ? `desde el ${from}` : `del ${from} al ${to}`}${counts ? ", cuenta" : ""}`,
  noCoordinator: "Nadie asignado",
  householdChange: { ENTERED: "Entró al hogar", EXITED: "Dejó el hogar" },
  notice: "Aviso al Departamento",
  noticeGiven: (date, n) =>
    date === undefined
      ? `aún no, ${businessDays(n)} hasta ahora`
      : `${date}, ${n === 0 ? "ningún día hábil" : businessDays(n)} después del cambio`,
  missing: {
    CARE_COORDINATOR: "un coordinador de cuidado",
    NOTICE: "el aviso al trabajador del Departamento",
  },
  change: {
    COORDINATOR_ASSIGNED: "Se asigna un coordinador de cuidado",
    COORDINATOR_ENDS: "El coordinador de cuidado termina sin sucesor",
    NOTICE_GIVEN: "Se avisa al trabajador del Departamento",
    CHANGE_CORRECTED: "Se corrige el día del cambio en el hogar",
  },
};

/** Lo que se espera además de los contactos. */
export const expectedNames = texts.name;

/** "Por qué" de lo que se espera además de los contactos. */
export const explainExpected = /* @__PURE__ */ expectedExplainer(explainTexts, texts);
