import { nameKeys, type Person } from "@kinward/domain/people";
import type { Trx } from "../core/client.ts";
import { insertRows, type NewRows } from "../core/insert-rows.ts";

/** Writes people down for the first time, with the keys under which they are found. One statement for any number. */
export const insertPeople = (trx: Trx, people: readonly Person[]): Promise<void> =>
  insertRows(trx, rowsOfPeople(people));

/** The keys of people who have none yet. */
export const insertNameKeys = (trx: Trx, people: readonly Person[]): Promise<void> =>
  insertRows(trx, { personNameKey: keysOf(people) });

/** The rows of people whom nobody knew before. */
export const rowsOfPeople = (people: readonly Person[]): NewRows => ({
  person: people.map((person) => ({
    personId: person.id,
    given: person.given ?? null,
    middle: person.middle ?? null,
    family: person.family ?? null,
    suffix: person.suffix ?? null,
    preferred: person.preferred ?? null,
    otherNames: person.otherNames ?? [],
    birthDate: person.birthDate ?? null,
    birthDateKind: person.birthDateKind ?? null,
    deceasedOn: person.deceasedOn ?? null,
    sex: person.sex ?? null,
    languages: person.languages,
  })),
  personNameKey: keysOf(people),
});

const keysOf = (people: readonly Person[]) =>
  people.flatMap((person) => nameKeys(person).map((key) => ({ personId: person.id, ...key })));
