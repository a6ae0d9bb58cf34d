import type { PersonId } from "@kinward/domain/kernel";
import { nameKeys, type Person } from "@kinward/domain/people";
import type { Trx } from "../core/client.ts";
import { json } from "../core/values.ts";

/** Writes people down for the first time, with the keys under which they are found. Two statements for any number. */
export async function insertPeople(trx: Trx, people: readonly Person[]): Promise<void> {
  if (people.length === 0) return;
  await trx
    .insertInto("person")
    .values(
      people.map((person) => ({
        personId: person.id,
        given: person.given ?? null,
        middle: person.middle ?? null,
        family: person.family ?? null,
        suffix: person.suffix ?? null,
        preferred: person.preferred ?? null,
        otherNames: json(person.otherNames ?? []),
        birthDate: person.birthDate ?? null,
        birthDateKind: person.birthDateKind ?? null,
        deceasedOn: person.deceasedOn ?? null,
        sex: person.sex ?? null,
        languages: person.languages,
      })),
    )
    .execute();
  await insertNameKeys(trx, people);
}

/** The keys of people who have none yet. */
export async function insertNameKeys(trx: Trx, people: readonly Person[]): Promise<void> {
  const keys = people.flatMap((person) =>
    nameKeys(person).map((key) => ({ personId: person.id as PersonId, ...key })),
  );
  if (keys.length > 0) await trx.insertInto("personNameKey").values(keys).execute();
}
