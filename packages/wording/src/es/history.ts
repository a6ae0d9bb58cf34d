import type { Params } from "@kinward/domain/kernel";
import { labelOf, list, text, when } from "../lib/params.ts";
import type { HistoryWords } from "../types.ts";
import { dates } from "./dates.ts";
import { labels } from "./labels.ts";
import { markSentences } from "./marks.ts";

/** `today` among the parameters leaves the year of this year out. */
const on = (value: string, params: Params) =>
  dates.date(value, { style: "day", today: text(params, "today") });
const people = (names: readonly string[]) =>
  names.length === 0 ? "" : ` con ${dates.list(names)}`;

export const history = {
  sentence: {
    "referrals.submit": (p) =>
      `Envió el referido${when(text(p, "serviceType"), (code) => ` para ${labelOf(labels.serviceType, code)}`)}${when(text(p, "contractorName"), (name) => `; fue a ${name}`)}${when(text(p, "turn"), (turn) => `, turno ${turn}`)}${when(text(p, "areaName"), (area) => ` en ${area}`)}`,
    "intake.acknowledge": () => "Confirmó el referido",
    "intake.assignCoordinator": (p) =>
      text(p, "name") === ""
        ? "Asignó un coordinador de cuidado"
        : `Asignó a ${text(p, "name")} como coordinador de cuidado${when(text(p, "from"), (d) => ` desde el ${on(d, p)}`)}`,
    "team.reassignWorker": (p) =>
      `Pasó el caso a ${text(p, "name") || "otra persona"} como trabajador del Departamento${when(text(p, "from"), (d) => ` desde el ${on(d, p)}`)}`,
    "team.reassignCoordinator": (p) =>
      `Pasó el caso a ${text(p, "name") || "otra persona"} como coordinador de cuidado${when(text(p, "from"), (d) => ` desde el ${on(d, p)}`)}`,
    "team.reassignMany": (p) =>
      `Pasó casos a ${text(p, "name") || "otra persona"}${when(text(p, "from"), (d) => ` desde el ${on(d, p)}`)}`,
    "team.confirmHandover": () => "Confirmó haber leído la nota de traspaso",
    "team.nameCover": (p) =>
      `Nombró a ${text(p, "name") || "alguien"} para cubrir a ${text(p, "awayName") || "alguien"}${when(text(p, "from"), (d) => `, desde el ${on(d, p)} hasta el ${on(text(p, "to"), p)}`)}`,
    "team.endCover": (p) => `Terminó la cobertura de ${text(p, "awayName") || "alguien"}`,
    "contacts.record": (p) =>
      text(p, "mode") === "ATTEMPT"
        ? `Anotó un intento${when(text(p, "on"), (d) => ` del ${on(d, p)}`)}${people(list(p, "people"))}`
        : `Anotó un contacto${when(text(p, "mode"), (mode) => `, ${labelOf(labels.mode, mode).toLowerCase()},`)}${when(text(p, "on"), (d) => ` del ${on(d, p)}`)}${people(list(p, "people"))}`,
    "contacts.correct": (p) =>
      `Corrigió el contacto${when(text(p, "on"), (d) => ` del ${on(d, p)}`)}${people(list(p, "people"))}`,
    "notices.sendFirstMeeting": (p) =>
      `Envió el aviso de la primera reunión${when(text(p, "to"), (to) => ` a ${to}`)}${when(text(p, "meetingOn"), (d) => `, sobre la reunión del ${on(d, p)}`)}`,
    "work.recordWhy": (p) =>
      `Anotó por qué algo se atrasó o no se hizo${when(dates.list(list(p, "duties")), (what) => `: ${what}`)}`,
    "cases.begin": (p) =>
      `Comenzó el caso${when(text(p, "openedOn"), (d) => `, abierto el ${on(d, p)}`)}`,
    "cases.recordMove": (p) =>
      `Anotó dónde vive ${text(p, "person") || "un miembro de la familia"}${when(text(p, "setting"), (code) => `: ${labelOf(labels.setting, code).toLowerCase()}`)}${when(text(p, "from"), (d) => ` desde el ${on(d, p)}`)}`,
    "cases.recordIcpc": (p) =>
      `Anotó la coordinación del Convenio Interestatal${when(text(p, "person"), (name) => ` para ${name}`)}${when(text(p, "on"), (d) => ` el ${on(d, p)}`)}`,
    "people.add": (p) =>
      `Agregó a ${text(p, "person") || "alguien"} al caso${when(text(p, "role"), (code) => ` (${labelOf(labels.memberRole, code).toLowerCase()})`)}${when(text(p, "joined"), (d) => ` desde el ${on(d, p)}`)}`,
    "people.endMembership": (p) =>
      `Anotó que ${text(p, "person") || "alguien"} dejó el caso${when(text(p, "on"), (d) => ` el ${on(d, p)}`)}${when(text(p, "because"), (code) => `: ${labelOf(labels.leftReason, code).toLowerCase()}`)}`,
    "people.recordDeath": (p) =>
      text(p, "on") === ""
        ? `Retiró la anotación de que ${text(p, "person") || "alguien"} murió`
        : `Anotó que ${text(p, "person") || "alguien"} murió el ${on(text(p, "on"), p)}`,
    "people.confirm": (p) => `Confirmó lo anotado sobre ${text(p, "person") || "alguien"}`,
    "people.correctMembership": (p) =>
      `Corrigió cuándo estuvo ${text(p, "person") || "alguien"} en el caso`,
    "people.correctPerson": (p) => `Corrigió quién es ${text(p, "person") || "alguien"}`,
    "people.correctStay": (p) => `Corrigió dónde vivió ${text(p, "person") || "alguien"}`,
    "people.withdrawStay": (p) => `Retiró una mudanza anotada de ${text(p, "person") || "alguien"}`,
    "people.remove": (p) => `Quitó a ${text(p, "person") || "alguien"}, que se agregó por error`,
    "people.recordHouseholdChange": (p) =>
      `Anotó que ${text(p, "who") || "alguien"} ${text(p, "kind") === "EXITED" ? "dejó el hogar" : "entró en el hogar"}${when(text(p, "on"), (d) => ` el ${on(d, p)}`)}`,
    "people.receiveNotice": (p) =>
      `Recibió el aviso de un cambio en el hogar${when(text(p, "on"), (d) => ` del ${on(d, p)}`)}`,
    "cases.endServices": (p) =>
      text(p, "on") === ""
        ? "Anotó que los servicios continúan"
        : text(p, "before") === ""
          ? `Terminó los servicios el ${on(text(p, "on"), p)}`
          : `Corrigió el último día de servicio del ${on(text(p, "before"), p)} al ${on(text(p, "on"), p)}`,
    "cases.moveToSuccessor": (p) =>
      `Pasó los servicios a ${text(p, "contractorName") || "otro contratista"}${when(text(p, "from"), (d) => ` desde el ${on(d, p)}`)}, porque terminó el contrato`,
    ...markSentences,
    "referrals.withdraw": (p) =>
      `Retiró el referido${text(p, "reversal") === "" ? when(text(p, "on"), (d) => `; el turno cuenta y los servicios terminan el ${on(d, p)}`) : `; el turno ${text(p, "turn")} se retiró con la línea ${text(p, "reversal")}`}`,
    "overrides.request": () => "Consultó a un supervisor sobre una excepción por continuidad",
    "overrides.answer": (p) =>
      text(p, "decision") === "APPROVED"
        ? "Aprobó una excepción por continuidad"
        : "Rechazó una excepción por continuidad",
    "persons.merge": (p) =>
      `Unió dos registros de ${text(p, "person") || "una persona"}${when(text(p, "merged"), (name) => `, uno de ellos como ${name}`)}`,
    "persons.undoMerge": (p) =>
      `Deshizo la unión de dos registros de ${text(p, "person") || "una persona"}`,
    "persons.proposeMerge": () => "Propuso que dos registros son de una persona",
    "persons.approveMerge": () => "Aceptó que dos registros son de una persona",
    "persons.declineMerge": () => "No aceptó que dos registros son de una persona",
    "persons.withdrawMerge": () => "Retiró que dos registros son de una persona",
    "persons.maybeSame": () => "Retiró que dos personas con registros parecidos no son la misma",
    "persons.notSame": () => "Anotó que dos personas con registros parecidos no son la misma",
    "cases.openWithReason": () => "Abrió el caso de otro equipo",
    "areas.setCounty": (p) =>
      `Puso ${text(p, "county") || "un condado"} en el área de contrato${when(text(p, "from"), (d) => ` desde el ${on(d, p)}`)}`,
    "areas.endCounty": (p) =>
      `Sacó ${text(p, "county") || "un condado"} del área de contrato${when(text(p, "to"), (d) => ` después del ${on(d, p)}`)}`,
    "areas.begin": (p) =>
      `Comenzó el área de contrato${when(text(p, "from"), (d) => ` el ${on(d, p)}`)}`,
    "areas.end": (p) =>
      `Terminó el área de contrato${when(text(p, "on"), (d) => ` el ${on(d, p)}`)}`,
    "organizations.save": (p) =>
      `Guardó la organización${when(text(p, "name"), (name) => ` ${name}`)}`,
    "organizations.end": (p) =>
      `Terminó la organización${when(text(p, "on"), (d) => ` el ${on(d, p)}`)}`,
    "contracts.save": () => "Guardó el contrato",
    "contracts.activate": () => "Activó el contrato",
    "contracts.addSubcontractor": (p) =>
      `Agregó a ${text(p, "name") || "un subcontratista"}${when(text(p, "from"), (d) => ` desde el ${on(d, p)}`)}`,
    "contracts.endSubcontractor": (p) =>
      `Terminó con ${text(p, "name") || "un subcontratista"}${when(text(p, "to"), (d) => ` el ${on(d, p)}`)}`,
    "contracts.setStarter": (p) =>
      `Nombró a ${text(p, "name") || "un contratista"} para comenzar el orden`,
    "holidays.publish": (p) =>
      `Publicó los días feriados${when(text(p, "year"), (year) => ` de ${year}`)}`,
    "staff.invite": (p) => `Invitó a ${text(p, "name") || "alguien"}`,
    "staff.change": (p) => `Cambió el acceso de ${text(p, "name") || "alguien"}`,
    "staff.end": (p) =>
      `Terminó el acceso de ${text(p, "name") || "alguien"}${when(text(p, "on"), (d) => ` el ${on(d, p)}`)}`,
    "staff.resendInvitation": (p) =>
      `Envió de nuevo la invitación de ${text(p, "name") || "alguien"}`,
    "offices.save": (p) => `Guardó la oficina${when(text(p, "name"), (name) => ` ${name}`)}`,
    "teams.save": (p) => `Guardó el equipo${when(text(p, "name"), (name) => ` ${name}`)}`,
    "setup.create": () => "Configuró la agencia",
    "invitations.accept": () => "Aceptó la invitación",
    "session.signOutEverywhere": () => "Cerró la sesión en todas partes",
  },
  field: (_table, field) => field,
} satisfies HistoryWords;
