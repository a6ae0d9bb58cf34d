import { z } from "zod";
import type { CaseId } from "../kernel/ids.ts";
import {
  CommandEnvelope,
  id,
  PlainDateSchema,
  requiredText,
  text,
} from "../kernel/values.schema.ts";
import type { ConfirmNeeds, CorrectNeeds, CorrectOpening } from "./about-case.ts";
import { OPENING_BASES } from "./people.ts";

const ofCase = { ...CommandEnvelope, caseId: id<CaseId>(), revision: z.int().min(1) };

/** Why and when the case was opened, as it should have said from the first. */
export const CorrectOpeningSchema = z.strictObject({
  ...ofCase,
  openedOn: PlainDateSchema,
  openingBasis: z.enum(OPENING_BASES),
  reason: requiredText(2000),
}) as unknown as z.ZodType<CorrectOpening, CorrectOpening>;

/** Other languages, another need of an interpreter, other notes on culture than were recorded. */
export const CorrectNeedsSchema = z.strictObject({
  ...ofCase,
  needs: z.strictObject({
    languages: z.array(text(35).min(1)).max(20),
    interpreterNeeded: z.exactOptional(z.boolean()),
    culturalNotes: z.exactOptional(text()),
  }),
  reason: requiredText(2000),
}) as unknown as z.ZodType<CorrectNeeds, CorrectNeeds>;

/** The Department stands by what a contractor recorded of the family. */
export const ConfirmNeedsSchema = z.strictObject(ofCase) as unknown as z.ZodType<
  ConfirmNeeds,
  ConfirmNeeds
>;
