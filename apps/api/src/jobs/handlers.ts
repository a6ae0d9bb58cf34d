import { forgetOldCounts } from "@kinward/db/accounts";
import { deriveAllDue } from "@kinward/db/duties";
import { sumStateCounts } from "@kinward/db/lists";
import { forgetOldNotices, tellDueDates } from "@kinward/db/notices";
import { sendDigests } from "../lists/digests.ts";
import { signLedgers } from "../proof/sign-ledgers.ts";
import type { Services } from "../trpc/context.ts";
import type { Handlers } from "./jobs.ts";

/** What each queue's jobs do. */
export const handlersOf = (services: Services): Handlers => ({
  mail: async ({ mailId }) => {
    if (mailId !== undefined) await services.outbox.send(mailId);
  },
  rederive: async ({ which }) => {
    if (which === "olderBook") await deriveAllDue(services.db, "olderBook");
    await deriveAllDue(services.db, "due");
  },
  checkpoints: () => signLedgers(services),
  notices: async () => {
    await deriveAllDue(services.db, "due");
    await tellDueDates(services.db);
    await sendDigests(services);
  },
  counts: () => sumStateCounts(services.db),
  tidy: async () => {
    await forgetOldCounts(services.db);
    await forgetOldNotices(services.db);
  },
});
