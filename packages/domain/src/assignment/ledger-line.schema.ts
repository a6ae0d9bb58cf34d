import { z } from "zod";
import type { ContractAreaId, ContractId, OrganizationId } from "../kernel/ids.ts";
import { fileId, InstantSchema, PlainDateSchema } from "../kernel/values.schema.ts";
import { ASSIGNMENT_METHODS, LANES, LEDGER_KINDS } from "./ledger-line.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const flag = z.literal([0, 1]);

/** One line of a published ledger, version 1. */
export const LedgerLineSchema = z.strictObject({
  v: z.literal(1),
  area: fileId<ContractAreaId>(),
  seq: z.int().min(1),
  kind: z.enum(LEDGER_KINDS),
  lane: z.enum(LANES),
  epoch: z.int().min(0),
  referralKey: z.string().min(1).max(100),
  contractor: fileId<OrganizationId>(),
  method: z.enum(ASSIGNMENT_METHODS),
  counted: flag,
  outOfOrder: flag,
  before: z.int(),
  after: z.int(),
  refersToSeq: z.exactOptional(z.int().min(1)),
  policyNumber: z.int().min(0),
  at: InstantSchema,
  prev: hash,
  hash,
});

const Turn = z.strictObject({ seq: z.int().min(1), contractor: fileId<OrganizationId>() });
const Opening = z.strictObject({ balance: z.int(), last: z.exactOptional(Turn) });

/** One epoch of a published ledger. */
export const RotationEpochSchema = z.strictObject({
  area: fileId<ContractAreaId>(),
  number: z.int().min(1),
  from: PlainDateSchema,
  contracts: z.tuple([fileId<ContractId>(), fileId<ContractId>()]),
  contractors: z.tuple([fileId<OrganizationId>(), fileId<OrganizationId>()]),
  starter: fileId<OrganizationId>(),
  opening: z.strictObject({
    COMBINED: z.exactOptional(Opening),
    FSRP: z.exactOptional(Opening),
    SAFETY_PLAN: z.exactOptional(Opening),
  }),
});
