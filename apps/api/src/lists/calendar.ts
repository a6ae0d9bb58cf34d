import {
  findCalendarFeed,
  listCalendarContacts,
  renewCalendarFeed,
  revokeCalendarFeed,
} from "@kinward/db/lists";
import {
  CommandEnvelope,
  daysBetween,
  id,
  PlainDateSchema,
  type StaffId,
} from "@kinward/domain/kernel";
import type { CalendarFeed, CalendarView } from "@kinward/domain/views";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { hashToken } from "../auth/tokens.ts";
import { router } from "../trpc/base.ts";
import { keep, query } from "../trpc/procedures.ts";
import { rowsOf } from "../work/work.ts";

/** A month as a table has at most six weeks. */
const MOST_DAYS = 62;

const view = query(
  "calendar.view",
  z
    .strictObject({
      from: PlainDateSchema,
      to: PlainDateSchema,
      staffId: z.exactOptional(id<StaffId>()),
    })
    .refine(({ from, to }) => from <= to && daysBetween(from, to) <= MOST_DAYS, {
      message: "DATE_INVALID",
      path: ["to"],
    }),
  async (context, { from, to, staffId }): Promise<CalendarView> => {
    const { trx, who, today, saw } = context;
    const { rows } = await rowsOf(context, staffId);
    const dues = rows.filter(({ dueOn }) => dueOn !== undefined && from <= dueOn && dueOn <= to);
    const contacts = await listCalendarContacts(trx, staffId ?? who.actor.staffId, from, to);
    saw([...new Set([...dues, ...contacts].map((one) => one.caseId))]);
    return { today, from, to, dues, contacts };
  },
  { current: true },
);

const feed = query("calendar.feed", z.strictObject({}), ({ trx, who }): Promise<CalendarFeed> =>
  findCalendarFeed(trx, who.actor.staffId),
);

/** Makes a new address and shows it this once: only its hash is kept. */
const renewFeed = keep(
  "calendar.renewFeed",
  z.strictObject(CommandEnvelope),
  async ({ trx, who, now, services }): Promise<{ readonly address: string }> => {
    const token = randomBytes(32).toString("base64url");
    await renewCalendarFeed(trx, who.actor.staffId, hashToken(token), now);
    return { address: `${services.config.publicUrl}/feeds/${token}.ics` };
  },
);

const revokeFeed = keep(
  "calendar.revokeFeed",
  z.strictObject(CommandEnvelope),
  async ({ trx, who }) => {
    await revokeCalendarFeed(trx, who.actor.staffId);
    return { ok: true as const };
  },
);

export const calendarRouter = router({ view, feed, renewFeed, revokeFeed });
