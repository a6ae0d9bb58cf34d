import {
  type LedgerLine,
  type RotationEpoch,
  type RotationRules,
  rotationRulesOn,
  type StoredHead,
} from "@kinward/domain/assignment";
import type { ContractAreaId, PlainDate } from "@kinward/domain/kernel";
import { defaultPolicyBook, type PolicyBook } from "@kinward/domain/policy";
import type { ReadTrx, Trx } from "../core/client.ts";

/** The whole ledger of an area. */
export interface AreaLedger {
  readonly lines: readonly LedgerLine[];
  readonly epochs: readonly RotationEpoch[];
  /** Absent before the first line. */
  readonly stored?: StoredHead;
}

export async function loadLedger(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
): Promise<AreaLedger> {
  const run = trx as ReadTrx;
  const lines = await run
    .selectFrom("ledgerLine")
    .select("line")
    .where("contractAreaId", "=", contractAreaId)
    .orderBy("seq")
    .execute();
  const epochs = await run
    .selectFrom("rotationEpoch")
    .select("epoch")
    .where("contractAreaId", "=", contractAreaId)
    .orderBy("number")
    .execute();
  const stored = await run
    .selectFrom("areaHead")
    .select(["seq", "hash", "head"])
    .where("contractAreaId", "=", contractAreaId)
    .executeTakeFirst();
  return {
    lines: lines.map((row) => row.line),
    epochs: epochs.map((row) => row.epoch),
    ...(stored && { stored }),
  };
}

/** By which rules a line was decided: those of its policy book on its day in the agency's zone. */
export async function replayRulesOf(
  trx: ReadTrx | Trx,
): Promise<(line: Pick<LedgerLine, "policyNumber" | "at">) => RotationRules> {
  const run = trx as ReadTrx;
  const agency = await run
    .selectFrom("agency")
    .select(["timeZone", "fixedToday"])
    .executeTakeFirstOrThrow();
  const rows = await run
    .selectFrom("policyBook")
    .select(["number", "document"])
    .where("profile", "=", "IA_FSRP")
    .execute();
  const books = new Map<number, PolicyBook>(rows.map((row) => [row.number, row.document]));
  // A country whose day reads year-month-day.
  const days = new Intl.DateTimeFormat("en-CA", { timeZone: agency.timeZone });
  const known = new Map<string, RotationRules>();
  return ({ policyNumber, at }) => {
    // Where the clock of the agency stands still, every line is of that day.
    const day = agency.fixedToday ?? (days.format(new Date(at)) as PlainDate);
    const key = `${policyNumber} ${day}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const rules = rotationRulesOn(books.get(policyNumber) ?? defaultPolicyBook("IA_FSRP"), day);
    known.set(key, rules);
    return rules;
  };
}
