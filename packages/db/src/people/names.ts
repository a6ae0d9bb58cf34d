import type { PersonId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { PREPARED } from "../core/prepared.ts";

/** Names as shown, of people whom the caller can see. */
export async function loadNames(
  trx: ReadTrx | Trx,
  people: Iterable<PersonId>,
): Promise<ReadonlyMap<PersonId, string>> {
  const ids = [...new Set(people)];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ personId: PersonId; name: string }>`
    ${PREPARED} SELECT person_id, app.display_name(given, preferred, family, suffix) AS name
    FROM app.person WHERE person_id = ANY (${ids}::uuid[])`.execute(trx as Trx);
  return new Map(rows.map((row) => [row.personId, row.name]));
}
