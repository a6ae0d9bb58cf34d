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
 * The case as it was known at the end of a day, beside what it says today, with the act behind every difference. A former
 * contractor compares with its last service day, and looks no further.
 */
export const asKnown = caseQuery(
  "history.asKnown",
  z.strictObject({ caseId: id<CaseId>(), on: PlainDateSchema }),
  async ({ trx, caseId, today, who, relation }, input): Promise<AsKnownView> => {
    const bounds = readingBounds(who, relation);
    const comparedOn = bounds.until === undefined ? today : minDate(today, bounds.until);
    const on = minDate(input.on, comparedOn);
    const facts = orNotFound(await findCaseFacts(trx, caseId, today));
    const { endOfDay, firstKnownOn } = orNotFound(await findKnownDays(trx, caseId, on));
    // Of today everything is known that was recorded, whatever the clock of the day says.
    const knownAt = on === today ? ("infinity" as const) : endOfDay;
    const acts = on === today ? [] : await listActsSince(trx, caseId, endOfDay, bounds);
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
      knownAt: endOfDay,
      comparedOn,
      firstKnownOn,
      ...(before === undefined ? {} : { before: before }),
      now,
      differences: differencesOf(before, stateOn(unchanged, comparedOn, until), steps),
      acts,
    };
  },
);
