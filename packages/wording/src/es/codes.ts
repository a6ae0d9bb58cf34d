import { list, number, text, when } from "../lib/params.ts";
import type { CodeWords } from "../types.ts";
import { dates } from "./dates.ts";

const on = (value: string) => dates.date(value);
/** A parameter that names a field is no date. */
const isDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/u.test(value);

export const codes = {
  refusal: {
    FIELD_REQUIRED: () => "Escriba una respuesta aquí",
    DATE_IN_FUTURE: (p) =>
      `Escriba una fecha que no sea futura${when(text(p, "latest"), (d) => `, el ${on(d)} o antes`)}`,
    INVALID_TRANSITION: () => "Ya no se puede hacer, porque el registro cambió",
    CASE_NOT_OPEN: () =>
      "El caso de bienestar infantil debe estar abierto antes de un referido a FSRP. Escriba por qué y cuándo se abrió",
    PURPOSE_REQUIRED: () => "Elija el propósito del servicio",
    NO_QUALIFYING_CHILD: () =>
      "Al menos un niño debe ser víctima de abuso que cumple los criterios para abrir servicios, tener una orden CINA o estar en colocación",
    AREA_REQUIRED: () => "Elija el área de servicio",
    SUBAREA_REQUIRED: (p) => `Elija la subárea${when(text(p, "area"), (area) => ` de ${area}`)}`,
    SUBAREA_NOT_ALLOWED: (p) => `${text(p, "area") || "Esta área de servicio"} no tiene subáreas`,
    NO_ACTIVE_CONTRACTOR: (p) =>
      `Hoy no hay contrato vigente en ${text(p, "area") || "esta área de contrato"}. Pregunte al administrador del programa`,
    AREA_NEEDS_TWO_CONTRACTORS: (p) =>
      `Solo un contrato está vigente en ${text(p, "area") || "esta área de contrato"} y se necesitan dos. Pregunte al administrador del programa`,
    CASE_ALREADY_ASSIGNED: (p) =>
      `Esta familia ya recibe servicios${when(text(p, "contractor"), (name) => ` de ${name}`)}. No es posible un segundo referido inicial`,
    OVERRIDE_NO_PRIOR_SERVICE: () =>
      "No consta un servicio anterior de este contratista o de su subcontratista",
    OVERRIDE_BELIEF_REQUIRED: () =>
      "Anote quién cree que ayudaría: la familia o el trabajador del Departamento",
    OVERRIDE_REASON_REQUIRED: () => "Elija el motivo de la excepción",
    OVERRIDE_TARGET_NOT_ACTIVE: () => "Este contratista no tiene contrato vigente en el área",
    SAFETY_PLAN_CONTRACTOR_RETAINED: () =>
      "El contratista del plan de seguridad conserva a esta familia",
    SUPERVISOR_APPROVAL_REQUIRED: () => "Un supervisor debe aprobarlo primero",
    ALREADY_RECORDED: () => "Esto ya está registrado",
    PERSON_OF_AGE: (p) =>
      `${text(p, "name") || "Esta persona"} ya es mayor de edad. Registre primero si el caso continúa después de los ${text(p, "age") || "18"} años`,
    LEDGER_KEY_ENDED: () =>
      "La clave que firma los registros fue reemplazada o revocada. Pida a quien opera el servidor que ponga la nueva",
    APPROVER_IS_REQUESTER: () => "Otra persona debe aprobar lo que usted pidió",
    CAPACITY_MISSING: (p) =>
      `Al contrato le falta una capacidad necesaria${when(list(p, "of").join(", "), (of) => `: ${of}`)}`,
    CRISIS_CONTACT_REQUIRED: () => "Escriba el contacto de crisis del contratista",
    CARE_COORDINATOR_OVERLAP: (p) =>
      `${text(p, "name") || "Otro coordinador de cuidado"} sigue asignado ese día. Termine primero esa asignación`,
    FIRST_MEETING_DATE_MISMATCH: (p) =>
      `El aviso debe indicar la fecha de la primera reunión registrada${when(text(p, "meetingOn"), (d) => `, ${on(d)}`)}`,
    DATE_BEFORE_BIRTH: (p) =>
      `La fecha es anterior al nacimiento de ${text(p, "name") || "esta persona"}`,
    DATE_ORDER: (p) =>
      isDate(text(p, "before"))
        ? `Escriba el ${on(text(p, "before"))} o una fecha anterior`
        : isDate(text(p, "after"))
          ? `Escriba el ${on(text(p, "after"))} o una fecha posterior`
          : "El final no debe ser anterior al comienzo",
    DATE_OUTSIDE_SERVICE: (p) =>
      text(p, "from") === ""
        ? "La fecha está fuera del tiempo de servicio"
        : `Escriba una fecha dentro del tiempo de servicio, ${text(p, "to") === "" ? `desde el ${on(text(p, "from"))}` : `del ${dates.range(text(p, "from"), text(p, "to"))}`}`,
    CONTACT_NOT_IN_CASE: (p) =>
      `${text(p, "name") || "Una persona elegida"} no está en este caso ese día`,
    REASON_REQUIRED: () => "Escriba el motivo",
    DUPLICATE_NAME: (p) =>
      `${when(text(p, "name"), (name) => `«${name}» `) || "Este nombre "}ya se usa`,
    PERSON_MERGED: () => "Este registro se unió a otro mientras tanto. Véalo de nuevo",
    PERSON_OUTSIDE_TEAM: () =>
      "Esta persona no está en ningún caso de su equipo. Consulte con un supervisor de ambos equipos",
    PERSON_CHANGED: () => "El registro cambió mientras tanto. Véalo de nuevo antes de seguir",
    MERGE_CONFLICT: () =>
      "Los dos registros se contradicen. Corrija primero lo indicado y después únalos",
    MERGE_BUILT_ON: () =>
      "Desde entonces se registró algo que se apoya en esta unión. No se puede deshacer",
    NO_SECOND_PERSON: () =>
      "Nadie más puede decidir sobre estos registros. Pida un supervisor a su administrador",
    PERIOD_OVERLAP: () => "El período coincide en parte con otro",
    CONTRACTS_MORE_THAN_TWO: (p) =>
      `Más de dos contratos estarían vigentes${when(text(p, "on"), (d) => ` el ${on(d)}`)}`,
    STAFF_NOT_AVAILABLE: () =>
      "Elija a alguien que tenga la misma función y esté disponible esos días",
    NOT_STAFF_OF_CONTRACTOR: () => "Elija a alguien que trabaje para el contratista de este caso",
    HOLIDAY_DUPLICATE: (p) =>
      `La lista tiene este día dos veces${when(text(p, "on"), (d) => `: ${on(d)}`)}`,
    BOOK_CHANGED: () =>
      "Otra persona publicó la política mientras tanto. Vea primero la nueva versión",
    STARTER_REQUIRED: () => "Nombre primero al contratista que comienza el orden",
    COUNTY_TAKEN: (p) =>
      `${text(p, "county") || "Este condado"} pertenece a otra área de contrato en ese tiempo`,
    ROLE_NOT_OF_ORGANIZATION: () => "Esta función no existe en esa organización",
    LAST_ADMINISTRATOR: () => "Debe quedar al menos un administrador",
    TOO_MANY_VIEWS: () => "Ya tiene todas las vistas guardadas posibles. Elimine una primero.",
    EMAIL_TAKEN: () => "Alguien ya usa este correo electrónico",
    INVITATION_INVALID: () => "Esta invitación ya se usó, terminó o no existe. Pida una nueva",
    SUBMITTER_NOT_CARE_COORDINATOR: () =>
      "Solo el coordinador de cuidado de ese día puede enviarlo",
    WARNING_NOT_ACCEPTED: () => "Lea la advertencia y confírmela",
    AREA_PAUSED: (p) =>
      `Las remisiones a ${text(p, "area") || "esta área de contrato"} están suspendidas${when(text(p, "to"), (d) => ` hasta el ${on(d)}`)}. Consulte con el administrador del programa`,
    PROPOSAL_OPEN: () => "Ya hay una propuesta sobre esto en espera. Respóndala o retírela primero",
    VALUE_UNCHANGED: () => "Este ya es el valor. Elija otro",
    VALUE_NOT_ALLOWED: () => "Este valor no está permitido aquí",
    DATE_IN_PAST: (p) =>
      `Indique una fecha que no esté en el pasado${when(text(p, "earliest"), (d) => `, ${on(d)} o posterior`)}`,
    PRIOR_SERVICE_NOT_FOUND: () =>
      "Las personas del referido ya no llevan a este servicio; quítelo o añada de nuevo a la persona",
    SIBLING_NOT_IN_HOUSEHOLD: () =>
      "Solo un hermano que vive en el hogar de los padres está en el caso como hermano. Elija otra base u otro lugar",
    MEMBER_IN_USE: () =>
      "Hay contactos u otros registros que nombran a esta persona. Corríjalos primero, o anote cuándo dejó el caso",
  },
  warning: {
    BACKDATED: (p) =>
      `La fecha de vigencia es anterior a hoy${when(text(p, "days"), (n) => ` por ${dates.count(Number(n), "days")}`)}. Todos los plazos comienzan en esa fecha, así que algo puede estar atrasado de inmediato.`,
    PERSON_IN_TWO_OPEN_CASES: (p) =>
      `${text(p, "name") || "Alguien de esta familia"} también está en otro caso abierto${when(text(p, "caseNumber"), (n) => `, ${n}`)}.`,
    INITIAL_CONTACT_OVERDUE: (p) =>
      `Aún no se ha visto a la familia y el primer contacto está atrasado${when(text(p, "dueOn"), (d) => `; vencía el ${on(d)}`)}.`,
    NO_FREQUENCY_SPECIFIED: (p) =>
      `No consta la frecuencia de contacto para ${text(p, "name") || list(p, "of")[0] || "un padre o madre fuera del hogar"}.`,
    CONTACT_DUPLICATE: (p) =>
      `Ya consta un contacto con las mismas personas ${text(p, "on") === "" ? "el mismo día" : `el ${on(text(p, "on"))}`}.`,
    CARE_COORDINATOR_MISSING: () => "No hay coordinador de cuidado asignado.",
    EFFECTIVE_IN_FUTURE: (p) =>
      `La fecha de vigencia es futura. El contratista se asigna ahora; los plazos comienzan ${text(p, "on") === "" ? "ese día" : `el ${on(text(p, "on"))}`}.`,
    CONTACT_OLDER_THAN_30_DAYS: () =>
      "El contacto fue hace más de 30 días. Diga por qué se anota ahora.",
    ENTERED_LATE: (p) =>
      `Se anotó ${dates.count(number(p, "days") ?? 0, "days")} después del contacto.`,
    WHEREABOUTS_UNKNOWN: (p) =>
      `No se sabe dónde vive ${text(p, "name") || "un miembro de la familia"}.`,
    AREA_BELOW_TWO_CONTRACTORS: (p) =>
      `${text(p, "area") || "El área de contrato"} tiene menos de dos contratos${when(text(p, "on"), (d) => ` el ${on(d)}`)}.`,
  },
  invalid: {
    FIELD_REQUIRED: "Escriba una respuesta aquí",
    DATE_INVALID: "Escriba una fecha completa: mes, día y año",
    INSTANT_INVALID: "Escriba una fecha y una hora",
    TEXT_INVALID: "El texto tiene un carácter que no se puede guardar. Escríbalo de nuevo",
    TOO_LONG: (most) => `Acorte esto a ${most} caracteres como máximo`,
    OTHER: "Revise esta respuesta",
  },
} satisfies CodeWords;
