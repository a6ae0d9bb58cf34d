import type { DutyWords } from "../types.ts";
import { dates } from "./dates.ts";

type Rule = Parameters<DutyWords["rule"]>[0];

const TITLES: Record<Rule, string> = {
  "CON-2": "Contactos al nivel acordado",
  "CON-4": "Primer contacto en persona",
  "CON-5": "Primera reunión conjunta",
  "CON-6": "Contacto en los primeros 30 días",
  "CON-7": "Contacto con un padre o madre fuera del hogar",
  "CON-9": "Contacto familiar semanal",
  "CON-10": "Contacto en los primeros 30 días",
  "CON-12": "Coordinación del Convenio Interestatal",
  "CON-13": "Contacto mensual",
  "REP-2": "Aviso de la primera reunión al Departamento",
  INTAKE_ACKNOWLEDGE: "Nuevo referido por confirmar",
  INTAKE_COORDINATOR: "Falta asignar coordinador de cuidado",
};

const RULES: Record<Rule, string> = {
  "CON-2": "Según el tribunal, el trabajador, la reunión o el plan",
  "CON-4": "Días hábiles desde el referido",
  "CON-5": "Con el trabajador del Departamento, si está disponible",
  "CON-6": "Una vez en los primeros 30 días, niño en una institución",
  "CON-7": "Según el plan del caso",
  "CON-9": "Cada semana después del primer contacto",
  "CON-10": "Una vez en los primeros 30 días, niño fuera del hogar",
  "CON-12": "Niño colocado fuera de Iowa",
  "CON-13": "Cada mes",
  "REP-2": "Después de la primera reunión en persona",
  INTAKE_ACKNOWLEDGE: "Nuevo referido",
  INTAKE_COORDINATOR: "Un coordinador de cuidado para cada caso",
};

export const duties = {
  title: ({ rule, window, family }) => {
    if (rule === "CON-9" && window !== undefined) return `${TITLES[rule]}, semana ${window}`;
    if (rule === "CON-13")
      return `${family ? "Contacto familiar mensual" : TITLES[rule]}${window === undefined ? "" : `, ${dates.month(window).split(" ")[0]}`}`;
    return TITLES[rule];
  },
  rule: (rule) => RULES[rule],
  late: (count, unit) => `${dates.count(count, unit)} de atraso`,
  inDays: (count) => `en ${dates.count(count, "days")}`,
  stillNeeded: ({ people, needsAdult, furtherDates }) => {
    const names = people.map((person) => person.name);
    if (needsAdult)
      names.push(`${names.length === 0 ? "Un" : "un"} padre, madre o cuidador en casa`);
    const who = dates.list(names);
    if (furtherDates === undefined || furtherDates < 1) return who;
    const more = furtherDates === 1 ? "una fecha más" : `${furtherDates} fechas más`;
    return who === "" ? more : `${who}; ${more}`;
  },
  verb: {
    LOG_CONTACT: "Anotar contacto",
    SEND_NOTICE: "Enviar aviso",
    RECORD_WHY: "Anotar el motivo",
    RECORD_ICPC: "Anotar la coordinación",
    ACKNOWLEDGE: "Confirmar",
    ASSIGN_COORDINATOR: "Asignar coordinador",
    OPEN_CASE: "Abrir el caso",
  },
  column: (id) => {
    if (id === "INITIAL") return "Primer contacto";
    if (id === "FIRST30") return "Primeros 30 días";
    if (id.startsWith("WEEK:")) return `Semana ${id.slice(5)}`;
    return dates.month(id);
  },
} satisfies DutyWords;
