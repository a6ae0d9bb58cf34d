import { z } from "zod";
import type { ContractAreaId } from "../kernel/ids.ts";
import { id } from "../kernel/values.schema.ts";

const percent = z.int().min(0).max(100);

/** What is run again or invented. Shares come in whole percent, so that an address can hold them. */
const SimulationSource = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("AREA"), contractAreaId: id<ContractAreaId>() }),
  z.strictObject({
    kind: z.literal("GENERATED"),
    days: z.int().min(1).max(3_650),
    /** Referrals in ten days. */
    perTenDays: z.int().min(1).max(500),
    safetyPlanPercent: percent,
    overridePercent: percent,
    leanPercent: percent,
    withdrawalPercent: percent,
  }),
]);

/** Which arrivals to run, and what should be otherwise; what is not named stays as in force. */
export const SimulationInput = z.strictObject({
  source: SimulationSource,
  seed: z.int().min(0).max(999_999),
  rules: z.strictObject({
    tieBreak: z.exactOptional(z.enum(["ALTERNATE_FROM_LAST", "STARTER_FIRST"])),
    rotationScope: z.exactOptional(z.enum(["COMBINED", "PER_SERVICE_TYPE"])),
    resubmissionWindowDays: z.exactOptional(z.int().min(0).max(366)),
    /** Overrides drawn anew: their share, and the share of them that asks for the first contractor. */
    overridePercent: z.exactOptional(percent),
    leanPercent: z.exactOptional(percent),
  }),
});
export type SimulationInput = z.infer<typeof SimulationInput>;
