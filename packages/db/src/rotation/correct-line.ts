import { checkCorrection, type LedgerCorrectionContent } from "@kinward/domain/approval";
import {
  type AssignmentDecision,
  correctTurn,
  type LedgerLine,
  type RotationHead,
  standingTurns,
} from "@kinward/domain/assignment";
import {
  accept,
  type ContractAreaId,
  type Instant,
  type PlainDate,
  type Refusal,
  refuse,
  type Result,
} from "@kinward/domain/kernel";
import type { ServiceType } from "@kinward/domain/people";
import { loadAreaContracts } from "../agency/areas.ts";
import { lockArea, momentAfter } from "../assignment/area-lock.ts";
import { writeAmendment } from "../assignment/write-amendment.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { loadPolicyBook } from "../policy/books.ts";
import { type AreaLedger, loadLedger } from "./load-ledger.ts";

/** What a correction would do, or did. */
export interface CorrectedLine {
  /** The line that is corrected. */
  readonly about: LedgerLine;
  /** How it stands before: whose turn, or that none counts. */
  readonly standing?: { readonly contractor: LedgerLine["contractor"] };
  readonly decision: AssignmentDecision;
}

/** Decides a correction as the ledger stands; the head is that of the area, locked where it is written. */
export async function decideCorrection(
  trx: ReadTrx | Trx,
  content: LedgerCorrectionContent,
  at: { readonly today: PlainDate; readonly moment: Instant },
  head?: RotationHead,
): Promise<Result<CorrectedLine>> {
  const { contractAreaId, seq } = content;
  const ledger = await loadLedger(trx, contractAreaId);
  const about = ledger.lines.find((line) => line.seq === seq);
  const from = head ?? ledger.stored?.head;
  const serviceType = about && (await findServiceType(trx, about.referralKey));
  if (about === undefined || from === undefined || serviceType === undefined)
    return refuse({ code: "INVALID_TRANSITION", path: ["seq"] });
  const checked = checkCorrection(content, about, ledger.epochs);
  if (!checked.ok) return checked;
  const area = (await loadAreaContracts(trx, contractAreaId)).get(contractAreaId);
  const facts = {
    contracts: area?.contracts ?? [],
    starters: area?.starters ?? [],
    ...standingOf(ledger, about),
  };
  const { contractor, counted } = checked.value;
  const decided = correctTurn(
    from,
    { line: about, serviceType, on: at.today, at: at.moment, contractor, counted },
    facts,
    await loadPolicyBook(trx, "IA_FSRP"),
  );
  if (!decided.ok) return decided;
  const standing = facts.standing.find((turn) => turn.seq === seq);
  return accept({
    about,
    decision: decided.value,
    ...(standing && { standing: { contractor: standing.contractor } }),
  });
}

/** The standing turns beside a line, and whether it was taken back. */
export const standingOf = (ledger: AreaLedger, line: LedgerLine) => ({
  standing: standingTurns(ledger.lines, line),
  reversed: ledger.lines.some((one) => one.kind === "REVERSAL" && one.refersToSeq === line.seq),
});

export async function findServiceType(
  trx: ReadTrx | Trx,
  referralKey: string,
): Promise<ServiceType | undefined> {
  const row = await (trx as ReadTrx)
    .selectFrom("referral")
    .select("serviceType")
    .where("referralKey", "=", referralKey)
    .executeTakeFirst();
  return row?.serviceType;
}

export interface LineWritten {
  readonly seq: number;
  readonly before: number;
  readonly after: number;
}

/** Adds the CORRECTION line that a second person has approved, judged anew under the lock of the area. */
export async function correctLine(
  tools: Pick<CommandTools, "trx" | "today" | "at" | "commandId">,
  content: LedgerCorrectionContent,
): Promise<CommandAnswer<LineWritten, readonly Refusal[]>> {
  const { trx, today, commandId } = tools;
  const locked = await lockArea(trx, content.contractAreaId);
  const moment = momentAfter(tools.at, locked.at);
  const decided = await decideCorrection(trx, content, { today, moment }, locked.head);
  if (!decided.ok) return { no: decided.refusals };
  const { line } = await writeAmendment(trx, locked, decided.value.decision, commandId);
  return {
    done: {
      result: { seq: line.seq, before: line.before, after: line.after },
      subject: { kind: "CONTRACT_AREA", id: content.contractAreaId satisfies ContractAreaId },
      params: { line: content.seq, turn: line.seq, before: line.before, after: line.after },
    },
  };
}
