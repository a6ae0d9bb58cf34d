import { ledgerKeyId, type LedgerKey } from "@kinward/domain/assignment";
import type { PlainDate } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import type { CommandTools } from "../core/command.ts";
import { sha256 } from "../core/digest.ts";
import type { LedgerSigner } from "./keys.ts";

/** All keys that ever signed, the oldest first, each with the days on which it does. */
export async function loadLedgerKeys(trx: ReadTrx | Trx): Promise<readonly LedgerKey[]> {
  const { rows } = await sql<{
    id: string;
    publicKey: string;
    from: PlainDate;
    to: PlainDate | null;
    revokedFrom: PlainDate | null;
  }>`
    SELECT k.key_id AS id, k.public_key, k.from_on AS from, lead(k.from_on) OVER (ORDER BY k.number) AS to,
      r.from_on AS revoked_from
    FROM app.ledger_key k LEFT JOIN app.ledger_key_revocation r USING (key_id)
    ORDER BY k.number`.execute(trx as Trx);
  return rows.map(({ to, revokedFrom, ...key }) => ({
    ...key,
    ...(to !== null && { to }),
    ...(revokedFrom !== null && { revokedFrom }),
  }));
}

/** Why a key does not sign. */
export type KeyState = "NEW" | "IN_USE" | "REPLACED" | "REVOKED";

export const keyStateOf = (keys: readonly LedgerKey[], publicKey: string): KeyState => {
  const key = keys.find((one) => one.publicKey === publicKey);
  if (key === undefined) return "NEW";
  if (key.revokedFrom !== undefined) return "REVOKED";
  return key.to === undefined ? "IN_USE" : "REPLACED";
};

/**
 * Makes sure that a key may sign today; one that was never seen begins, which ends the one before.
 * @returns its id; undefined when it was replaced or revoked
 */
export async function useLedgerKey(
  { trx, today, commandId }: Pick<CommandTools, "trx" | "today" | "commandId">,
  signer: LedgerSigner,
): Promise<string | undefined> {
  const keys = await loadLedgerKeys(trx);
  const keyId = ledgerKeyId(signer.publicKey, sha256);
  const state = keyStateOf(keys, signer.publicKey);
  if (state === "IN_USE") return keyId;
  if (state !== "NEW") return undefined;
  await trx
    .insertInto("ledgerKey")
    .values({
      keyId,
      publicKey: signer.publicKey,
      number: keys.length + 1,
      fromOn: today,
      commandId,
    })
    .execute();
  return keyId;
}

/**
 * Records that what a key signed on a day or later is not to be believed. Whoever signs needs another key from then on.
 * @returns false when there is no such key, or it was revoked before
 */
export async function revokeLedgerKey(
  { trx, commandId }: Pick<CommandTools, "trx" | "commandId">,
  keyId: string,
  from: PlainDate,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("ledgerKeyRevocation")
    .columns(["keyId", "fromOn", "commandId"])
    .expression(
      trx
        .selectFrom("ledgerKey")
        .select([
          "keyId",
          sql<PlainDate>`${from}::date`.as("from"),
          sql<typeof commandId>`${commandId}::uuid`.as("by"),
        ])
        .where("keyId", "=", keyId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
