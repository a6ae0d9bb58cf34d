import {
  checkLedger,
  emptyRotation,
  explainLine,
  GENESIS_HASH,
  type LedgerLine,
  type LedgerVerdict,
  type RotationEpoch,
  type RotationHead,
} from "@kinward/domain/assignment";
import type { ContractAreaId } from "@kinward/domain/kernel";
import type { OrderContractor, OrderLineWhy } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { sha256 } from "../core/digest.ts";
import { loadLineRules } from "./line-rules.ts";

interface StoredLedger {
  readonly lines: readonly LedgerLine[];
  readonly epochs: readonly RotationEpoch[];
  readonly seq: number | null;
  readonly hash: string | null;
  readonly head: RotationHead | null;
  readonly contractors: readonly OrderContractor[];
}

/** The stored ledger of an area: whole, or the lines of the epoch of one line. */
async function loadLedger(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  epochOf?: number,
): Promise<StoredLedger> {
  const { rows } = await sql<StoredLedger>`
    SELECT h.seq, h.hash, h.head,
      coalesce((SELECT jsonb_agg(l.line ORDER BY l.seq) FROM app.ledger_line l
        WHERE l.contract_area_id = ${contractAreaId} ${
          epochOf === undefined
            ? sql``
            : sql`AND l.line -> 'epoch' = (SELECT o.line -> 'epoch' FROM app.ledger_line o
                WHERE o.contract_area_id = ${contractAreaId} AND o.seq = ${epochOf})`
        }), '[]') AS lines,
      coalesce((SELECT jsonb_agg(e.epoch ORDER BY e.number) FROM app.rotation_epoch e WHERE e.contract_area_id = ${contractAreaId}), '[]') AS epochs,
      coalesce((SELECT jsonb_agg(jsonb_build_object('organizationId', o.organization_id, 'name', o.name) ORDER BY o.name)
        FROM app.organization o WHERE o.organization_id IN (
          SELECT c.organization_id FROM app.contract c WHERE c.contract_area_id = ${contractAreaId})), '[]') AS contractors
    FROM (SELECT 1) one LEFT JOIN app.area_head h ON h.contract_area_id = ${contractAreaId}`.execute(
    trx as Trx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error("no answer about a ledger");
  return row;
}

/** Why one line says what it says; undefined when the area has no such line. */
export async function findLineWhy(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  seq: number,
): Promise<OrderLineWhy | undefined> {
  const { lines, epochs, contractors } = await loadLedger(trx, contractAreaId, seq);
  const { rules } = await loadLineRules(trx);
  const why = explainLine(lines, seq, { area: contractAreaId, epochs, rules });
  if (why === undefined) return undefined;
  const { parts, ledger, policyNumber, cites, decisions, without } = why;
  return { seq, parts, ledger, policyNumber, cites, decisions, without, contractors };
}

/** Recomputes the ledger of an area from its first line and compares it with what is stored. */
export async function replayLedger(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
): Promise<LedgerVerdict> {
  const { lines, epochs, seq, hash, head } = await loadLedger(trx, contractAreaId);
  const { rules, books } = await loadLineRules(trx);
  const unknown = lines.find((line) => !books.has(line.policyNumber));
  const verdict = checkLedger(
    unknown === undefined ? lines : lines.slice(0, lines.indexOf(unknown)),
    {
      area: contractAreaId,
      epochs,
      rules,
      ...(unknown === undefined && {
        stored: {
          seq: seq ?? 0,
          hash: hash ?? GENESIS_HASH,
          head: head ?? emptyRotation(contractAreaId),
        },
      }),
    },
    sha256,
  );
  if (unknown === undefined || !verdict.ok) return verdict;
  return {
    ok: false,
    check: "RULE",
    seq: unknown.seq,
    field: "policyNumber",
    expected: `${Math.max(...books)}`,
    found: `${unknown.policyNumber}`,
  };
}
