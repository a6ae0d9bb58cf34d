import {
  decideWithdraw,
  type LedgerLine,
  reverse,
  type Withdrawal,
} from "@kinward/domain/assignment";
import type {
  CaseId,
  EpisodeId,
  Instant,
  PlainDate,
  ReferralId,
  Refusal,
} from "@kinward/domain/kernel";
import type { ServiceType } from "@kinward/domain/people";
import { sql } from "kysely";
import { loadAmendmentFacts } from "../assignment/amendment.ts";
import { lockArea, momentAfter } from "../assignment/area-lock.ts";
import { loadLines } from "../assignment/read-ledger.ts";
import { writeAmendment } from "../assignment/write-amendment.ts";
import type { Trx } from "../core/client.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { type Present, present } from "../core/values.ts";
import { deriveCases } from "../duties/derive.ts";
import { loadPolicyBook } from "../policy/books.ts";
import { endServices, resumeServices, settleAccess, settleClosing } from "./access.ts";

export interface WithdrawnReferral {
  readonly referralId: ReferralId;
  readonly withdrawnOn: PlainDate;
  /** The turn was taken back, by this line of the area's ledger; absent where the count stands. */
  readonly line?: { readonly seq: number; readonly hash: string };
}

interface Subject {
  readonly caseId: CaseId;
  readonly episodeId: EpisodeId;
  readonly serviceType: ServiceType;
  readonly effectiveDate: PlainDate;
  readonly lastServiceDay?: PlainDate;
  readonly withdrawnOn?: PlainDate;
  readonly previousEpisodeId?: EpisodeId;
  readonly endedPrevious: boolean;
  /** The assignment. */
  readonly line: LedgerLine;
}

/**
 * Withdraws a referral (DEC-35). Before its effective date its turn is taken back by a line of its own and no service
 * began; from that date on the count stands and today is the last service day. An act of `runCommand` that holds the
 * case; the lock of the contract area is taken last.
 */
export async function withdrawReferral(
  tools: CommandTools,
  { referralId, reason }: { readonly referralId: ReferralId; readonly reason: string },
): Promise<CommandAnswer<WithdrawnReferral>> {
  const { trx, today, at } = tools;
  const subject = await findSubject(trx, referralId);
  if (subject === undefined) return { no: [{ code: "INVALID_TRANSITION" }] };
  const decided = decideWithdraw(subject, reason, today);
  if (!decided.ok) return { no: decided.refusals };
  const { caseId, line } = subject;
  await writeWithdrawal(trx, referralId, subject, decided.value);
  await deriveCases(trx, [caseId], today, at);
  tools.settle(caseId);
  const taken = decided.value.reverses ? await takeBack(tools, subject) : undefined;
  if (taken !== undefined && "refusals" in taken) return { no: taken.refusals };
  return {
    done: {
      result: {
        referralId,
        withdrawnOn: today,
        ...(taken && { line: { seq: taken.seq, hash: taken.hash } }),
      },
      caseId,
      reason,
      params: {
        referralId,
        turn: line.seq,
        on: today,
        ...(taken && { reversal: taken.seq }),
      },
    },
  };
}

async function findSubject(trx: Trx, referralId: ReferralId): Promise<Subject | undefined> {
  const { rows } = await sql<Subject>`
    SELECT r.case_id, r.episode_id, r.service_type, e.effective_date, e.last_service_day, r.withdrawn_on, r.ended_previous,
      e.previous_episode_id, l.line
    FROM app.referral r JOIN app.episode e USING (episode_id)
    JOIN app.ledger_line l ON l.referral_key = r.referral_key AND l.kind = 'ASSIGNMENT'
    WHERE r.referral_id = ${referralId}`.execute(trx);
  return rows[0] && (present(rows[0]) as Present<Subject>);
}

async function writeWithdrawal(
  trx: Trx,
  referralId: ReferralId,
  { caseId, episodeId, previousEpisodeId, endedPrevious }: Subject,
  { withdrawnOn, reverses, lastServiceDay }: Withdrawal,
): Promise<void> {
  await trx
    .updateTable("referral")
    .set({ withdrawnOn, withdrawalReversed: reverses })
    .where("referralId", "=", referralId)
    .execute();
  if (reverses) {
    await trx
      .updateTable("episode")
      .set({ withdrawn: true })
      .where("episodeId", "=", episodeId)
      .execute();
    if (endedPrevious && previousEpisodeId !== undefined)
      await resumeServices(trx, previousEpisodeId);
  }
  if (lastServiceDay !== undefined) {
    await endServices(trx, episodeId, lastServiceDay);
    await settleClosing(trx, caseId);
  }
  await settleAccess(trx, caseId);
}

/** Writes the line that takes the turn back, in the one order of the area. */
async function takeBack(
  { trx, today, at, commandId }: CommandTools,
  { line, serviceType }: Subject,
): Promise<LedgerLine | { readonly refusals: readonly Refusal[] }> {
  const book = await loadPolicyBook(trx, "IA_FSRP");
  const known = await loadLines(trx, line.area);
  const locked = await lockArea(trx, line.area);
  const moment: Instant = momentAfter(at, locked.at);
  const decided = reverse(
    locked.head,
    { line, serviceType, on: today, at: moment },
    await loadAmendmentFacts(trx, line, known),
    book,
  );
  if (!decided.ok) return { refusals: decided.refusals };
  return (await writeAmendment(trx, locked, decided.value, commandId)).line;
}
