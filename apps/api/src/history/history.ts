import { router } from "../trpc/base.ts";
import { asKnown } from "./as-known.ts";

/** What was known when, and who did and read what. */
export const historyRouter = router({ asKnown });
