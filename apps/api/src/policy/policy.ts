import { router } from "../trpc/base.ts";
import { comparisonEffect, holidaysEffect, settingsEffect } from "./effect.ts";
import { book, books } from "./books.ts";
import { example, examples, saveExample } from "./examples.ts";

export const policyRouter = router({
  settingsEffect,
  holidaysEffect,
  comparisonEffect,
  books,
  book,
  examples,
  example,
  saveExample,
});
