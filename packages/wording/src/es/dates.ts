import { dateWords } from "../lib/date-words.ts";

export const dates = /* @__PURE__ */ dateWords({
  locale: "es-US",
  months: [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
  ],
  shortMonths: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
  weekdays: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
  shortWeekdays: ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"],
  order: ({ weekday, month, day, year }) =>
    `${weekday === undefined ? "" : `${weekday}, `}${day} de ${month}${year === undefined ? "" : ` de ${year}`}`,
  to: "al",
  // "y" becomes "e" before the sound i: "Ana e Inés", but "agua y hielo".
  and: (last) => `${/^(i|í|hi(?!e))/iu.test(last) ? "e" : "y"} ${last}`,
  monthAndYear: (month, year) => `${month} de ${year}`,
  am: "a. m.",
  pm: "p. m.",
  units: {
    businessDays: ["día hábil", "días hábiles"],
    days: ["día", "días"],
    weeks: ["semana", "semanas"],
    months: ["mes", "meses"],
    years: ["año", "años"],
    minutes: ["minuto", "minutos"],
    people: ["persona", "personas"],
    children: ["niño", "niños"],
    families: ["familia", "familias"],
  },
});
