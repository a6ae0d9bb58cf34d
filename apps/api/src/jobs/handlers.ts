import { forgetOldCounts } from "@kinward/db/accounts";
import type { Services } from "../trpc/context.ts";
import type { Handlers } from "./jobs.ts";

/** What each queue's jobs do. */
export const handlersOf = ({ db, outbox }: Services): Handlers => ({
  mail: async ({ mailId }) => {
    if (mailId !== undefined) await outbox.send(mailId);
  },
  rederive: async () => undefined,
  tidy: () => forgetOldCounts(db),
});
