import { forgetOldCounts } from "@kinward/db/accounts";
import { deriveAllDue } from "@kinward/db/duties";
import type { Services } from "../trpc/context.ts";
import type { Handlers } from "./jobs.ts";

/** What each queue's jobs do. */
export const handlersOf = ({ db, outbox }: Services): Handlers => ({
  mail: async ({ mailId }) => {
    if (mailId !== undefined) await outbox.send(mailId);
  },
  rederive: async ({ which }) => {
    if (which === "olderBook") await deriveAllDue(db, "olderBook");
    await deriveAllDue(db, "due");
  },
  tidy: () => forgetOldCounts(db),
});
