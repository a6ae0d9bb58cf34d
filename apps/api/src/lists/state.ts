import { countState } from "@kinward/db/lists";
import { onTimeBounds } from "@kinward/domain/contacts";
import type { StateView } from "@kinward/domain/views";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { query } from "../trpc/procedures.ts";

/** The state in numbers, by contract area and contractor. */
const view = query(
  "state.view",
  z.strictObject({}),
  async ({ trx, today, now }): Promise<StateView> => {
    const { dueFrom, dueTo } = onTimeBounds(today);
    return {
      today,
      checkedAt: now,
      measured: { from: dueFrom, to: dueTo },
      rows: await countState(trx, today),
    };
  },
  { current: true },
);

export const stateRouter = router({ view });
