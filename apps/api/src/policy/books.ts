import { findPolicyBook, listPolicyBooks, loadPolicyBook } from "@kinward/db/policy";
import { CASE_PROFILES } from "@kinward/domain/policy";
import type { BookView } from "@kinward/domain/views";
import { z } from "zod";
import { orNotFound } from "../trpc/failure.ts";
import { query } from "../trpc/procedures.ts";

const profile = z.enum(CASE_PROFILES);

/** A policy book whole, the one in force unless a number is given: the workbench counts with it in the browser. */
export const book = query(
  "policy.book",
  z.strictObject({ profile, number: z.exactOptional(z.int().min(0).max(1_000_000)) }),
  async ({ trx }, input) =>
    input.number === undefined
      ? loadPolicyBook(trx, input.profile)
      : orNotFound(await findPolicyBook(trx, input.profile, input.number)),
);

/** Every book of a profile, the newest first, down to the policy texts (0). */
export const books = query(
  "policy.books",
  z.strictObject({ profile }),
  ({ trx }, input): Promise<readonly BookView[]> => listPolicyBooks(trx, input.profile),
);
