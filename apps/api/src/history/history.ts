import { router } from "../trpc/base.ts";
import { accesses } from "./accesses.ts";
import { asKnown } from "./as-known.ts";
import { explainKnown } from "./explain.ts";
import { exportHistory, filters } from "./list.ts";

/** What was known when, and who did and read what. */
export const historyRouter = router({
  accesses,
  asKnown,
  explain: explainKnown,
  filters,
  export: exportHistory,
});
