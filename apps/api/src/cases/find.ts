import { findCases, findPeople } from "@kinward/db/people";
import { text } from "@kinward/domain/kernel";
import { parsePersonQuery } from "@kinward/domain/people";
import type { FindResults } from "@kinward/domain/views";
import { z } from "zod";
import { query } from "../trpc/procedures.ts";
import { scopeOf } from "./scope.ts";

/** "Find or do": people by what is typed of their names or birth dates, and cases by number or family. */
export const find = query(
  "cases.find",
  z.strictObject({ text: text(200) }),
  async ({ trx, who, today, saw }, asked): Promise<FindResults> => {
    const scope = scopeOf(who);
    const people = await findPeople(trx, parsePersonQuery(asked.text), scope, today);
    const cases = await findCases(trx, asked.text, scope, today);
    saw([
      ...cases.map((one) => one.caseId),
      ...people.flatMap((person) => person.cases.map((one) => one.caseId)),
    ]);
    return { people, cases };
  },
);
