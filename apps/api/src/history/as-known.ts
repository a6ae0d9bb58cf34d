import { findKnownDays, listActsSince, loadCaseStates } from "@kinward/db/history";
import { findCaseFacts } from "@kinward/db/cases";
import { type CaseId, id, minDate, PlainDateSchema } from "@kinward/domain/kernel";
import { differencesOf } from "@kinward/domain/past";
import type { AsKnownView } from "@kinward/domain/views";
import { z } from "zod";
import { readingBounds } from "../cases/reading-bounds.ts";
import { orNotFound } from "../trpc/failure.ts";
import { caseQuery } from "../trpc/procedures.ts";
import { stateOn } from "./state.ts";

/**
 * The case as it was known at the end of a day or of a minute, beside what it says today, with the act behind every difference. A former
 * contractor compares with its last service day, and looks no further.
 */
export const asKnown = caseQuery(
  "history.asKnown",
  z.strictObject({
    caseId: id<CaseId>(),
    on: PlainDateSchema,
    at: z.exactOptional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u)),
  }),
  async ({ trx, caseId, today, who, relation }, input): Promise<AsKnownView> => {
    const bounds = readingBounds(who, relation);
    const comparedOn = bounds.until === undefined ? today : minDate(today, bounds.until);
    const on = minDate(input.on, comparedOn);
    const facts = orNotFound(await findCaseFacts(trx, caseId, today));
    const at = on === input.on ? input.at : undefined;
    const moment = orNotFound(await findKnownDays(trx, caseId, on, at));
    // Of today everything is known that was recorded, whatever the clock of the day says.
    const isNow = on === today && at === undefined;
    const knownAt = isNow ? ("infinity" as const) : moment.knownAt;
    const acts = isNow ? [] : await listActsSince(trx, caseId, moment.knownAt, bounds);
    const inOrder = acts.toReversed();
    const [then, unchanged, ...after] = await loadCaseStates(trx, caseId, [
      { knownAt, day: on },
      { knownAt, day: comparedOn },
      ...inOrder.map((act) => ({ knownAt: act.at, day: comparedOn })),
      { knownAt: "infinity" as const, day: comparedOn },
    ]);
    const { until } = bounds;
    const steps = after.map((stored, index) => {
      const act = inOrder[index]?.commandId;
      return {
        ...(act === undefined ? {} : { act }),
        state: stateOn(stored, comparedOn, until),
      };
    });
    const before = stateOn(then, on, until);
    const now = orNotFound(steps.at(-1)?.state);
    return {
      profile: facts.profile,
      caseNumber: facts.number,
      on,
      ...(at === undefined ? {} : { at }),
      knownAt: moment.knownAt,
      comparedOn,
      firstKnownOn: moment.firstKnownOn,
      ...(before === undefined ? {} : { before: before }),
      now,
      differences: differencesOf(before, stateOn(unchanged, comparedOn, until), steps),
      acts,
    };
  },
);
