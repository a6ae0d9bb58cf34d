import { z } from "zod";
import type { Brand } from "../kernel/brand.ts";
import type {
  CaseId,
  ContractAreaId,
  DraftId,
  OrganizationId,
  PersonId,
  ProposalId,
  ReferralId,
  ServiceAreaId,
  StaffId,
  EpisodeId,
} from "../kernel/ids.ts";
import {
  CommandEnvelope,
  id,
  PlainDateSchema,
  requiredText,
  text,
} from "../kernel/values.schema.ts";
import { WARNING_CODES } from "../kernel/codes.ts";
import { BIRTH_DATE_KINDS, SEXES } from "../people/person.ts";
import {
  CARETAKER_KINDS,
  LIVING_SETTINGS,
  MEMBER_BASES,
  MEMBER_ROLES,
  OPENING_BASES,
  PARENT_KINDS,
  RELATIONSHIP_KINDS,
  SERVICE_PURPOSES,
  SERVICE_TYPES,
  SIBLING_KINDS,
  US_STATES,
} from "../people/people.ts";
import { OVERRIDE_BELIEVERS } from "./override.ts";

const maybe = z.exactOptional;
const word = text(100);
const key = text(60).min(1);

/** Why a person belongs to the case; `on` is the date of the finding, the order or the placement. */
const DraftBasis = z.strictObject({
  basis: maybe(z.enum(MEMBER_BASES)),
  on: maybe(PlainDateSchema),
  to: maybe(PlainDateSchema),
  meetsOpeningCriteria: maybe(z.boolean()),
  siblingKind: maybe(z.enum(SIBLING_KINDS)),
  caretakerKind: maybe(z.enum(CARETAKER_KINDS)),
});

export const DraftMember = z.strictObject({
  /** Made by the form: names the person inside this draft. */
  ref: key,
  /** Someone who is known already. */
  personId: maybe(id<PersonId>()),
  given: maybe(word),
  middle: maybe(word),
  family: maybe(word),
  suffix: maybe(word),
  preferred: maybe(word),
  birthDate: maybe(PlainDateSchema),
  birthDateKind: maybe(z.enum(BIRTH_DATE_KINDS)),
  deceasedOn: maybe(PlainDateSchema),
  sex: maybe(z.enum(SEXES)),
  languages: maybe(z.array(text(35).min(1)).max(20)),
  role: maybe(z.enum(MEMBER_ROLES)),
  bases: maybe(z.array(DraftBasis).max(10)),
  living: maybe(
    z.strictObject({
      setting: maybe(z.enum(LIVING_SETTINGS)),
      state: maybe(z.enum(US_STATES as readonly [string, ...string[]])),
      address: maybe(text(500)),
      from: maybe(PlainDateSchema),
    }),
  ),
  purpose: maybe(z.enum(SERVICE_PURPOSES)),
  continuesPastMajority: maybe(z.boolean()),
});
export type DraftMember = z.infer<typeof DraftMember>;

/** What `from` is to `to`. */
const DraftRelationship = z.strictObject({
  from: key,
  to: key,
  kind: maybe(z.enum(RELATIONSHIP_KINDS)),
  siblingKind: maybe(z.enum(SIBLING_KINDS)),
  parentKind: maybe(z.enum(PARENT_KINDS)),
});

/**
 * Service before this referral, for continuity (ASG-7): found on record, or entered because it lies before Kinward, with
 * an organization of the list or one known by name only.
 */
const DraftPriorService = z.strictObject({
  /** Made by the form: names the record inside this draft. */
  ref: maybe(key),
  /** The record that it was found in; the other answers then only show what stands there. */
  foundId: maybe(id<Brand<"FoundService">>()),
  organizationId: maybe(id<OrganizationId>()),
  organizationName: maybe(text(200)),
  from: maybe(PlainDateSchema),
  to: maybe(PlainDateSchema),
  note: maybe(text(2_000)),
});

