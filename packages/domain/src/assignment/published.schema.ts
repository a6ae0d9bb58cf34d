import { z } from "zod";
import type { ContractAreaId, OrganizationId } from "../kernel/ids.ts";
import { fileId, InstantSchema, PlainDateSchema, text } from "../kernel/values.schema.ts";
import { SETTINGS } from "../policy/settings.ts";
import { LedgerLineSchema, RotationEpochSchema } from "./ledger-line.schema.ts";
import type { PublishedLedger } from "./published.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const base64 = z
  .string()
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
  .max(200);

/** A signed end of a ledger, version 1. */
export const CheckpointSchema = z.strictObject({
  v: z.literal(1),
  area: fileId<ContractAreaId>(),
  day: PlainDateSchema,
  seq: z.int().min(1),
  hash,
  terms: hash,
  key: hash,
  prev: hash,
  signature: base64,
});

export const LedgerKeySchema = z.strictObject({
  id: hash,
  publicKey: base64,
  from: PlainDateSchema,
  to: z.exactOptional(PlainDateSchema),
  revokedFrom: z.exactOptional(PlainDateSchema),
});

const choiceOf = <T extends string>(key: "tieBreak" | "rotationScope") => {
  const { shape } = SETTINGS[key];
  if (shape.kind !== "choice") throw new Error(`no choice: ${key}`);
  return z.enum(shape.of as readonly [T, ...T[]]);
};

const Settings = z.strictObject({
  tieBreak: choiceOf<"ALTERNATE_FROM_LAST" | "STARTER_FIRST">("tieBreak"),
  rotationScope: choiceOf<"COMBINED" | "PER_SERVICE_TYPE">("rotationScope"),
  carryBalanceOnRenewalOfSamePair: z.boolean(),
  transferCounts: z.boolean(),
});

const Policy = z.strictObject({
  policyNumber: z.int().min(0),
  versions: z
    .array(z.strictObject({ from: z.exactOptional(PlainDateSchema), settings: Settings }))
    .min(1),
});

const name = text(300);

/** Everything of a published ledger but its lines. */
const head = {
  format: z.literal("kinward.ledger"),
  version: z.literal(1),
  area: z.strictObject({ id: fileId<ContractAreaId>(), name }),
  timeZone: text(100),
  contractors: z.array(z.strictObject({ id: fileId<OrganizationId>(), name })),
  rule: z.strictObject({
    requirements: z.array(text(20)),
    decisions: z.array(text(20)),
    cites: z.array(
      z.strictObject({ text: z.enum(["IA_TOPIC_6", "KY_SOP_3_4"]), lines: text(100) }),
    ),
  }),
  policies: z.array(Policy),
  epochs: z.array(RotationEpochSchema),
  keys: z.array(LedgerKeySchema),
  checkpoints: z.array(CheckpointSchema),
};

/** The published ledger of one contract area, version 1. */
export const PublishedLedgerSchema = z
  .strictObject({ ...head, lines: z.array(LedgerLineSchema) })
  .meta({
    title: "Kinward ledger of a contract area, version 1",
  }) satisfies z.ZodType<PublishedLedger>;

/** The same with its lines unread, so that a bad line can be named by its number. */
export const PublishedLedgerHeadSchema = z.strictObject({ ...head, lines: z.array(z.unknown()) });

/** What a worker or contractor keeps of a referral. */
export const ReceiptFileSchema = z
  .strictObject({
    format: z.literal("kinward.receipt"),
    version: z.literal(1),
    area: fileId<ContractAreaId>(),
    seq: z.int().min(1),
    hash,
    at: InstantSchema,
    checkpoint: z.exactOptional(CheckpointSchema),
  })
  .meta({ title: "Kinward receipt of a referral, version 1" });

/** What a witness keeps of an area. */
export const CheckpointsFileSchema = z
  .strictObject({
    format: z.literal("kinward.checkpoints"),
    version: z.literal(1),
    area: fileId<ContractAreaId>(),
    keys: z.array(LedgerKeySchema),
    checkpoints: z.array(CheckpointSchema),
  })
  .meta({ title: "Kinward checkpoints of a contract area, version 1" });
