import { router } from "../trpc/base.ts";
import { search } from "./search.ts";

export const personsRouter = router({ search });
