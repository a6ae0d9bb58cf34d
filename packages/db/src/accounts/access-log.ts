import type { CaseId, Instant } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { PersonCaller } from "../core/caller.ts";
import type { Database } from "../core/client.ts";
import { sha256 } from "../core/digest.ts";
import { writeAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";

export type AccessPurpose = "OPEN" | "LIST" | "SEARCH" | "EXPORT" | "REFRESH";

/** What one request saw of cases. */
export interface Access {
  readonly purpose: AccessPurpose;
  readonly procedure: string;
  readonly caseIds: readonly CaseId[];
  readonly address: string;
}

const REPEAT_MINUTES = 10;

/** Writes who saw what; the same again within ten minutes is counted in the row that stands. */
export async function recordAccess(
  db: Database,
  caller: PersonCaller,
  access: Access,
): Promise<void> {
  const caseIds = [...new Set(access.caseIds)].toSorted();
  await writeAs(db, caller, async (trx, { now }) => {
    const key = repeatKey(caller, access.purpose, caseIds, now);
    await trx
      .insertInto("accessLog")
      .values({
        accessId: newId(),
        staffId: caller.staffId,
        organizationId: caller.organizationId ?? null,
        purpose: access.purpose,
        procedure: access.procedure,
        caseIds: sql`${caseIds}::uuid[]`,
        address: access.address,
        firstAt: now,
        lastAt: now,
        repeatKey: key,
      })
      .onConflict((conflict) =>
        conflict
          .column("repeatKey")
          .doUpdateSet((eb) => ({ count: eb("accessLog.count", "+", 1), lastAt: now })),
      )
      .execute();
  });
}

/** Equal for the same look at the same cases in the same ten minutes. */
const repeatKey = (
  caller: PersonCaller,
  purpose: AccessPurpose,
  caseIds: readonly CaseId[],
  now: Instant,
): string => {
  const window = Math.floor(Date.parse(now) / (REPEAT_MINUTES * 60_000));
  return sha256([caller.staffId, purpose, window, ...caseIds].join(" "));
};
