import type { ReferralChange } from "@kinward/domain/assignment";
import type {
  CaseId,
  CommandId,
  EpisodeId,
  Instant,
  PlainDate,
  ReferralId,
  StaffId,
} from "@kinward/domain/kernel";
import { sql } from "kysely";
import { numberCase } from "../cases/case-number.ts";
import type { Trx } from "../core/client.ts";
import { PREPARED } from "../core/prepared.ts";
import { type DutyRecord, upsertDuties } from "../duties/duty-row.ts";
import { json, newId } from "../core/values.ts";
import type { Turn } from "./submit.ts";

export interface TurnToWrite extends Turn {
  readonly change: ReferralChange;
  readonly caseId: CaseId;
  readonly episodeId: EpisodeId;
  readonly referralId: ReferralId;
  readonly referralKey: string;
  readonly submittedAt: Instant;
  readonly submittedBy: StaffId;
  readonly today: PlainDate;
  readonly commandId: CommandId;
  /** The case began with this referral and has no number yet. */
  readonly newCase: boolean;
  readonly duties: readonly DutyRecord[];
}

/**
 * Writes everything that hangs on a turn by one statement, since the area is locked meanwhile: ledger line, epochs, head,
 * episode, referral, form, contractor, duties.
 */
export async function writeTurn(
  trx: Trx,
  turn: TurnToWrite,
): Promise<{ readonly contractorName: string; readonly areaName: string }> {
  const { line, head, change, caseId, episodeId, referralId, commandId } = turn;
  const contractAreaId = change.contractAreaId;
  const fromOn = change.episode.effectiveDate;
  const records = {
    line: {
      contract_area_id: contractAreaId,
      seq: line.seq,
      kind: line.kind,
      referral_key: turn.referralKey,
      line,
      prev: line.prev,
      hash: line.hash,
      command_id: commandId,
    },
    epochs: turn.begun.map((epoch) => ({
      contract_area_id: contractAreaId,
      number: epoch.number,
      first_contract_id: epoch.contracts[0],
      second_contract_id: epoch.contracts[1],
      from_on: epoch.from,
      epoch,
      command_id: commandId,
    })),
    episode: {
      episode_id: episodeId,
      case_id: caseId,
      no: change.episode.no,
      service_type: change.serviceType,
      effective_date: fromOn,
      previous_episode_id: change.episode.follows,
      withdrawn: false,
    },
    referral: {
      referral_id: referralId,
      case_id: caseId,
      episode_id: episodeId,
      service_type: change.serviceType,
      purpose: change.purpose,
      contract_area_id: contractAreaId,
      risks: change.risks,
      override: change.override,
      transfer_reason: change.transfer?.reason,
      ended_previous: change.ends !== undefined,
      why: turn.why,
      referral_key: turn.referralKey,
      submitted_at: turn.submittedAt,
      submitted_by: turn.submittedBy,
    },
    form: {
      referral_form_id: newId(),
      case_id: caseId,
      referral_id: referralId,
      kind: change.form.kind,
      effective_date: change.form.effectiveDate,
      signed_on: change.form.signedOn,
      entered_on: turn.today,
    },
    contractor: {
      episode_contractor_id: newId(),
      case_id: caseId,
      episode_id: episodeId,
      contract_id: turn.contractId,
      organization_id: line.contractor,
      contract_area_id: contractAreaId,
      seq: line.seq,
      from_on: fromOn,
    },
  };
  const insert = (table: string, rows: object | readonly object[]) =>
    sql`INSERT INTO ${sql.id("app", table)}
      SELECT * FROM jsonb_populate_recordset(NULL::${sql.id("app", table)}, ${JSON.stringify([rows].flat())}::jsonb)`;
  const { rows } = await sql<{ contractorName: string; areaName: string }>`
    ${PREPARED} WITH epochs AS (${insert("rotation_epoch", records.epochs)}),
      line AS (${insert("ledger_line", records.line)}),
      head AS (UPDATE app.area_head SET seq = ${line.seq}, hash = ${line.hash}, head = ${json(head)}, at = ${line.at}
        WHERE contract_area_id = ${contractAreaId}),
      episode AS (${insert("episode", records.episode)}),
      referral AS (${insert("referral", records.referral)}),
      form AS (${insert("referral_form", records.form)}),
      contractor AS (${insert("episode_contractor", records.contractor)}),
      opened AS (INSERT INTO app.case_org AS o (case_id, organization_id, from_on)
        VALUES (${caseId}, ${line.contractor}, ${fromOn})
        ON CONFLICT (case_id, organization_id) DO UPDATE SET from_on = least(o.from_on, excluded.from_on), last_service_day = NULL),
      ${turn.newCase ? sql`${numberCase(caseId, turn.today)},` : sql``}
      duties AS (${upsertDuties(turn.duties)})
    SELECT o.name AS contractor_name, concat_ws(' / ', s.name, a.subarea_name) AS area_name
    FROM app.organization o, app.contract_area a JOIN app.service_area s USING (service_area_id)
    WHERE o.organization_id = ${line.contractor} AND a.contract_area_id = ${contractAreaId}`.execute(
    trx,
  );
  const [names] = rows;
  if (names === undefined) throw new Error("a turn in an area that does not exist");
  return names;
}
