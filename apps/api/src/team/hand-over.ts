import type { CommandTools } from "@kinward/db";
import { findAvailable, findNeeded, type Held, listTerms, writeTakeOver } from "@kinward/db/team";
import type { PlainDate, Result, StaffId } from "@kinward/domain/kernel";
import { accept } from "@kinward/domain/kernel";
import { decideTakeOver, type HandoverPart } from "@kinward/domain/team";
import type { SignedIn } from "../trpc/context.ts";
import { filledNote } from "./note.ts";

/** To whom, from when, with which words. */
export interface HandOver {
  readonly staffId: StaffId;
  readonly from: PlainDate;
  readonly note?: string | undefined;
}

/** Gives a locked case, or a service of it, to another person with a note that the record fills. */
export async function handOver(
  { trx, today }: Pick<CommandTools, "trx" | "today">,
  { caller: { organizationId } }: SignedIn,
  held: Held,
  { staffId, from, note }: HandOver,
): Promise<Result<{ readonly name: string; readonly parts: readonly HandoverPart[] }>> {
  const name = await findAvailable(trx, held, staffId, from);
  const decision = decideTakeOver(
    {
      role: held.role,
      terms: await listTerms(trx, held),
      needed: await findNeeded(trx, held),
      isAvailable: name !== undefined,
    },
    { staffId, from },
    today,
  );
  if (!decision.ok) return decision;
  const parts = await filledNote(trx, held.caseId, organizationId, from, today);
  const { ends, replaces } = decision.value;
  await writeTakeOver(trx, held, decision.value, {
    organizationId,
    fromStaffId: ends?.term.staffId ?? replaces?.staffId,
    note,
    parts,
  });
  return accept({ name: name ?? "", parts });
}
