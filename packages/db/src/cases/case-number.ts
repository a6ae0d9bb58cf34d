import { type CaseId, type PlainDate, yearOf } from "@kinward/domain/kernel";
import { type RawBuilder, sql } from "kysely";

/**
 * Two parts of a WITH clause that give a new case the next number of the year: a counter without area or name. Every
 * new case waits for the one before it here, so it comes last in an act, with the statement that writes the rest.
 */
export const numberCase = (caseId: CaseId, today: PlainDate): RawBuilder<unknown> => sql`
  counted AS (INSERT INTO app.case_number AS n (year, last) VALUES (${yearOf(today)}, 1)
    ON CONFLICT (year) DO UPDATE SET last = n.last + 1 RETURNING year, last),
  numbered AS (UPDATE app.case_record SET number = counted.year || '-' || lpad(counted.last::text, 5, '0')
    FROM counted WHERE case_id = ${caseId})`;
