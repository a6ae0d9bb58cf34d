import { COMING_DAYS, JUDGED_DAYS } from "@kinward/domain/effect";
import { dateWords } from "../words.ts";

const n = (count: number) => count.toLocaleString("en-US");
const days = (count: number) => dateWords.count(Math.abs(count), "days");
const plural = (count: number, one: string, more: string) =>
  `${n(count)} ${count === 1 ? one : more}`;

export const effect = {
  title: "Effect on cases",
  working: "Working out the effect on open cases",
  progress: (done: number, of: number) =>
    `${n(done)} of ${plural(of, "case", "cases")} looked at. Nothing is changed by this.`,
  cancel: "Stop",
  stopped: "Stopped. Nothing was changed.",
  again: "Work it out",
  noneCompared: "What differs makes no due date of a contact, so none moves.",
  none: "These settings make no due date of a contact, so none moves.",
  noneHolidays: "No due date is counted with the holidays of this policy.",
  moved: (count: number) =>
    count === 0
      ? "No open due date moves."
      : count === 1
        ? "Moves 1 open due date."
        : `Moves ${n(count)} open due dates.`,
  otherwise: (count: number) =>
    plural(count, "open duty changes otherwise.", "open duties change otherwise."),
  touched: (touched: number, cases: number) =>
    `In ${n(touched)} of ${plural(cases, "case", "cases")}.`,
  becomeLate: (count: number) => `${n(count)} would be late at once.`,
  noLongerLate: (count: number) => `${n(count)} would be late no more.`,
  over: (count: number) =>
    count === 1
      ? "1 duty that is over already would be recorded otherwise."
      : `${n(count)} duties that are over already would be recorded otherwise.`,
  open: "Open duties",
  openCaption: "Open duties that change at once",
  coming: `Still to come, ${COMING_DAYS} days ahead`,
  comingCaption: "Duties to come that change, if nothing new happens",
  comingNone: (count: number) =>
    count === 0
      ? "No duty is known to come."
      : count === 1
        ? "The 1 duty that is known to come stays as it is."
        : `The ${n(count)} duties that are known to come stay as they are.`,
  comingOf: (count: number) =>
    `Of ${plural(count, "duty that is known", "duties that are known")} to come.`,
  judged: `The last ${JUDGED_DAYS} days, had it been so throughout`,
  judgedCaption: `Duties that were due in the last ${JUDGED_DAYS} days, as judged and as they would have been judged`,
  judgedSame: `What was due in the last ${JUDGED_DAYS} days would have been judged as it was.`,
  judgedNone: `Nothing was due in the last ${JUDGED_DAYS} days.`,
  judgedNote:
    "To compare only: past duties keep the rule of their date. A corrected holiday is the exception, it counts on its own date.",
  family: "The family",
  person: (role: string, no: number) => `${role} ${no}`,
  place: (area: string, contractor: string) => `${area}, ${contractor}`,
  noPlace: "No contractor yet",
  places: "By contract area and contractor",
  placesCaption: `Cases, due dates that move, and what was due in the last ${JUDGED_DAYS} days, by contract area and contractor`,
  placesSame: (same: number, changed: number) =>
    same === 0
      ? "Something changes everywhere."
      : changed === 0
        ? "Nothing changes in any contract area."
        : `${plural(same, "other stays as it is.", "others stay as they are.")}`,
  placesNote: `Met and not met: of what was due in the last ${JUDGED_DAYS} days, as judged and as it would have been judged.`,
  touchedOf: (touched: number, cases: number) => `${n(touched)} of ${n(cases)}`,
  filter: "Area and contractor",
  everywhere: "Everywhere",
  compared: { before: "First", after: "Second" },
  columns: {
    place: "Area and contractor",
    cases: "Cases that change",
    moved: "Due dates that move",
    otherwise: "Change otherwise",
    becomeLate: "Late at once",
    judgedMet: "Met",
    judgedNot: "Not met",
    whom: "Who",
    by: "Effect",
    duty: "Duty",
    what: "What happens",
    count: "Number",
    met: "Met",
    late: "Late",
    overdue: "Past due",
    missed: "Missed",
    case: "Case",
    before: "Now",
    after: "Then",
  },
  what: {
    later: (by: number) => `Due ${days(by)} later`,
    earlier: (by: number) => `Due ${days(by)} earlier`,
    APPEARS: "Is added",
    GOES: "Is not owed any more",
    OTHER: "Same due date, other people or dates count",
  },
  change: (before: number, after: number) =>
    before === after ? n(before) : `${n(before)} to ${n(after)}`,
  list: (count: number) => `List of ${plural(count, "change", "changes")}`,
  listCaption: "Changes of open duties by case number and person",
  listNone: "No change is listed for this area and contractor.",
  listMore: (shown: number) => `The first ${n(shown)} are listed. The counts above are of all.`,
  noDate: "no due date",
  nothing: "not owed",
};
