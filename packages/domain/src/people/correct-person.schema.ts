import { z } from "zod";
import type { CaseId, PersonId } from "../kernel/ids.ts";
import { CommandEnvelope, id, PlainDateSchema, requiredText } from "../kernel/values.schema.ts";
import type { CorrectPerson } from "./correct-person.ts";
import { BIRTH_DATE_KINDS } from "./person.ts";
import { PersonInput } from "./person.schema.ts";

const { deceasedOn: _, ...details } = PersonInput.shape;

/** Another name, birth date, sex or language than was recorded. */
export const CorrectPersonSchema = z.strictObject({
  ...CommandEnvelope,
  caseId: id<CaseId>(),
  personId: id<PersonId>(),
  version: z.int().min(1),
  details: z.strictObject({ ...details, languages: PersonInput.shape.languages.unwrap() }),
  reason: requiredText(2000),
}) as unknown as z.ZodType<CorrectPerson, CorrectPerson>;

/** A birth date that somebody is about to correct. */
export const BirthDateQuestion = z.strictObject({
  caseId: id<CaseId>(),
  personId: id<PersonId>(),
  birthDate: z.exactOptional(PlainDateSchema),
  birthDateKind: z.exactOptional(z.enum(BIRTH_DATE_KINDS)),
});
