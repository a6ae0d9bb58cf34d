import { z } from "zod";
import type {
  ContractAreaId,
  ContractId,
  OfficeId,
  OrganizationId,
  ServiceAreaId,
  StaffId,
  TeamId,
} from "../kernel/ids.ts";
import {
  CommandEnvelope,
  id,
  PlainDateSchema,
  requiredText,
  text,
} from "../kernel/values.schema.ts";
import { CASE_PROFILES } from "../policy/settings.ts";
import { ROLES } from "../views/session.ts";
import { SERVICE_ACTIVITIES } from "./contract.ts";
import { ORGANIZATION_KINDS } from "./organization.ts";

/** What every change of administrative data carries: who and when are the command's, why is told. */
const Change = { ...CommandEnvelope, reason: requiredText(500) };
const name = text(200);
const phone = z.exactOptional(text(60));
const email = z.email().max(254);

export const SetCountyInput = z.strictObject({
  ...Change,
  contractAreaId: id<ContractAreaId>(),
  county: text(100),
  from: PlainDateSchema,
});
export const EndCountyInput = z.strictObject({
  ...Change,
  contractAreaId: id<ContractAreaId>(),
  county: text(100),
  to: PlainDateSchema,
});
export const BeginAreaInput = z.strictObject({
  ...Change,
  serviceAreaId: id<ServiceAreaId>(),
  subareaName: z.exactOptional(requiredText(100)),
  from: PlainDateSchema,
});
export const EndAreaInput = z.strictObject({
  ...Change,
  contractAreaId: id<ContractAreaId>(),
  on: PlainDateSchema,
});

export const PauseAreaInput = z.strictObject({
  ...Change,
  contractAreaId: id<ContractAreaId>(),
  from: PlainDateSchema,
  resumesOn: z.exactOptional(PlainDateSchema),
});
export const ResumeAreaInput = z.strictObject({
  ...Change,
  contractAreaId: id<ContractAreaId>(),
  /** First day of the pause that ends. */
  from: PlainDateSchema,
  resumesOn: PlainDateSchema,
});

export const SaveOrganizationInput = z.strictObject({
  ...Change,
  organizationId: z.exactOptional(id<OrganizationId>()),
  name,
  kinds: z.array(z.enum(ORGANIZATION_KINDS)).max(ORGANIZATION_KINDS.length),
  phone,
  email: z.exactOptional(email),
});
export const EndOrganizationInput = z.strictObject({
  ...Change,
  organizationId: id<OrganizationId>(),
  on: PlainDateSchema,
});

export const SaveContractInput = z.strictObject({
  ...Change,
  contractId: z.exactOptional(id<ContractId>()),
  contractAreaId: id<ContractAreaId>(),
  organizationId: id<OrganizationId>(),
  position: z.literal([1, 2]),
  from: PlainDateSchema,
  to: PlainDateSchema,
  procurementRef: name,
  crisisContact: phone,
  capacities: z.array(z.enum(SERVICE_ACTIVITIES)).max(SERVICE_ACTIVITIES.length),
  rateCents: z.exactOptional(z.int().min(0).max(100_000_000)),
});
export const ActivateContractInput = z.strictObject({ ...Change, contractId: id<ContractId>() });
export const SetStarterInput = z.strictObject({
  ...Change,
  contractAreaId: id<ContractAreaId>(),
  contractId: id<ContractId>(),
  from: PlainDateSchema,
});
export const AddSubcontractorInput = z.strictObject({
  ...Change,
  contractId: id<ContractId>(),
  organizationId: id<OrganizationId>(),
  from: PlainDateSchema,
  to: z.exactOptional(PlainDateSchema),
});
export const EndSubcontractorInput = z.strictObject({
  ...Change,
  contractId: id<ContractId>(),
  organizationId: id<OrganizationId>(),
  from: PlainDateSchema,
  to: PlainDateSchema,
});

export const PublishHolidaysInput = z.strictObject({
  ...CommandEnvelope,
  profile: z.enum(CASE_PROFILES),
  year: z.int().min(1900).max(2200),
  holidays: z
    .array(
      z.strictObject({
        date: PlainDateSchema,
        name: text(100),
        actual: z.exactOptional(PlainDateSchema),
      }),
    )
    .max(60),
  source: text(500),
  reason: z.exactOptional(text(500)),
  expectedBook: z.int().min(0),
});

const staffFields = {
  roles: z.array(z.enum(ROLES)).max(ROLES.length),
  officeId: z.exactOptional(id<OfficeId>()),
  teamId: z.exactOptional(id<TeamId>()),
  supervisorId: z.exactOptional(id<StaffId>()),
  languages: z.array(text(35)).max(20),
};
export const InviteStaffInput = z.strictObject({
  ...Change,
  name,
  email,
  organizationId: z.exactOptional(id<OrganizationId>()),
  ...staffFields,
});
export const ChangeStaffInput = z.strictObject({
  ...Change,
  staffId: id<StaffId>(),
  ...staffFields,
});
export const EndStaffInput = z.strictObject({
  ...Change,
  staffId: id<StaffId>(),
  on: PlainDateSchema,
});
