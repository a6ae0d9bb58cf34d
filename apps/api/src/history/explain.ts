import { loadCaseStates } from "@kinward/db/history";
import { factsUntil } from "@kinward/domain/casefile";
import { dutiesUntil, type Explanation, explain } from "@kinward/domain/contacts";
import { type EpisodeId, id, text } from "@kinward/domain/kernel";
import { z } from "zod";
import { notFound, orNotFound } from "../trpc/failure.ts";
import { caseQuery } from "../trpc/procedures.ts";
import { AskedMoment, knownMoment } from "./moment.ts";

/** "Why this date" of a duty on an earlier day, from what was known and the policy that stood then. */
export const explainKnown = caseQuery(
  "history.explain",
  z.strictObject({ ...AskedMoment, episodeId: id<EpisodeId>(), key: text(200).min(1) }),
  async (context, input): Promise<Explanation> => {
    const { on, knownAt, bounds } = await knownMoment(context, input);
    const [then] = await loadCaseStates(context.trx, context.caseId, [{ knownAt, day: on }]);
    const { file, book } = orNotFound(then).loaded;
    const { until } = bounds;
    const readable = until === undefined ? file : factsUntil(file, until);
    const explanation = orNotFound(explain(readable, book, on, input.episodeId, input.key));
    if (dutiesUntil([explanation.duty], until).length === 0) throw notFound();
    return explanation;
  },
);