/** Form 470-3055 while it is written, task by task: everything may be missing, nothing is preselected. */
export const ReferralDraft = z.strictObject({
  caseId: maybe(id<CaseId>()),
  family: maybe(
    z.strictObject({
      members: maybe(z.array(DraftMember).max(60)),
      relationships: maybe(z.array(DraftRelationship).max(400)),
      languages: maybe(z.array(text(35).min(1)).max(20)),
      interpreterNeeded: maybe(z.boolean()),
      culturalNotes: maybe(text()),
    }),
  ),
  service: maybe(
    z.strictObject({
      serviceType: maybe(z.enum(SERVICE_TYPES)),
      serviceAreaId: maybe(id<ServiceAreaId>()),
      subareaId: maybe(id<ContractAreaId>()),
      purpose: maybe(z.enum(SERVICE_PURPOSES)),
    }),
  ),
  legalBasis: maybe(
    z.strictObject({
      openingBasis: maybe(z.enum(OPENING_BASES)),
      openedOn: maybe(PlainDateSchema),
    }),
  ),
  form: maybe(
    z.strictObject({ effectiveDate: maybe(PlainDateSchema), signedOn: maybe(PlainDateSchema) }),
  ),
  priorServices: maybe(
    z.strictObject({
      noneKnown: maybe(z.boolean()),
      records: maybe(z.array(DraftPriorService).max(100)),
    }),
  ),
  override: maybe(
    z.strictObject({
      target: maybe(id<OrganizationId>()),
      believedBeneficialBy: maybe(z.array(z.enum(OVERRIDE_BELIEVERS)).max(2)),
      reason: maybe(text(60)),
      /** The prior service, by its `ref`, where more than one supports the contractor asked for. */
      restsOn: maybe(key),
    }),
  ),
  /** A deliberate transfer of the running services into another contract area (DEC-42), with its reason. */
  transfer: maybe(z.strictObject({ reason: maybe(text(2_000)) })),
  risks: maybe(z.strictObject({ noneKnown: maybe(z.boolean()), notes: maybe(text()) })),
});
export type ReferralDraft = z.infer<typeof ReferralDraft>;

/** Submits a saved draft as it stands in the version that the worker checked. */
export const SubmitReferralCommand = z.strictObject({
  ...CommandEnvelope,
  draftId: id<DraftId>(),
  expectedVersion: z.int().min(0),
  acceptWarnings: z.array(z.enum(WARNING_CODES)).max(20),
});
export type SubmitReferralCommand = z.infer<typeof SubmitReferralCommand>;

/** Asks a supervisor about the override of a saved draft, as it stands in the version that the worker saw. */
export const RequestOverrideCommand = z.strictObject({
  ...CommandEnvelope,
  draftId: id<DraftId>(),
  expectedVersion: z.int().min(0),
  reason: requiredText(2_000),
});

/** A supervisor's answer; a decline says why. */
export const AnswerOverrideCommand = z.strictObject({
  ...CommandEnvelope,
  proposalId: id<ProposalId>(),
  decision: z.enum(["APPROVED", "REJECTED"]),
  note: maybe(text(2_000)),
});

export const WithdrawReferralCommand = z.strictObject({
  ...CommandEnvelope,
  referralId: id<ReferralId>(),
  reason: requiredText(2_000),
});

export const AcknowledgeReferralCommand = z.strictObject({
  ...CommandEnvelope,
  referralId: id<ReferralId>(),
});

export const AssignCoordinatorCommand = z.strictObject({
  ...CommandEnvelope,
  episodeId: id<EpisodeId>(),
  staffId: id<StaffId>(),
  from: PlainDateSchema,
  /** Ends the present coordinator's term the day before. */
  endPrevious: maybe(z.boolean()),
});

/** A Kentucky case is begun without referral. */
export const BeginCaseCommand = z.strictObject({
  ...CommandEnvelope,
  profile: z.literal("KY_IN_HOME"),
  openingBasis: maybe(z.enum(OPENING_BASES)),
  openedOn: maybe(PlainDateSchema),
  assignedOn: maybe(PlainDateSchema),
  workerId: maybe(id<StaffId>()),
  people: z.array(DraftMember).max(60),
});
export type BeginCaseCommand = z.infer<typeof BeginCaseCommand>;
