import { recordAccessReason } from "@kinward/db/cases";
import { type CaseId, CommandEnvelope, id, requiredText } from "@kinward/domain/kernel";
import { z } from "zod";
import { caseCommand } from "../trpc/procedures.ts";

/** Opens the case of another team for today, for a reason that its supervisor reads. */
export const openWithReason = caseCommand(
  "cases.openWithReason",
  z.strictObject({ ...CommandEnvelope, caseId: id<CaseId>(), reason: requiredText(2_000) }),
  async ({ trx, who, at, today, caseId, commandId }, { reason }) => {
    await recordAccessReason(trx, {
      caseId,
      staffId: who.actor.staffId,
      reason,
      at,
      onDate: today,
      commandId,
    });
    return { result: { ok: true as const }, caseId };
  },
);
