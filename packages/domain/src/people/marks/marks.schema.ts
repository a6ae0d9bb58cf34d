import { z } from "zod";
import type { CaseId, EpisodeId, PersonId, ReferralFormId } from "../../kernel/ids.ts";
import { CommandEnvelope, id, PlainDateSchema, text } from "../../kernel/values.schema.ts";
import {
  CARETAKER_KINDS,
  FREQUENCY_SOURCES,
  MEMBER_BASES,
  PARENT_KINDS,
  RELATIONSHIP_KINDS,
  SERVICE_PURPOSES,
  SIBLING_KINDS,
} from "../people.ts";
import type {
  CorrectEffectiveDate,
  CorrectFrequency,
  CorrectMemberMark,
  EndFrequency,
  EndMemberMark,
  EndServices,
  RecordFrequency,
  RecordFurtherForm,
  RecordMemberMark,
  SetMajority,
} from "./commands.ts";

const optional = z.exactOptional;
const period = { from: optional(PlainDateSchema), to: optional(PlainDateSchema) };
const personId = id<PersonId>();
const reason = text(2_000);

const OfCase = { ...CommandEnvelope, caseId: id<CaseId>(), revision: z.int().min(1) };

const Basis = z.strictObject({
  kind: z.literal("BASIS"),
  personId,
  basis: z.enum(MEMBER_BASES),
  meetsOpeningCriteria: optional(z.boolean()),
  siblingKind: optional(z.enum(SIBLING_KINDS)),
  caretakerKind: optional(z.enum(CARETAKER_KINDS)),
  ...period,
});
const Purpose = z.strictObject({
  kind: z.literal("PURPOSE"),
  personId,
  purpose: z.enum(SERVICE_PURPOSES),
  ...period,
});
const Rights = z.strictObject({
  kind: z.literal("RIGHTS"),
  personId,
  childId: optional(personId),
  on: PlainDateSchema,
});
const Relationship = z.strictObject({
  kind: z.literal("RELATIONSHIP"),
  personId,
  relation: z.enum(RELATIONSHIP_KINDS),
  otherPersonId: personId,
  siblingKind: optional(z.enum(SIBLING_KINDS)),
  parentKind: optional(z.enum(PARENT_KINDS)),
  ...period,
});
const FrequencyOf = z.strictObject({
  kind: z.literal("FREQUENCY"),
  personId: optional(personId),
  times: z.int().min(1).max(31),
  per: z.enum(["WEEK", "MONTH"]),
  source: z.enum(FREQUENCY_SOURCES),
  from: PlainDateSchema,
  to: optional(PlainDateSchema),
  approvedOn: optional(PlainDateSchema),
});

const OfMember = z.discriminatedUnion("kind", [Basis, Purpose, Rights, Relationship]);
const memberKind = z.enum(["BASIS", "PURPOSE", "RIGHTS", "RELATIONSHIP"]);
const ofLevels = z.literal("FREQUENCY");
const which = { id: id() };

export const RecordMarkSchema = z.strictObject({
  ...OfCase,
  mark: OfMember,
}) as unknown as z.ZodType<RecordMemberMark, RecordMemberMark>;
export const EndMarkSchema = z.strictObject({
  ...OfCase,
  ...which,
  kind: memberKind,
  to: PlainDateSchema,
}) as unknown as z.ZodType<EndMemberMark, EndMemberMark>;
export const CorrectMarkSchema = z.strictObject({
  ...OfCase,
  ...which,
  kind: memberKind,
  mark: optional(OfMember),
  reason,
}) as unknown as z.ZodType<CorrectMemberMark, CorrectMemberMark>;

export const RecordFrequencySchema = z.strictObject({
  ...OfCase,
  mark: FrequencyOf,
}) as unknown as z.ZodType<RecordFrequency, RecordFrequency>;
export const EndFrequencySchema = z.strictObject({
  ...OfCase,
  ...which,
  kind: ofLevels,
  to: PlainDateSchema,
}) as unknown as z.ZodType<EndFrequency, EndFrequency>;
export const CorrectFrequencySchema = z.strictObject({
  ...OfCase,
  ...which,
  kind: ofLevels,
  mark: optional(FrequencyOf),
  reason,
}) as unknown as z.ZodType<CorrectFrequency, CorrectFrequency>;

/** Whether the case goes on after the birthday that ends childhood. */
export const SetMajoritySchema = z.strictObject({
  ...OfCase,
  personId,
  continues: z.boolean(),
  reason,
}) as unknown as z.ZodType<SetMajority, SetMajority>;

/** The effective date that the initial form should have carried. */
export const CorrectEffectiveDateSchema = z.strictObject({
  ...CommandEnvelope,
  episodeId: id<EpisodeId>(),
  revision: z.int().min(1),
  effectiveDate: PlainDateSchema,
  reason,
}) as unknown as z.ZodType<CorrectEffectiveDate, CorrectEffectiveDate>;

/** A form that followed the initial one, or what it should have said. */
export const RecordFurtherFormSchema = z.strictObject({
  ...CommandEnvelope,
  episodeId: id<EpisodeId>(),
  revision: z.int().min(1),
  corrects: optional(id<ReferralFormId>()),
  effectiveDate: PlainDateSchema,
  signedOn: PlainDateSchema,
  reason: optional(reason),
}) as unknown as z.ZodType<RecordFurtherForm, RecordFurtherForm>;

/** The last day on which services were given; without one they go on. */
export const EndServicesSchema = z.strictObject({
  ...CommandEnvelope,
  episodeId: id<EpisodeId>(),
  revision: z.int().min(1),
  lastServiceDay: optional(PlainDateSchema),
  reason,
}) as unknown as z.ZodType<EndServices, EndServices>;

/** What another effective date would do, asked before it is recorded. */
export const PreviewEffectiveDateSchema = z.strictObject({
  episodeId: id<EpisodeId>(),
  effectiveDate: PlainDateSchema,
});

/** What the last service day, or none, would do. */
export const PreviewEndSchema = z.strictObject({
  episodeId: id<EpisodeId>(),
  lastServiceDay: optional(PlainDateSchema),
});
