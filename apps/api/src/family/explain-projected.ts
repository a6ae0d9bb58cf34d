import { type Explanation, explainProjected as explain } from "@kinward/domain/contacts";
import { type CaseId, type EpisodeId, id, text } from "@kinward/domain/kernel";
import { z } from "zod";
import { readCase } from "../cases/reading-bounds.ts";
import { orNotFound } from "../trpc/failure.ts";
import { caseQuery } from "../trpc/procedures.ts";

/** Why something is expected that is no duty yet, and what that assumes. */
export const explainProjected = caseQuery(
  "family.explainProjected",
  z.strictObject({ caseId: id<CaseId>(), episodeId: id<EpisodeId>(), key: text(200).min(1) }),
  async (context, { episodeId, key }): Promise<Explanation> => {
    const { file, book, day } = await readCase(context);
    return orNotFound(explain(file, book, day, episodeId, key));
  },
);
