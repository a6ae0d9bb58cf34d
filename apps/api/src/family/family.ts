import { router } from "../trpc/base.ts";
import { explainProjected } from "./explain-projected.ts";
import { show } from "./show.ts";

export const familyRouter = router({ show, explainProjected });
