import type { LedgerLine, RotationRules } from "@kinward/domain/assignment";
import { rotationRulesOn } from "@kinward/domain/assignment";
import { dayIn, plainDate } from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { type BookRef, getPolicyBook } from "../policy/books.ts";

export interface LineRules {
  readonly rules: (line: Pick<LedgerLine, "policyNumber" | "at">) => RotationRules;
  /** Numbers of the books that there are; 0 stands for the defaults. */
  readonly books: ReadonlySet<number>;
}

/** The rules by which lines were decided: those of the book that a line names, on its day in the agency's zone. */
export async function loadLineRules(trx: ReadTrx | Trx): Promise<LineRules> {
  const { rows } = await sql<BookRef & { timeZone: string | null }>`
    SELECT b.profile, b.number, b.digest, g.time_zone
    FROM (SELECT profile, number, digest FROM app.policy_book WHERE profile = 'IA_FSRP'
      UNION ALL SELECT 'IA_FSRP', 0, NULL) b LEFT JOIN app.agency g ON true`.execute(trx as Trx);
  const books = new Map<number, PolicyBook>();
  for (const { profile, number, digest } of rows)
    books.set(number, await getPolicyBook(trx, { profile, number, ...(digest && { digest }) }));
  const localDay = dayIn(rows[0]?.timeZone ?? "UTC");
  const known = new Map<string, RotationRules>();
  // To find the day of a moment is dear, and a line may be asked about in several courses.
  const dayAt = new Map<string, string>();
  const dayOf = (at: string): string => {
    const found = dayAt.get(at);
    if (found !== undefined) return found;
    const day = localDay(Number.isNaN(Date.parse(at)) ? new Date(0).toISOString() : at);
    dayAt.set(at, day);
    return day;
  };
  const rules: LineRules["rules"] = ({ policyNumber, at }) => {
    const day = dayOf(at);
    const key = `${policyNumber} ${day}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    // A number without a book is named by the check of the ledger; until then something has to be applied.
    const book = books.get(policyNumber) ?? (books.get(0) as PolicyBook);
    const applied = rotationRulesOn(book, plainDate(day));
    known.set(key, applied);
    return applied;
  };
  return { rules, books: new Set(books.keys()) };
}
