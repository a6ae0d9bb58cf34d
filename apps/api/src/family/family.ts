import { router } from "../trpc/base.ts";
import { show } from "./show.ts";

export const familyRouter = router({ show });
