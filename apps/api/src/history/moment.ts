import { findKnownDays } from "@kinward/db/history";
import { type CaseId, type Instant, minDate, type PlainDate } from "@kinward/domain/kernel";
import { id, PlainDateSchema } from "@kinward/domain/kernel";
import { z } from "zod";
import { type ReadingBounds, readingBounds } from "../cases/reading-bounds.ts";
import { orNotFound } from "../trpc/failure.ts";
import type { CaseContext } from "../trpc/procedures.ts";

/** A day of a case, or a minute of it in the agency's zone. */
export const AskedMoment = {
  caseId: id<CaseId>(),
  on: PlainDateSchema,
  at: z.exactOptional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u)),
};

export interface KnownMoment {
  readonly bounds: ReadingBounds;
  readonly on: PlainDate;
  readonly at?: string;
  /** The day that it is compared with. */
  readonly comparedOn: PlainDate;
  readonly firstKnownOn: PlainDate;
  /** The last moment of the day or minute. */
  readonly endedAt: Instant;
  /** What was recorded by then was known. Of today everything, whatever the clock of the day says. */
  readonly knownAt: Instant | "infinity";
}

/** The moment that was asked for, as far as the caller may look: a former contractor no further than its last day. */
export async function knownMoment(
  { trx, caseId, today, who, relation }: CaseContext,
  asked: { readonly on: PlainDate; readonly at?: string },
): Promise<KnownMoment> {
  const bounds = readingBounds(who, relation);
  const comparedOn = bounds.until === undefined ? today : minDate(today, bounds.until);
  const on = minDate(asked.on, comparedOn);
  const at = on === asked.on ? asked.at : undefined;
  const moment = orNotFound(await findKnownDays(trx, caseId, on, at));
  return {
    bounds,
    on,
    ...(at === undefined ? {} : { at }),
    comparedOn,
    firstKnownOn: moment.firstKnownOn,
    endedAt: moment.knownAt,
    knownAt: on === today && at === undefined ? "infinity" : moment.knownAt,
  };
}
