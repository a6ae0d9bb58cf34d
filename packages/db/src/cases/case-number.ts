import { type PlainDate, yearOf } from "@kinward/domain/kernel";
import { sql } from "kysely";
import { system } from "../core/caller.ts";
import type { Database } from "../core/client.ts";
import { writeAs } from "../core/transaction.ts";

/**
 * The next case number of the year: a counter without area or name. Taken in a transaction of its own, so that no
 * submission waits for another one's commit; a number that is not used in the end leaves a gap, which means nothing.
 */
export async function takeCaseNumber(db: Database): Promise<string> {
  return writeAs(db, system("case number"), async (trx, { today }) => {
    const { rows } = await sql<{ last: number }>`
      INSERT INTO app.case_number AS n (year, last) VALUES (${yearOf(today)}, 1)
      ON CONFLICT (year) DO UPDATE SET last = n.last + 1 RETURNING last`.execute(trx);
    return caseNumber(today, rows[0]?.last ?? 0);
  });
}

const caseNumber = (on: PlainDate, count: number): string =>
  `${yearOf(on)}-${String(count).padStart(5, "0")}`;
