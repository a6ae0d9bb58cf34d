import { router } from "../trpc/base.ts";
import { caseFile } from "./case-file.ts";
import { explainProjected } from "./explain-projected.ts";
import { show } from "./show.ts";

export const familyRouter = router({ show, explainProjected, caseFile });
