import { router } from "../trpc/base.ts";
import { accesses } from "./accesses.ts";
import { asKnown } from "./as-known.ts";
import { exportHistory, filters } from "./list.ts";

/** What was known when, and who did and read what. */
export const historyRouter = router({ accesses, asKnown, filters, export: exportHistory });
