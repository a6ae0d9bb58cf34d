import type { CommandId, ReferralId, StaffId } from "@kinward/domain/kernel";
import type { Database } from "../core/client.ts";
import { runCommand } from "../core/command.ts";
import { readAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { withdrawReferral } from "../referrals/withdraw.ts";

/** Withdraws a referral as the API does. */
export async function withdraw(
  db: Database,
  staffId: StaffId,
  referralId: ReferralId,
  commandId = newId<CommandId>(),
) {
  const reason = "The family moved away";
  const caller = { kind: "person", staffId } as const;
  const { caseId } = await readAs(db, caller, (trx) =>
    trx
      .selectFrom("referral")
      .select("caseId")
      .where("referralId", "=", referralId)
      .executeTakeFirstOrThrow(),
  );
  return runCommand(
    db,
    {
      commandId,
      procedure: "referrals.withdraw",
      caller,
      input: { referralId, reason },
      cases: [{ caseId }],
    },
    (tools) => withdrawReferral(tools, { referralId, reason }),
  );
}
