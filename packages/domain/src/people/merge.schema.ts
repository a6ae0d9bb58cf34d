import { z } from "zod";
import type { CommandId, PersonId, ProposalId } from "../kernel/ids.ts";
import { CommandEnvelope, id, requiredText, text } from "../kernel/values.schema.ts";
import { PERSON_FIELDS, RECORD_SIDES } from "./join-persons.ts";
import type { ApproveMerge, ProposeMerge } from "./agree-merge.ts";
import type { MergePersons } from "./merge.ts";

const Joined = {
  ...CommandEnvelope,
  keptId: id<PersonId>(),
  mergedId: id<PersonId>(),
  versions: z.strictObject({ kept: z.int().min(1), merged: z.int().min(1) }),
  choices: z.partialRecord(z.enum(PERSON_FIELDS), z.enum(RECORD_SIDES)),
};

/** Two records are about one person. */
export const MergePersonsSchema = z.strictObject({
  ...Joined,
  reason: requiredText(2_000),
}) as unknown as z.ZodType<MergePersons, MergePersons>;

/** A second person agrees that they are. */
export const ApproveMergeSchema = z.strictObject({
  ...Joined,
  proposalId: id<ProposalId>(),
  note: z.exactOptional(text(1_000)),
}) as unknown as z.ZodType<ApproveMerge, ApproveMerge>;

/** To be decided by a second person: are two records about one person? */
export const ProposeMergeSchema = z.strictObject({
  ...CommandEnvelope,
  personId: id<PersonId>(),
  otherId: id<PersonId>(),
  reason: requiredText(1_000),
}) as unknown as z.ZodType<ProposeMerge, ProposeMerge>;

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
