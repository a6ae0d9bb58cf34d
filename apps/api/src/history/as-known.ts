import { findCaseFacts } from "@kinward/db/cases";
import { listActsSince, loadCaseStates } from "@kinward/db/history";
import { differencesOf } from "@kinward/domain/past";
import type { AsKnownView } from "@kinward/domain/views";
import { z } from "zod";
import { orNotFound } from "../trpc/failure.ts";
import { caseQuery } from "../trpc/procedures.ts";
import { AskedMoment, knownMoment } from "./moment.ts";
import { stateOn } from "./state.ts";

/**
 * The case as it was known at the end of a day or of a minute, beside what it says today, with the act behind every difference. A former
 * contractor compares with its last service day, and looks no further.
 */
export const asKnown = caseQuery(
  "history.asKnown",
  z.strictObject(AskedMoment),
  async (context, input): Promise<AsKnownView> => {
    const { trx, caseId, today } = context;
    const moment = await knownMoment(context, input);
    const { bounds, on, at, comparedOn, knownAt } = moment;
    const facts = orNotFound(await findCaseFacts(trx, caseId, today));
    const acts =
      knownAt === "infinity" ? [] : await listActsSince(trx, caseId, moment.endedAt, bounds);
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
      knownAt: moment.endedAt,
      comparedOn,
      firstKnownOn: moment.firstKnownOn,
      ...(before === undefined ? {} : { before: before }),
      now,
      differences: differencesOf(before, stateOn(unchanged, comparedOn, until), steps),
      acts,
    };
  },
);
