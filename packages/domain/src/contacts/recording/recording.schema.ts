import { z } from "zod";
import { WARNING_CODES } from "../../kernel/codes.ts";
import type { CaseId, ContactId, DraftId, EpisodeId, PersonId, StaffId } from "../../kernel/ids.ts";
import { CommandEnvelope, id, PlainDateSchema, text } from "../../kernel/values.schema.ts";
import { CONTACT_MODES, CONTACT_PLACES } from "../../people/people.ts";
import { INTERPRETER_USES, SAFETY_ANSWERS } from "./commands.ts";
import type {
  AssignCoordinator,
  CorrectContact,
  RecordContact,
  RecordDutyNote,
  RecordIcpc,
  RecordJointMeeting,
  SendFirstMeetingNotice,
} from "./commands.ts";
import type { RecordVisit } from "./record-visit.ts";

/**
 * Inputs of what people record about contacts. Fields that the form demands may be absent here: the decider answers
 * FIELD_REQUIRED at the field, so that a draft and a submission have one shape.
 */
const optional = z.exactOptional;
const caseOf = { ...CommandEnvelope, caseId: id<CaseId>() };

const contactFields = {
  date: optional(PlainDateSchema),
  mode: optional(z.enum(CONTACT_MODES)),
  with: optional(z.array(id<PersonId>()).max(50)),
  place: optional(z.enum(CONTACT_PLACES)),
  startsAt: optional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  minutes: optional(z.int().min(0).max(1_440)),
  interpreter: optional(z.enum(INTERPRETER_USES)),
  safetyConcern: optional(z.enum(SAFETY_ANSWERS)),
  notes: optional(text()),
  acceptWarnings: optional(z.array(z.enum(WARNING_CODES)).max(20)),
};

const recordFields = { ...caseOf, ...contactFields, reason: optional(text(2_000)) };

export const RecordContactSchema = z.strictObject(recordFields) as unknown as z.ZodType<
  RecordContact,
  RecordContact
>;

/** The draft that becomes the record, if there was one. */
const fromDraft = { draftId: optional(id<DraftId>()) };
interface FromDraft {
  readonly draftId?: DraftId;
}

/** The form of a contact: with it the joint meeting, while that is still to be held. */
export const RecordVisitSchema = z.strictObject({
  ...recordFields,
  ...fromDraft,
  jointMeeting: optional(
    z.strictObject({ workerPresent: z.boolean(), note: optional(text(5_000)) }),
  ),
}) as unknown as z.ZodType<RecordVisit & FromDraft, RecordVisit & FromDraft>;

const correctFields = {
  ...caseOf,
  contactId: id<ContactId>(),
  ...contactFields,
  withdrawn: optional(z.literal(true)),
  reason: optional(text(2_000)),
};

export const CorrectContactSchema = z.strictObject(correctFields) as unknown as z.ZodType<
  CorrectContact,
  CorrectContact
>;

/** The form of a correction. */
export const CorrectVisitSchema = z.strictObject({
  ...correctFields,
  ...fromDraft,
}) as unknown as z.ZodType<CorrectContact & FromDraft, CorrectContact & FromDraft>;

const episodeOf = { ...caseOf, episodeId: id<EpisodeId>() };

export const AssignCoordinatorSchema = z.strictObject({
  ...episodeOf,
  staffId: optional(id<StaffId>()),
  from: optional(PlainDateSchema),
  to: optional(PlainDateSchema),
  replacesCurrent: optional(z.boolean()),
  reason: optional(text(2_000)),
}) as unknown as z.ZodType<AssignCoordinator, AssignCoordinator>;

export const SendFirstMeetingNoticeSchema = z.strictObject({
  ...episodeOf,
  statedMeetingDate: optional(PlainDateSchema),
  message: optional(text(5_000)),
}) as unknown as z.ZodType<SendFirstMeetingNotice, SendFirstMeetingNotice>;

export const RecordJointMeetingSchema = z.strictObject({
  ...episodeOf,
  date: optional(PlainDateSchema),
  workerPresent: optional(z.boolean()),
  with: optional(z.array(id<PersonId>()).max(50)),
  note: optional(text(5_000)),
}) as unknown as z.ZodType<RecordJointMeeting, RecordJointMeeting>;

export const RecordIcpcSchema = z.strictObject({
  ...episodeOf,
  personId: id<PersonId>(),
  on: optional(PlainDateSchema),
  note: optional(text(5_000)),
}) as unknown as z.ZodType<RecordIcpc, RecordIcpc>;

export const RecordDutyNoteSchema = z.strictObject({
  ...episodeOf,
  key: text(200).min(1),
  note: optional(text(5_000)),
}) as unknown as z.ZodType<RecordDutyNote, RecordDutyNote>;
