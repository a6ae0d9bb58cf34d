import { type ContractAreaId, id } from "@kinward/domain/kernel";
import { z } from "zod";

/** One area and one calendar year (`reportPeriod` says why no other time). */
export const AreaYear = z.strictObject({
  contractAreaId: id<ContractAreaId>(),
  year: z.int().min(2000).max(2100),
});
