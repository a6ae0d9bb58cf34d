import { z } from "zod";
import { WARNING_CODES } from "../../kernel/codes.ts";
import type { CaseId, MemberId, PersonId } from "../../kernel/ids.ts";
import {
  CommandEnvelope,
  id,
  PlainDateSchema,
  requiredText,
  text,
} from "../../kernel/values.schema.ts";
import {
  CARETAKER_KINDS,
  LIVING_SETTINGS,
  MEMBER_BASES,
  MEMBER_ROLES,
  SIBLING_KINDS,
  US_STATES,
} from "../people.ts";
import { BIRTH_DATE_KINDS } from "../person.ts";
import { PersonNameInput } from "../person.schema.ts";
import {
  type AddMember,
  type ConfirmMember,
  type CorrectMembership,
  type CorrectStay,
  type EndMembership,
  HOUSEHOLD_CHANGE_KINDS,
  LEFT_REASONS,
  type ReceiveHouseholdNotice,
  type RecordDeath,
  type RecordHouseholdChange,
  type RemoveMember,
  type WithdrawStay,
} from "./commands.ts";

const optional = z.exactOptional;
const ofCase = { ...CommandEnvelope, caseId: id<CaseId>(), revision: z.int().min(1) };
const person = { personId: id<PersonId>() };
const reason = { reason: requiredText(2000) };
const place = {
  setting: z.enum(LIVING_SETTINGS),
  state: z.enum(US_STATES as readonly [string, ...string[]]),
  address: optional(text(500)),
};
const basis = z.strictObject({
  basis: z.enum(MEMBER_BASES),
  on: optional(PlainDateSchema),
  meetsOpeningCriteria: optional(z.boolean()),
  siblingKind: optional(z.enum(SIBLING_KINDS)),
  caretakerKind: optional(z.enum(CARETAKER_KINDS)),
});

/** Types are written by hand; the schemas only check. */
const schema = <T>(shape: z.ZodRawShape) => z.strictObject(shape) as unknown as z.ZodType<T, T>;

export const AddMemberSchema = schema<AddMember>({
  ...ofCase,
  ...PersonNameInput.shape,
  personId: optional(id<PersonId>()),
  birthDate: optional(PlainDateSchema),
  birthDateKind: optional(z.enum(BIRTH_DATE_KINDS)),
  languages: optional(z.array(text(35).min(1)).max(20)),
  role: z.enum(MEMBER_ROLES),
  joined: PlainDateSchema,
  living: z.strictObject({ ...place, since: optional(PlainDateSchema) }),
  basis: optional(basis),
  acceptWarnings: optional(z.array(z.enum(WARNING_CODES)).max(5)),
});
export const EndMembershipSchema = schema<EndMembership>({
  ...ofCase,
  ...person,
  on: PlainDateSchema,
  because: z.enum(LEFT_REASONS),
});
export const RecordDeathSchema = schema<RecordDeath>({
  ...ofCase,
  ...person,
  on: optional(PlainDateSchema),
  reason: optional(text(2000)),
});
export const ConfirmMemberSchema = schema<ConfirmMember>({
  ...ofCase,
  ...person,
  basis: optional(basis),
});
export const CorrectMembershipSchema = schema<CorrectMembership>({
  ...ofCase,
  memberId: id<MemberId>(),
  joined: optional(PlainDateSchema),
  to: optional(PlainDateSchema),
  because: optional(z.enum(LEFT_REASONS)),
  ...reason,
});
export const CorrectStaySchema = schema<CorrectStay>({
  ...ofCase,
  stayId: z.guid(),
  ...place,
  from: optional(PlainDateSchema),
  ...reason,
});
export const WithdrawStaySchema = schema<WithdrawStay>({ ...ofCase, stayId: z.guid(), ...reason });
export const RemoveMemberSchema = schema<RemoveMember>({ ...ofCase, ...person, ...reason });
export const RecordHouseholdChangeSchema = schema<RecordHouseholdChange>({
  ...ofCase,
  kind: z.enum(HOUSEHOLD_CHANGE_KINDS),
  on: PlainDateSchema,
  who: requiredText(200),
});
export const ReceiveHouseholdNoticeSchema = schema<ReceiveHouseholdNotice>({
  ...CommandEnvelope,
  caseId: id<CaseId>(),
  householdChangeId: z.guid(),
});
