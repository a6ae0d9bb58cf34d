import { router } from "../trpc/base.ts";
import { holidaysEffect, settingsEffect } from "./effect.ts";
import { book, example, examples, saveExample } from "./examples.ts";

export const policyRouter = router({
  settingsEffect,
  holidaysEffect,
  book,
  examples,
  example,
  saveExample,
});
