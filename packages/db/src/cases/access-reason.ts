import type { CaseId, CommandId, Instant, PlainDate, StaffId } from "@kinward/domain/kernel";
import type { Trx } from "../core/client.ts";
import { newId } from "../core/values.ts";

/** Why someone opened a case of another team: it opens for the rest of the day, and its supervisor reads it. */
export async function recordAccessReason(
  trx: Trx,
  opened: {
    readonly caseId: CaseId;
    readonly staffId: StaffId;
    readonly reason: string;
    readonly at: Instant;
    readonly onDate: PlainDate;
    readonly commandId: CommandId;
  },
): Promise<void> {
  await trx
    .insertInto("caseAccessReason")
    .values({ caseAccessReasonId: newId(), ...opened })
    .execute();
}
