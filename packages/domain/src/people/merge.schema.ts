import { z } from "zod";
import type { CommandId, PersonId } from "../kernel/ids.ts";
import { CommandEnvelope, id, requiredText } from "../kernel/values.schema.ts";
import { PERSON_FIELDS, RECORD_SIDES } from "./join-persons.ts";
import type { MergePersons } from "./merge.ts";

/** Two records are about one person. */
export const MergePersonsSchema = z.strictObject({
  ...CommandEnvelope,
  keptId: id<PersonId>(),
  mergedId: id<PersonId>(),
  versions: z.strictObject({ kept: z.int().min(1), merged: z.int().min(1) }),
  choices: z.partialRecord(z.enum(PERSON_FIELDS), z.enum(RECORD_SIDES)),
  reason: requiredText(2_000),
}) as unknown as z.ZodType<MergePersons, MergePersons>;

/** Two records are taken for two, or two that were joined become two again. */
export interface NotSamePerson {
  readonly commandId: CommandId;
  readonly personId: PersonId;
  readonly otherId: PersonId;
  readonly reason: string;
}
export const NotSamePersonSchema = z.strictObject({
  ...CommandEnvelope,
  personId: id<PersonId>(),
  otherId: id<PersonId>(),
  reason: requiredText(2_000),
}) as unknown as z.ZodType<NotSamePerson, NotSamePerson>;
