import { contactPlanOf } from "@kinward/domain/contacts";
import { addDays, type PlainDate } from "@kinward/domain/kernel";
import {
  type Couple,
  couplesOf,
  type FamilyFacts,
  type FamilyMemberOn,
  familyOn,
  type Household,
  householdsOn,
  kinshipTo,
} from "@kinward/domain/people";
import type { FamilyPerson, FamilyView } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { familyWords as words } from "../../../messages/en/family.ts";
import { shortName } from "../present.ts";

export interface PersonOn {
  readonly person: FamilyPerson;
  readonly on: FamilyMemberOn;
  /** The first name where it is enough. */
  readonly short: string;
  /** Age inside the symbol. */
  readonly age: string;
  /** Where the person lives, in short. */
  readonly place: string;
  /** Letter of the household. */
  readonly letter?: string;
}
export interface DrawnHousehold extends Household {
  readonly letter: string;
  readonly text: string;
}

/** The family as it was on a day, in words for the drawing. */
export interface FamilyDay {
  readonly day: PlainDate;
  readonly people: readonly PersonOn[];
  readonly households: readonly DrawnHousehold[];
  readonly couples: readonly (Couple & { readonly isOver: boolean })[];
}

export function presentDay(family: FamilyView, day: PlainDate, today: string): FamilyDay {
  const names = family.people.map((person) => person.name);
  const on = familyOn(family.people, day);
  const shorts = new Map(family.people.map((one) => [one.personId, shortName(one.name, names)]));
  const households = householdsOn(family.people, day).map((household, index): DrawnHousehold => {
    const letter = String.fromCodePoint(65 + index);
    const where =
      household.setting === "PARENTAL_HOME"
        ? words.legend.home
        : labels.settingShort[household.setting];
    const living = dates.list(household.people.map((id) => shorts.get(id) ?? ""));
    return { ...household, letter, text: words.legend.household(letter, where, living) };
  });
  return {
    day,
    people: family.people.flatMap((person): PersonOn | readonly [] => {
      const then = on.get(person.personId);
      if (then === undefined) return [];
      const letter = households.find(({ people }) => people.includes(person.personId))?.letter;
      return {
        person,
        on: then,
        short: shorts.get(person.personId) ?? person.name,
        age: then.age === undefined ? "" : String(then.age),
        place: placeText(person, then, family.profile, { day, today }),
        ...(letter === undefined ? {} : { letter }),
      };
    }),
    households,
    couples: couplesOf(family).map((couple) => ({
      ...couple,
      isOver: couple.endedOn !== undefined && couple.endedOn < day,
    })),
  };
}

function placeText(
  person: FamilyPerson,
  on: FamilyMemberOn,
  home: FamilyView["profile"],
  { day, today }: { readonly day: PlainDate; readonly today: string },
): string {
  const date = (iso: string) => dates.date(iso, { today, style: "day" });
  if (on.isDead && person.deceasedOn !== undefined)
    return words.place.dead(date(person.deceasedOn));
  if (on.isUnborn && person.birthDate !== undefined)
    return words.place.unborn(date(person.birthDate));
  if (!on.isMember)
    return person.memberFrom !== undefined && day < person.memberFrom
      ? words.place.notYet
      : words.place.left;
  if (on.stay === undefined) return words.place.unknown;
  const place = labels.settingShort[on.stay.setting];
  return withState(place, on.stay.state, home);
}

/** The state where it is another than that of the agency's policy. */
export const withState = (place: string, state: string, profile: FamilyView["profile"]): string =>
  state === (profile === "IA_FSRP" ? "IA" : "KY") ? place : `${place}, ${state}`;

