import { z } from "zod";
import type { CaseId, PersonId } from "../kernel/ids.ts";
import { CommandEnvelope, id, PlainDateSchema, text } from "../kernel/values.schema.ts";
import { LIVING_SETTINGS, US_STATES } from "./people.ts";
import type { RecordMove } from "./record-move.ts";

/** Where someone lives from a day on. */
export const RecordMoveSchema = z.strictObject({
  ...CommandEnvelope,
  caseId: id<CaseId>(),
  revision: z.int().min(1),
  personId: id<PersonId>(),
  setting: z.enum(LIVING_SETTINGS),
  state: z.enum(US_STATES as readonly [string, ...string[]]),
  address: z.exactOptional(text(500)),
  from: PlainDateSchema,
}) as unknown as z.ZodType<RecordMove, RecordMove>;
