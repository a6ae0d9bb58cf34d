import { z } from "zod";
import { PlainDateSchema, text } from "../kernel/values.schema.ts";
import { BIRTH_DATE_KINDS, SEXES } from "./person.ts";

const part = z.exactOptional(text(100));

/** The parts of a name; none is required, since a name may be unknown. */
export const PersonNameInput = z.strictObject({
  given: part,
  middle: part,
  family: part,
  suffix: part,
  preferred: part,
});

/** What is recorded of who someone is. */
export const PersonInput = z.strictObject({
  ...PersonNameInput.shape,
  otherNames: z.exactOptional(z.array(PersonNameInput).max(20)),
  birthDate: z.exactOptional(PlainDateSchema),
  birthDateKind: z.exactOptional(z.enum(BIRTH_DATE_KINDS)),
  deceasedOn: z.exactOptional(PlainDateSchema),
  languages: z.exactOptional(z.array(text(35).min(1)).max(20)),
  sex: z.exactOptional(z.enum(SEXES)),
});
export type PersonInput = z.infer<typeof PersonInput>;

/** A search by parts of a name and birth date. */
export const FindPeopleInput = z.strictObject({
  given: part,
  family: part,
  birthDate: z.exactOptional(PlainDateSchema),
});
