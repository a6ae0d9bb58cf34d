import type { PlainDate } from "@kinward/domain/kernel";
import { US_STATES } from "@kinward/domain/people";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { checkRequired } from "../shared/required.ts";
import { type BasisDates, DATED_BASES, type PersonValues } from "./edit-person.ts";
import {
  type HouseholdValues,
  type RightsValues,
  SOMEONE_ELSE,
  type TaskValues,
} from "./edit-records.ts";
import type { ServiceValues, TermValues } from "./edit-service.ts";
import { workbench as m } from "./messages.ts";

/** What the forms of the workbench find missing or wrong, before a fact is taken. */

type Faults = readonly FieldFault[];
interface Period {
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
}

/** A fault for each of these values that is empty; words of other fields are left alone. */
const empty = (values: object, words: Readonly<Record<string, string>>): Faults =>
  checkRequired(
    values as Readonly<Record<string, unknown>>,
    Object.fromEntries(Object.entries(words).filter(([name]) => name in values)),
  );

/** A last day before the first one. */
export const endFault = (name: string, { from, to }: Period): Faults =>
  from !== undefined && to !== undefined && to < from ? [{ name, message: m.endsBefore }] : [];

const isState = (typed: string): boolean =>
  typed.trim() === "" || (US_STATES as readonly string[]).includes(typed.trim().toUpperCase());

const basisFaults = (dates: BasisDates): Faults =>
  DATED_BASES.flatMap((basis) => endFault(`basisDates.${basis}.to`, dates[basis]));

export const personFaults = (values: PersonValues): Faults => [
  ...empty({ name: values.name, role: values.role }, m.people.missing),
  ...basisFaults(values.basisDates),
  ...values.living.flatMap((stay, at): Faults => {
    const name = (field: string) => `living.${at}.${field}`;
    return [
      ...(stay.setting === undefined
        ? [{ name: name("setting"), message: m.people.settingMissing }]
        : []),
      ...(isState(stay.state) ? [] : [{ name: name("state"), message: m.people.stateUnknown }]),
      ...(at > 0 && stay.from === undefined
        ? [{ name: name("from"), message: m.people.fromMissing }]
        : []),
      ...endFault(name("to"), stay),
    ];
  }),
  ...endFault("left", { from: values.joined, to: values.left }),
  ...values.absences.flatMap((absence, at): Faults => [
    ...(absence.from === undefined
      ? [{ name: `absences.${at}.from`, message: m.people.absences.missing.from }]
      : []),
    ...(absence.to === undefined
      ? [{ name: `absences.${at}.to`, message: m.people.absences.missing.to }]
      : []),
    ...endFault(`absences.${at}.to`, absence),
  ]),
];

export const serviceFaults = ({ serviceType, effectiveDate, lastServiceDay }: ServiceValues) => [
  ...empty({ serviceType, effectiveDate }, m.service.missing),
  ...endFault("lastServiceDay", { from: effectiveDate, to: lastServiceDay }),
];

/** @param isOne the case has one service only, which need not be named */
export const termFaults = ({ service, from, to }: TermValues, isOne: boolean): Faults => [
  ...(isOne ? [] : empty({ service }, m.coordinators.missing)),
  ...empty({ from }, m.coordinators.missing),
  ...endFault("to", { from, to }),
];

export function taskFaults(values: TaskValues): Faults {
  const { type, date, workerPresent, note, statedMeetingDate, member } = values;
  const { missing } = m.tasks;
  if (type === undefined) return empty({ type }, missing);
  const day = empty({ date }, missing);
  switch (type) {
    case "JOINT_MEETING":
      return [
        ...day,
        ...empty({ workerPresent }, missing),
        ...(workerPresent === "NO" ? empty({ note }, missing) : []),
      ];
    case "FIRST_MEETING_EMAIL":
      return [...day, ...empty({ statedMeetingDate }, missing)];
    case "ICPC_COORDINATION":
      return [...empty({ member }, missing), ...day];
  }
}

export const householdFaults = ({ type, person, who, date }: HouseholdValues): Faults => [
  ...empty({ type, person }, m.household.missing),
  ...(person === SOMEONE_ELSE ? empty({ who }, m.household.missing) : []),
  ...empty({ date }, m.household.missing),
];

export const rightsFaults = ({ parent, child, date }: RightsValues): Faults =>
  empty({ parent, child, date }, m.rights.missing);
