import { searchPeople } from "@kinward/db/people";
import { text } from "@kinward/domain/kernel";
import { parsePersonQuery } from "@kinward/domain/people";
import type { PeoplePage } from "@kinward/domain/views";
import { z } from "zod";
import { scopeOf } from "../cases/scope.ts";
import { query } from "../trpc/procedures.ts";

/** People by names and birth date as typed, with the reason of each match and their cases, without content. */
export const search = query(
  "persons.search",
  z.strictObject({ text: text(200), page: z.int().min(1).max(100) }),
  async ({ trx, who, today, saw }, asked): Promise<PeoplePage> => {
    const { text: typed, page } = asked;
    const found = await searchPeople(trx, parsePersonQuery(typed), scopeOf(who), today, page);
    saw(found.people.flatMap((person) => person.cases.map((one) => one.caseId)));
    return found;
  },
);
