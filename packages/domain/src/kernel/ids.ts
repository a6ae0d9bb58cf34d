import type { Brand } from "./brand.ts";

export type StaffId = Brand<"StaffId">;
export type OrganizationId = Brand<"OrganizationId">;
export type OfficeId = Brand<"OfficeId">;
export type TeamId = Brand<"TeamId">;
export type ServiceAreaId = Brand<"ServiceAreaId">;
export type ContractAreaId = Brand<"ContractAreaId">;
export type ContractId = Brand<"ContractId">;
export type EpochId = Brand<"EpochId">;
export type PersonId = Brand<"PersonId">;
export type CaseId = Brand<"CaseId">;
export type MemberId = Brand<"MemberId">;
export type EpisodeId = Brand<"EpisodeId">;
export type ReferralId = Brand<"ReferralId">;
export type ContactId = Brand<"ContactId">;
export type DraftId = Brand<"DraftId">;
export type CommandId = Brand<"CommandId">;
