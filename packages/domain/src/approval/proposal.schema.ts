import { z } from "zod";
import type {
  ContractAreaId,
  ContractId,
  EpisodeId,
  OrganizationId,
  ProposalId,
} from "../kernel/ids.ts";
import {
  CommandEnvelope,
  id,
  PlainDateSchema,
  requiredText,
  text,
} from "../kernel/values.schema.ts";
import {
  CASE_PROFILES,
  SETTING_KEYS,
  type SettingKey,
  type SettingValue,
} from "../policy/settings.ts";
import { PROPOSAL_DECISIONS } from "./proposal.ts";

/** What every proposal carries: who and when are the command's, why is told to the second person. */
const Proposal = { ...CommandEnvelope, reason: requiredText(1000) };

const code = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/)
  .max(60);
const value = z.union([
  z.null(),
  z.boolean(),
  z.int().min(0).max(100_000),
  code,
  z.array(code).min(1).max(30),
]);
const key = z.enum(SETTING_KEYS as unknown as readonly [SettingKey, ...SettingKey[]]);

/** New versions of settings, as proposed. */
export const SettingContent = z.strictObject({
  profile: z.enum(CASE_PROFILES),
  validFrom: PlainDateSchema,
  // Whether a value fits its setting is judged with the book, so that the answer names the setting.
  values: z.partialRecord(key, value) as unknown as z.ZodType<
    Readonly<Partial<Record<SettingKey, SettingValue>>>
  >,
});
export type SettingContent = z.output<typeof SettingContent>;
export const ProposeSettingInput = z.strictObject({
  ...Proposal,
  ...SettingContent.shape,
  source: requiredText(300),
});

/** A turn of the ledger stated anew, as proposed. */
export const LedgerCorrectionContent = z.strictObject({
  contractAreaId: id<ContractAreaId>(),
  seq: z.int().min(1).max(1_000_000_000),
  contractor: id<OrganizationId>(),
  counted: z.boolean(),
});
export type LedgerCorrectionContent = z.output<typeof LedgerCorrectionContent>;
export const ProposeCorrectionInput = z.strictObject({
  ...Proposal,
  ...LedgerCorrectionContent.shape,
});

/** The move of the open cases of a contract, as proposed: the very cases that were shown. */
export const CaseMoveContent = z.strictObject({
  contractId: id<ContractId>(),
  successorId: id<ContractId>(),
  episodes: z.array(id<EpisodeId>()).min(1).max(5000),
});
export type CaseMoveContent = z.output<typeof CaseMoveContent>;
export const ProposeCaseMoveInput = z.strictObject({
  ...Proposal,
  contractId: CaseMoveContent.shape.contractId,
  successorId: CaseMoveContent.shape.successorId,
});

export const AnswerProposalInput = z.strictObject({
  ...CommandEnvelope,
  proposalId: id<ProposalId>(),
  decision: z.enum(PROPOSAL_DECISIONS),
  note: z.exactOptional(text(1000)),
});