/** What a screen reader says of someone in the drawing: "Mateo, 9 years, Child, home". */
export const spokenOf = ({ person, on, place }: PersonOn, kin: string | undefined): string =>
  [
    person.name,
    on.age === undefined ? undefined : on.age === 0 ? words.under1 : words.age(on.age),
    labels.memberRole[person.role],
    place,
    kin,
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(", ");

/** What everyone is to someone, in words: "Mother", "Half brother". */
export function kinWords(
  family: FamilyFacts,
  self: FamilyPerson["personId"],
  day: PlainDate,
): ReadonlyMap<string, string> {
  const sex = new Map(family.people.map((person) => [person.personId, person.sex]));
  return new Map(
    [...kinshipTo(family, self, day)].map(([id, kin]) => [id, words.kin[kin](sex.get(id))]),
  );
}

export interface ListRow {
  readonly id: FamilyPerson["personId"];
  readonly name: string;
  readonly detail: string;
  readonly age: string;
  readonly where: string;
  readonly isUnconfirmed: boolean;
  readonly since: string;
  /** "Mother: Marisol", one for each kind of tie. */
  readonly ties: readonly string[];
}

/** The drawing as a list: the same facts in words. */
export function presentList(
  family: FamilyView,
  shown: FamilyDay,
  today: string,
): readonly ListRow[] {
  const short = new Map(shown.people.map((one) => [one.person.personId as string, one.short]));
  return shown.people.map(({ person, on, place, letter }): ListRow => {
    const kin = [...kinWords(family, person.personId, shown.day)];
    const ties = Map.groupBy(kin, ([, word]) => word);
    const setting = on.stay?.setting;
    const where =
      setting === undefined || !on.isMember
        ? place
        : withState(labels.setting[setting], on.stay?.state ?? "", family.profile);
    return {
      id: person.personId,
      name: person.name,
      detail: labels.memberRole[person.role],
      age: on.age === undefined ? "" : on.age === 0 ? words.under1 : words.age(on.age),
      where: letter === undefined ? where : `${where} (${letter})`,
      isUnconfirmed: on.stay?.confirmed === false,
      since: on.stay?.from === undefined ? "" : dates.date(on.stay.from, { today, style: "day" }),
      ties: [...ties].map(
        ([word, of]) => `${word}: ${dates.list(of.map(([id]) => short.get(id) ?? ""))}`,
      ),
    };
  });
}

/** Days on which the picture changes, the first day and today among them. */
export function changeDays(family: FamilyView, today: PlainDate): readonly PlainDate[] {
  const days = [
    family.from,
    today,
    ...family.people.flatMap((person) => [
      ...person.stays.flatMap((stay) => [
        stay.from,
        stay.to === undefined ? undefined : addDays(stay.to, 1),
      ]),
      person.memberFrom,
      person.memberTo === undefined ? undefined : addDays(person.memberTo, 1),
      person.deceasedOn,
      person.birthDate,
    ]),
    ...family.relationships.flatMap((one) => (one.to === undefined ? [] : [addDays(one.to, 1)])),
  ];
  return [...new Set(days)]
    .filter((day): day is PlainDate => day !== undefined && day >= family.from && day <= today)
    .toSorted();
}

/** What happened on a day, in short sentences. */
export function changesText(family: FamilyView, day: PlainDate): readonly string[] {
  const names = family.people.map((person) => person.name);
  const name = (id: string) =>
    shortName(family.people.find((one) => one.personId === id)?.name ?? "", names);
  return [
    ...family.people.flatMap((person) => {
      const short = name(person.personId);
      return [
        ...person.stays
          .filter((stay) => stay.from === day)
          .map((stay) => words.changes.moved(short, labels.setting[stay.setting].toLowerCase())),
        ...(person.memberFrom === day ? [words.changes.joined(short)] : []),
        ...(person.memberTo !== undefined && addDays(person.memberTo, 1) === day
          ? [words.changes.left(short)]
          : []),
        ...(person.birthDate === day ? [words.changes.born(short)] : []),
        ...(person.deceasedOn === day ? [words.changes.died(short)] : []),
      ];
    }),
    ...couplesOf(family)
      .filter((couple) => couple.endedOn !== undefined && addDays(couple.endedOn, 1) === day)
      .map((couple) => words.changes.ended(dates.list(couple.partners.map(name)))),
  ];
}

/** What a stay means for contacts; nothing in a Kentucky case, whose contacts its own policy governs. */
export const planText = (
  family: Pick<FamilyView, "profile">,
  person: FamilyPerson,
  stay: FamilyPerson["stays"][number],
): string => (family.profile === "IA_FSRP" ? words.plan[contactPlanOf(person.role, stay)] : "");
