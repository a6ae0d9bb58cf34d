import { newId, readAs, runCommand, system } from "@kinward/db";
import { isCheckpointDue, makeCheckpoints } from "@kinward/db/proof";
import type { CommandId } from "@kinward/domain/kernel";
import type { Services } from "../trpc/context.ts";

/** Signs the end of every ledger that got a line on a day that is over. Asked again it does nothing. */
export async function signLedgers({
  db,
  ledgerSigner,
}: Pick<Services, "db" | "ledgerSigner">): Promise<void> {
  const caller = system("checkpoints");
  const due = await readAs(db, caller, (trx) => isCheckpointDue(trx, ledgerSigner));
  if (!due) return;
  await runCommand(
    db,
    { commandId: newId<CommandId>(), procedure: "ledger.checkpoint", caller, input: {} },
    async (tools) => {
      const made = await makeCheckpoints(tools, ledgerSigner, true);
      return { done: { result: { made: made?.length ?? 0 } } };
    },
  );
}
