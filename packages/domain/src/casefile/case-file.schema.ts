import { z } from "zod";
import type {
  CaseId,
  ContactId,
  EpisodeId,
  OrganizationId,
  PersonId,
  StaffId,
} from "../kernel/ids.ts";
import { fileId, InstantSchema, PlainDateSchema, text } from "../kernel/values.schema.ts";
import {
  CARETAKER_KINDS,
  CONTACT_MODES,
  CONTACT_PLACES,
  FREQUENCY_SOURCES,
  LIVING_SETTINGS,
  MEMBER_BASES,
  MEMBER_ROLES,
  OPENING_BASES,
  SERVICE_PURPOSES,
  SERVICE_TYPES,
  SIBLING_KINDS,
  US_STATES,
} from "../people/people.ts";
import { PolicyBookSchema } from "../policy/policy-book.schema.ts";
import { CASE_PROFILES } from "../policy/settings.ts";
import type { CaseFile } from "./case-file.ts";

/**
 * The portable case file. Objects are loose: a document may carry more than a rule reads (worked cases add weekdays as
 * checks), and what is read is validated. No transforms, so that the JSON Schema says exactly this.
 */
const optional = z.exactOptional;
const period = { from: optional(PlainDateSchema), to: optional(PlainDateSchema) };
const times = z.int().min(0).max(31);

const CoordinatorTermSchema = z.looseObject({
  id: optional(fileId<StaffId>()),
  name: optional(text(200)),
  from: PlainDateSchema,
  to: optional(PlainDateSchema),
});

const EpisodeSchema = z.looseObject({
  id: optional(fileId<EpisodeId>()),
  serviceType: z.enum(SERVICE_TYPES),
  effectiveDate: PlainDateSchema,
  lastServiceDay: optional(PlainDateSchema),
  coordinators: optional(z.array(CoordinatorTermSchema)),
});

const LivingSituationSchema = z.looseObject({
  setting: z.enum(LIVING_SETTINGS),
  state: optional(z.enum(US_STATES as [string, ...string[]])),
  ...period,
});

const BasisRecordSchema = z.looseObject({
  basis: z.enum(MEMBER_BASES),
  ...period,
  meetsOpeningCriteria: optional(z.boolean()),
  siblingKind: optional(z.enum(SIBLING_KINDS)),
  caretakerKind: optional(z.enum(CARETAKER_KINDS)),
});

const MemberSchema = z.looseObject({
  id: fileId<PersonId>(),
  name: optional(text(200)),
  role: z.enum(MEMBER_ROLES),
  living: z.array(LivingSituationSchema),
  criteria: optional(z.array(z.union([z.enum(MEMBER_BASES), BasisRecordSchema]))),
  joined: optional(PlainDateSchema),
  to: optional(PlainDateSchema),
  absences: optional(z.array(z.looseObject({ from: PlainDateSchema, to: PlainDateSchema }))),
  dob: optional(PlainDateSchema),
  deceasedOn: optional(PlainDateSchema),
  continuesPastMajority: optional(z.boolean()),
  purposes: optional(z.array(z.looseObject({ purpose: z.enum(SERVICE_PURPOSES), ...period }))),
});

const ContactSchema = z.looseObject({
  id: fileId<ContactId>(),
  date: PlainDateSchema,
  mode: z.enum(CONTACT_MODES),
  with: z.array(fileId<PersonId>()),
  place: optional(z.enum(CONTACT_PLACES)),
  by: optional(z.enum(["CONTRACTOR", "SUBCONTRACTOR", "DEPARTMENT"])),
  organizationId: optional(fileId<OrganizationId>()),
  enteredOn: optional(PlainDateSchema),
});

const FrequencySchema = z.looseObject({
  id: optional(text(100)),
  times,
  per: optional(z.enum(["WEEK", "MONTH"])),
  source: optional(z.enum(FREQUENCY_SOURCES)),
  from: PlainDateSchema,
  to: optional(PlainDateSchema),
  approvedOn: optional(PlainDateSchema),
  recordedAt: optional(InstantSchema),
});

const TaskRecordSchema = z.discriminatedUnion("type", [
  z.looseObject({
    type: z.literal("JOINT_MEETING"),
    date: PlainDateSchema,
    workerPresent: z.boolean(),
    note: optional(text()),
    with: optional(z.array(fileId<PersonId>())),
  }),
  z.looseObject({
    type: z.literal("FIRST_MEETING_EMAIL"),
    sentOn: PlainDateSchema,
    statedMeetingDate: PlainDateSchema,
  }),
  z.looseObject({
    type: z.literal("ICPC_COORDINATION"),
    member: fileId<PersonId>(),
    date: PlainDateSchema,
    note: optional(text()),
  }),
]);

const shape = z.looseObject({
  caseId: optional(fileId<CaseId>()),
  profile: optional(z.enum(CASE_PROFILES)),
  openedOn: optional(PlainDateSchema),
  openingBasis: optional(z.enum(OPENING_BASES)),
  effectiveDate: optional(PlainDateSchema),
  serviceTerminationDate: optional(PlainDateSchema),
  terminationDate: optional(PlainDateSchema),
  terminatedOn: optional(PlainDateSchema),
  lastServiceDay: optional(PlainDateSchema),
  safetyPlanEffectiveDate: optional(PlainDateSchema),
  careCoordinator: optional(z.union([CoordinatorTermSchema, z.array(CoordinatorTermSchema)])),
  careCoordinatorAssignedOn: optional(PlainDateSchema),
  episodes: optional(z.array(EpisodeSchema)),
  members: z.array(MemberSchema),
  contacts: z.array(ContactSchema),
  familyPlanFrequency: optional(z.union([FrequencySchema, z.array(FrequencySchema)])),
  planFrequencies: optional(
    z.array(z.looseObject({ member: fileId<PersonId>(), ...FrequencySchema.shape })),
  ),
  tasksInput: optional(z.array(TaskRecordSchema)),
  householdChanges: optional(
    z.array(
      z.looseObject({
        id: optional(text(100).min(1)),
        person: optional(fileId<PersonId>()),
        who: optional(text(200)),
        type: z.enum(["ENTERED", "EXITED"]),
        date: PlainDateSchema,
        notifiedDepartmentOn: optional(PlainDateSchema),
        byDepartment: optional(z.boolean()),
      }),
    ),
  ),
  terminationsOfRights: optional(
    z.array(
      z.looseObject({
        parent: fileId<PersonId>(),
        child: z.union([z.literal("ALL"), fileId<PersonId>()]),
        date: PlainDateSchema,
      }),
    ),
  ),
  policy: optional(PolicyBookSchema),
});

/** A portable case file: what `evaluate` takes, as JSON. */
export const CaseFileSchema = shape.meta({
  title: "Kinward case file",
  description:
    "All facts of one case that the contact rules read. A documented superset of the given facts of the worked cases.",
}) as unknown as z.ZodType<CaseFile, CaseFile>;
