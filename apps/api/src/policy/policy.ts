import { router } from "../trpc/base.ts";
import { holidaysEffect, settingsEffect } from "./effect.ts";

export const policyRouter = router({ settingsEffect, holidaysEffect });
