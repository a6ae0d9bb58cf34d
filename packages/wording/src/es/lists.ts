import type { ListWords } from "../types.ts";

const count = (one: string, many: string) => (n: number) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

export const lists = {
  caseColumn: {
    family: "Familia",
    number: "Número",
    area: "Área de contrato",
    contractor: "Contratista",
    worker: "Trabajador",
    coordinator: "Coordinador",
    nextDue: "Próximo plazo",
    late: "Atrasado",
    lastSeen: "Última visita",
    stage: "Etapa",
    opened: "Abierto",
  },
  workColumn: {
    group: "Grupo",
    due: "Plazo",
    what: "Qué",
    family: "Familia",
    number: "Número de caso",
    who: "Quién",
    rule: "Regla",
    waitingOn: "En espera de",
  },
  list: { CASES: "Casos", WORK: "Mi trabajo" },
  notice: {
    REFERRAL_NEW: "Nueva remisión",
    REFERRAL_WITHDRAWN: "Remisión retirada",
    COORDINATOR_ASSIGNED: "Coordinador asignado",
    HANDOVER: "Caso traspasado",
    COVER: "Usted reemplaza a un colega",
    HOUSEHOLD_CHANGE: "Cambio en el hogar",
    DUTY_LATE: "Atrasado",
    DUTY_SOON: "Vence pronto",
    OVERRIDE_REQUESTED: "Solicitud de excepción por responder",
    OVERRIDE_ANSWERED: "Solicitud de excepción respondida",
    PROPOSAL_MADE: "Propuesta por responder",
    PROPOSAL_ANSWERED: "Propuesta respondida",
  },
  noticeCount: {
    REFERRAL_NEW: count("nueva remisión", "nuevas remisiones"),
    REFERRAL_WITHDRAWN: count("remisión retirada", "remisiones retiradas"),
    COORDINATOR_ASSIGNED: count("coordinador asignado", "coordinadores asignados"),
    HANDOVER: count("caso traspasado", "casos traspasados"),
    COVER: count("colega que reemplazar", "colegas que reemplazar"),
    HOUSEHOLD_CHANGE: count("cambio en un hogar", "cambios en hogares"),
    DUTY_LATE: count("caso con algo atrasado", "casos con algo atrasado"),
    DUTY_SOON: count("caso con algo que vence pronto", "casos con algo que vence pronto"),
    OVERRIDE_REQUESTED: count(
      "solicitud de excepción por responder",
      "solicitudes de excepción por responder",
    ),
    OVERRIDE_ANSWERED: count(
      "solicitud de excepción respondida",
      "solicitudes de excepción respondidas",
    ),
    PROPOSAL_MADE: count("propuesta por responder", "propuestas por responder"),
    PROPOSAL_ANSWERED: count("propuesta respondida", "propuestas respondidas"),
  },
} satisfies ListWords;
