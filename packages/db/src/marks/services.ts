import type { CaseId, EpisodeId } from "@kinward/domain/kernel";
import {
  decideEndOfServices,
  type EffectiveDateFacts,
  type EndFacts,
  type EndServices,
} from "@kinward/domain/people";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { type Present, present } from "../core/values.ts";
import { endServices, resumeServices, settleAccess, settleClosing } from "../referrals/access.ts";

type ServiceFacts = EffectiveDateFacts & EndFacts;
type Row = { readonly [K in keyof ServiceFacts]-?: NonNullable<ServiceFacts[K]> | null };

/** What the dates of services are judged by; undefined when the services never began. */
export async function findServices(
  trx: ReadTrx | Trx,
  caseId: CaseId,
  episodeId: EpisodeId,
): Promise<ServiceFacts | undefined> {
  const { rows } = await sql<Row>`
    SELECT e.effective_date, e.last_service_day, e.service_type, k.opened_on, f.entered_on, r.withdrawn_on,
      (SELECT x.to_on FROM app.episode_contractor x WHERE x.episode_id = e.episode_id ORDER BY x.from_on LIMIT 1) AS first_contractor_to,
      (SELECT max(x.from_on) FROM app.episode_contractor x WHERE x.episode_id = e.episode_id) AS last_contractor_from,
      coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('from', o.effective_date, 'to', o.last_service_day)))
        FROM app.episode o JOIN app.referral q ON q.episode_id = o.episode_id AND q.withdrawal_reversed IS NOT TRUE
        WHERE o.case_id = e.case_id AND o.episode_id <> e.episode_id AND o.service_type = e.service_type), '[]') AS others
    FROM app.episode e JOIN app.case_record k ON k.case_id = e.case_id
    JOIN app.referral r ON r.episode_id = e.episode_id AND r.withdrawal_reversed IS NOT TRUE
    JOIN app.referral_form f ON f.referral_id = r.referral_id AND f.kind = 'INITIAL'
    WHERE e.case_id = ${caseId} AND e.episode_id = ${episodeId}`.execute(trx as Trx);
  return rows[0] && (present(rows[0]) as Present<Row> as ServiceFacts);
}

/**
 * Records, corrects or takes back the last service day, with the term of the contractor, access and the case itself.
 * Undefined when the services never began. An act on a locked case.
 */
export async function recordEndOfServices(
  { trx, today }: CommandTools,
  caseId: CaseId,
  command: EndServices,
): Promise<CommandAnswer<{ readonly ok: true }> | undefined> {
  const { episodeId } = command;
  const facts = await findServices(trx, caseId, episodeId);
  if (facts === undefined) return undefined;
  const decided = decideEndOfServices(facts, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const { lastServiceDay } = decided.value;
  if (facts.lastServiceDay !== undefined) await resumeServices(trx, episodeId);
  if (lastServiceDay !== undefined) await endServices(trx, episodeId, lastServiceDay);
  await settleAccess(trx, caseId);
  await settleClosing(trx, caseId);
  return {
    done: {
      result: { ok: true },
      caseId,
      subject: { kind: "EPISODE", id: episodeId },
      reason: command.reason,
      params: {
        ...(lastServiceDay !== undefined && { on: lastServiceDay }),
        ...(facts.lastServiceDay !== undefined && { before: facts.lastServiceDay }),
      },
    },
  };
}
