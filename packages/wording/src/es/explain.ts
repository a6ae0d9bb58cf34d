import { type ExplainTexts, explainer } from "../lib/explain.ts";
import { dates } from "./dates.ts";
import { labels } from "./labels.ts";

const days = (value: unknown) => dates.count(Number(value), "days");
const businessDays = (value: unknown) => dates.count(Number(value), "businessDays");
const yesNo = (value: unknown, yes: string, no: string) => (value === true ? yes : no);

/** Las palabras de un razonamiento. */
export const explainTexts: ExplainTexts = {
  dates,
  labels,
  title: (status, { due, opens, done }) => {
    switch (status) {
      case "OPEN":
        return due === "" ? `Abierto desde el ${opens}, sin plazo` : `Vence el ${due}`;
      case "OVERDUE":
        return `Atrasado, vencía el ${due}`;
      case "UPCOMING":
        return `Comienza el ${opens}, vence el ${due}`;
      case "SATISFIED":
        return `Hecho el ${done}`;
      case "SATISFIED_LATE":
        return `Hecho con atraso el ${done}; vencía el ${due}`;
      case "MISSED":
        return `No se hizo; debía hacerse a más tardar el ${due}`;
      case "CANCELLED":
        return "Ya no se debe";
    }
  },
  rule: {
    "CON-2": () =>
      "Los contactos se hacen con la frecuencia que piden el tribunal, el trabajador del Departamento, la reunión del equipo familiar o el plan, y nunca menos que el mínimo.",
    "CON-4": (s) =>
      `Los padres y cuidadores que viven en el hogar, y los niños nombrados en el referido como víctimas de abuso o con orden CINA, se ven en persona dentro de ${s["initialContactBusinessDays"] === undefined ? "los primeros días hábiles" : businessDays(s["initialContactBusinessDays"])} desde el referido.`,
    "CON-5": (s) =>
      `El contratista y el trabajador del Departamento se reúnen juntos con la familia al comienzo, si el trabajador está disponible.${typeof s["jointMeetingDeadline"] === "number" ? "" : " No hay plazo."}`,
    "CON-6": (s) =>
      `Un niño en una institución médica psiquiátrica, en Toledo o en un hogar de grupo se ve en persona una vez en ${s["firstPeriodDays"] === undefined ? "el primer período" : `los primeros ${days(s["firstPeriodDays"])}`}.`,
    "CON-7": () =>
      "Un padre o madre que vive fuera del hogar se ve con la frecuencia que dice el plan del caso.",
    "CON-9": (s) =>
      `Después del primer contacto se ve a la familia en cada una de las siguientes ${s["weeklyCount"] === undefined ? "semanas" : dates.count(Number(s["weeklyCount"]), "weeks")}: al menos un padre, madre o cuidador en casa y todos los niños del caso que viven allí. Varias visitas pueden sumarse.`,
    "CON-10": (s) =>
      `Un niño en Iowa que no vive en el hogar de los padres se ve en persona una vez en ${s["firstPeriodDays"] === undefined ? "el primer período" : `los primeros ${days(s["firstPeriodDays"])}`}.`,
    "CON-12": () =>
      "Para un niño colocado fuera de Iowa el trabajador del Departamento coordina por medio del Convenio Interestatal.",
    "CON-13": () =>
      "Después del primer período se ve en persona cada mes a la familia y a cada niño del caso que vive en otro lugar de Iowa.",
    "REP-2": () =>
      "Después de la primera reunión en persona con la familia el contratista la confirma al trabajador del Departamento por correo electrónico.",
  },
  setting: {
    initialContactBusinessDays: (v) => `Primer contacto dentro de ${businessDays(v)}`,
    initialContactCountsEffectiveDay: (v) =>
      yesNo(v, "La fecha de vigencia cuenta como día", "La fecha de vigencia no cuenta como día"),
    firstPeriodDays: (v) => `Primer período de ${days(v)}`,
    weekStartsOn: (v) => `Las semanas comienzan el ${v === "MONDAY" ? "lunes" : "domingo"}`,
    weekMode: (v) =>
      v === "ROLLING_7"
        ? "Semanas de siete días desde el primer contacto"
        : "Semanas del calendario",
    weeklyCount: (v) => `Contactos semanales durante ${dates.count(Number(v), "weeks")}`,
    initialContactAnchor: (v) =>
      v === "ALL_REQUIRED_SEEN"
        ? "Las semanas siguen al día en que se vio a todos los necesarios"
        : v === "FIRST_HOME_MEMBER"
          ? "Las semanas siguen al primer contacto con alguien en casa"
          : "Las semanas siguen al primer contacto con un padre, madre o cuidador en casa",
    monthlyStart: (v) =>
      v === "FIRST_FULL_MONTH"
        ? "Los contactos mensuales comienzan con el primer mes completo"
        : "Los contactos mensuales comienzan con el mes en que ya terminó el primer período",
    familyQuorum: (v) =>
      v === "ANY_HOME_MEMBER"
        ? "Basta con alguien en casa"
        : v === "EVERY_HOME_MEMBER"
          ? "Hay que ver a todos en casa"
          : "Hay que ver a un adulto y a todos los niños en casa",
    otherChildContactMustPostdateMove: (v) =>
      yesNo(
        v,
        "Solo cuentan los contactos después de que el niño dejó el hogar",
        "También cuentan los contactos antes de que el niño dejó el hogar",
      ),
    entrantGraceBusinessDays: (v) =>
      `A quien se une se le debe un contacto solo si quedan ${businessDays(v)}`,
    closingWindow: (v) =>
      v === "REQUIRE"
        ? "Los períodos comenzados siguen hasta su fin"
        : "Los períodos abiertos terminan con los servicios",
    childAgeLimit: (v) => `Niños hasta cumplir ${String(v)} años`,
    icpcTaskForNonPlacement: (v) =>
      yesNo(
        v,
        "Coordinación interestatal también sin colocación",
        "Coordinación interestatal solo para colocaciones",
      ),
    countSafetyPlanContacts: (v) =>
      yesNo(
        v,
        "Cuentan los contactos del plan de seguridad",
        "No cuentan los contactos del plan de seguridad",
      ),
    jointMeetingDeadline: (v) =>
      v === null
        ? "La reunión conjunta no tiene plazo"
        : `La reunión conjunta vence en ${businessDays(v)}`,
    firstMeetingEmailBusinessDays: (v) =>
      v === null ? "El aviso no tiene plazo" : `El aviso vence en ${businessDays(v)}`,
  },
  lines: (text, lines) =>
    `${labels.policyText[text]}, ${/[-,]/u.test(lines) ? "líneas" : "línea"} ${lines}`,
  decision: (ids) => `${ids.length === 1 ? "Decisión" : "Decisiones"} ${ids.join(", ")}`,
  inForce: (setting, from, source) =>
    `${setting} (vigente ${from === undefined ? "desde el comienzo" : `desde el ${from}`}; ${source})`,
  calendar: (year, source) =>
    source === "LIST"
      ? `Días feriados estatales de ${year}, según la lista publicada`
      : `Días feriados estatales de ${year}, calculados por regla porque no hay lista publicada`,
  weekend: "fin de semana",
  countDays: (day1, n, last) =>
    `El ${day1} es el día 1; el día ${n} es el ${last}. Cuentan los fines de semana y los feriados.`,
  weeks: (zero, n, window) =>
    `El primer contacto fue en la semana del ${zero}, que no cuenta. La semana ${n} es del ${window}.`,
  window: (unit, window) =>
    unit === "WEEK" ? `La semana es del ${window}.` : `El mes es del ${window}.`,
  assumed: "Se espera, si",
  assumes: {
    NOTHING_NEW:
      "no se registra nada nuevo: todos viven donde dice el registro y las frecuencias no cambian",
    FAMILY_SEEN_TODAY: "se ve a la familia hoy; las semanas cambian con el primer contacto",
  },
  starts: {
    EFFECTIVE_DATE: "Fecha de vigencia del formulario 470-3055",
    INITIAL_CONTACT: "Primer contacto con la familia",
    FIRST_MONTHLY_MONTH: "Primer día después del primer período",
    LEVEL: "Nivel vigente desde",
    PLACEMENT_OUTSIDE_IOWA: "Colocado fuera de Iowa desde",
  },
  judged: "Se juzga al",
  judgedBecause: {
    EXPECTED_BEGIN: "cuando empieza el plazo",
    EFFECTIVE_DATE: "la fecha de vigencia",
    LAST_DAY: "el último día del período",
    AS_OF: "hoy, mientras corre el período",
    LAST_SERVICE_DAY: "el último día de servicio",
  },
  verdict: {
    HOME_ADULT: "adulto en casa, necesario",
    HOME_CHILD: "niño en casa, necesario",
    MARKED_CHILD: "niño nombrado en el referido, necesario",
    CHILD_ELSEWHERE: "niño que vive en otro lugar de Iowa, necesario",
    CHILD_IN_FACILITY: "niño en una institución, necesario",
    PARENT_ELSEWHERE: "padre o madre que vive en otro lugar, necesario",
    NAMED_IN_LEVEL: "nombrado en el nivel acordado, necesario",
    JOINED_TOO_LATE: "se unió demasiado tarde en este período, no necesario",
    NOT_YET_MEMBER: "aún no está en el caso",
    LEFT_CASE: "dejó el caso",
    DECEASED: "falleció",
    GROWN_UP: "ya no es niño",
    OUTSIDE_IOWA: "vive fuera de Iowa",
    OWN_WINDOW: "tiene su propio contacto",
    SEEN_BY_PLAN: "se ve según el plan del caso",
    NOT_IN_HOME: "no vive en el hogar",
    RIGHTS_ENDED: "sus derechos de padre o madre terminaron",
  },
  since: (date) => `desde el ${date}`,
  daysLeft: (n) => `quedaban ${businessDays(n)} al unirse`,
  contact: (date) => `Contacto del ${date}`,
  contactVerdict: {
    COUNTS: "cuenta",
    COUNTS_LATE: "cuenta, con atraso",
    NOT_FACE_TO_FACE: "no cuenta, no fue en persona",
    BY_DEPARTMENT: "no cuenta, lo hizo el Departamento",
    BEFORE_EFFECTIVE_DATE: "no cuenta, antes de la fecha de vigencia",
    AFTER_LAST_SERVICE_DAY: "no cuenta, después del último día de servicio",
    BEFORE_WINDOW: "no cuenta, antes de este período",
    AFTER_WINDOW: "no cuenta, después de este período",
    BEFORE_LEAVING_HOME: "no cuenta, antes de que el niño dejó el hogar",
    AFTER_CANCELLATION: "no cuenta, ya no se debía",
  },
  levelLabel: "Con qué frecuencia",
  level: (effective, minimum) =>
    effective === minimum
      ? `${effective} veces, el mínimo`
      : `${effective} veces; el mínimo es ${minimum}`,
  minimumMet: (date) => `El mínimo se cumplió ${date}`,
  levelRecord: (times, per, from) =>
    `${times} por ${per === "WEEK" ? "semana" : "mes"}, desde el ${from}`,
  task: "Anotado",
  taskCounts: "cuenta",
  taskCountsNot: "no cuenta",
  taskStates: (date) => `indica ${date}`,
  settled: "Cumplido",
  settledOn: (date, late) => (late ? `${date}, con atraso` : date),
  cancelled: "Ya no se debe desde",
  lapsed: "Ya no se puede recuperar desde",
  waits: "Falta todavía",
  missing: (id) => {
    if (id === "ADULT") return "un padre, madre o cuidador en casa";
    if (id === "ANYONE_HOME") return "alguien en casa";
    if (id === "JOINT_MEETING") return "la reunión conjunta";
    if (id === "FIRST_MEETING_EMAIL") return "el correo";
    if (id === "ICPC_COORDINATION") return "la coordinación";
    const further = /^ANOTHER_DATE(?: x(\d+))?/u.exec(id);
    return further === null
      ? undefined
      : further[1] === undefined || further[1] === "1"
        ? "una fecha más"
        : `${further[1]} fechas más`;
  },
  change: (change, who, on) => {
    switch (change) {
      case "CONTACT_WITH":
        return who === "" ? "Un contacto en persona" : `Un contacto en persona con ${who}`;
      case "PERSON_JOINS":
        return "Alguien se une a la familia";
      case "PERSON_LEAVES_OR_DIES":
        return "La persona deja el caso o fallece";
      case "MOVES_TO_FACILITY":
        return "El niño pasa a una institución";
      case "MOVES_OUT_OF_IOWA":
        return "El niño se muda fuera de Iowa";
      case "MOVES_HOME":
        return "Alguien vuelve a casa";
      case "MOVES_OUT_OF_HOME":
        return "Alguien deja el hogar";
      case "COMES_OF_AGE":
        return `El niño cumple la mayoría de edad${on === "" ? "" : ` el ${on}`}`;
      case "SERVICES_END":
        return "Los servicios terminan";
      case "EFFECTIVE_DATE_CORRECTED":
        return "Se corrige la fecha de vigencia";
      case "HOLIDAY_CHANGED":
        return "Se agrega o se quita un día feriado";
      case "EARLIER_FIRST_CONTACT":
        return "Se anota un primer contacto anterior";
      case "LEVEL_RECORDED":
        return "El tribunal, el trabajador, la reunión o el plan fijan otro nivel";
      case "RETURNS_TO_IOWA":
        return "El niño regresa a Iowa";
      case "TASK_DONE":
        return "Se anota como hecho";
      case "WORKER_NOT_AVAILABLE":
        return "Se anota que el trabajador del Departamento no estaba disponible";
    }
  },
};

/** "Por qué esta fecha". */
export const explain = /* @__PURE__ */ explainer(explainTexts);
