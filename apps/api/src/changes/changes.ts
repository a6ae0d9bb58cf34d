import { listChanges } from "@kinward/db/admin";
import { text } from "@kinward/domain/kernel";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { query } from "../trpc/procedures.ts";

/** Administrative records that have a history of their own. */
const KINDS = [
  "SERVICE_AREA",
  "CONTRACT_AREA",
  "ORGANIZATION",
  "CONTRACT",
  "HOLIDAYS",
  "STAFF",
  "OFFICE",
  "TEAM",
  "SETTING",
] as const;

const of = query(
  "changes.of",
  z.strictObject({ kind: z.enum(KINDS), id: text(100).min(1) }),
  async ({ trx }, subject) => ({ entries: await listChanges(trx, subject) }),
);

export const changesRouter = router({ of });
