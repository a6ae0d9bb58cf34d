import {
  assign,
  type AssignmentDecision,
  chainLine,
  emptyRotation,
  GENESIS_HASH,
  type LedgerLine,
  reverse,
  type RotationEpoch,
  standingTurns,
} from "@kinward/domain/assignment";
import type { ContractTerm } from "@kinward/domain/agency";
import type { OrganizationId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { instant } from "@kinward/domain/kernel";
import { defaultPolicyBook, withSettings } from "@kinward/domain/policy";
import { sql } from "kysely";
import type { Database } from "../core/client.ts";
import { sha256 } from "../core/digest.ts";
import { json, newId } from "../core/values.ts";
import type { TestAgency, TestArea } from "./agency.ts";

/** What comes next: a turn, an override to an organization, or the number of the line that is taken back. */
export type LedgerStep = "TURN" | OrganizationId | number;

export interface FillOptions {
  /** Moment of the first line. */
  readonly begin?: string;
  /** Between two lines. */
  readonly minutes?: number;
  /** Decides the turns; the book that is stored stays as it is. */
  readonly settings?: Parameters<typeof withSettings>[1];
  /** Numbers of the lines that are referrals for safety plan services. */
  readonly safetyPlan?: readonly number[];
}

export interface FilledLedger {
  readonly lines: readonly LedgerLine[];
  readonly epochs: readonly RotationEpoch[];
}

/**
 * Writes a ledger of an area as the rule gives it, each referral with a case of its own, as the owner: quick enough for ten
 * thousand lines.
 */
export async function fillLedger(
  owner: Database,
  agency: TestAgency,
  { areaId, contracts }: TestArea,
  steps: readonly LedgerStep[],
  { begin = "2026-01-05T15:00:00.000Z", minutes = 60, settings = {}, safetyPlan }: FillOptions = {},
): Promise<FilledLedger> {
  const book = withSettings(defaultPolicyBook("IA_FSRP"), settings);
  const day = (text: string) => text as PlainDate;
  const terms: readonly ContractTerm[] = contracts.map((id, at) => ({
    id,
    organizationId: at === 0 ? agency.prairie : agency.riverBend,
    position: at === 0 ? 1 : 2,
    from: day("2024-01-01"),
    to: day("2029-12-31"),
    subcontractors: [],
  }));
  const facts = { contracts: terms, starters: [contracts[0]] };
  const lines: LedgerLine[] = [];
  const epochs: RotationEpoch[] = [];
  const cases: object[] = [];
  let head = emptyRotation(areaId);
  for (const [index, step] of steps.entries()) {
    const at = instant(new Date(Date.parse(begin) + index * minutes * 60_000).toISOString());
    const on = at.slice(0, 10) as PlainDate;
    const about = typeof step === "number" ? lines[step - 1] : undefined;
    const result =
      about === undefined
        ? assign(
            head,
            {
              referralKey: newId(),
              serviceType: safetyPlan?.includes(index + 1) ? "SAFETY_PLAN" : "FSRP",
              submittedOn: on,
              at,
              ...(step !== "TURN" && {
                override: {
                  target: step as OrganizationId,
                  priorService: [{ organizationId: step as OrganizationId, from: on }],
                  believedBeneficialBy: ["FAMILY"],
                  reason: "CONTINUITY",
                  requestedBy: agency.worker as StaffId,
                },
              }),
            },
            facts,
            book,
          )
        : reverse(
            head,
            { line: about, serviceType: "FSRP", on, at },
            { ...facts, standing: standingTurns(lines, about), reversed: false },
            book,
          );
    if (!result.ok) throw new Error(JSON.stringify(result.refusals));
    const decision: AssignmentDecision = result.value;
    const line = chainLine(decision.line, lines.at(-1)?.hash ?? GENESIS_HASH, sha256);
    lines.push(line);
    epochs.push(...decision.begun);
    head = decision.head;
    if (about === undefined)
      cases.push({
        case_id: newId(),
        episode_id: newId(),
        referral_id: newId(),
        referral_key: line.referralKey,
        organization_id: line.contractor,
        contract_id: contracts[line.contractor === agency.prairie ? 0 : 1],
        seq: line.seq,
        number: `${areaId.slice(-6)}-${index + 1}`,
        at,
        on,
      });
  }
  await owner.transaction().execute(async (trx) => {
    const given = sql`jsonb_to_recordset(${JSON.stringify(cases)}::jsonb) AS g(case_id uuid, episode_id uuid,
      referral_id uuid, referral_key uuid, organization_id uuid, contract_id uuid, seq integer, number text, at timestamptz, "on" date)`;
    for (const statement of [
      sql`INSERT INTO app.case_record (case_id, number, profile, family_name) SELECT case_id, number, 'IA_FSRP', 'Family ' || number FROM ${given}`,
      sql`INSERT INTO app.case_team (case_team_id, case_id, staff_id, role, from_on)
        SELECT gen_random_uuid(), case_id, ${agency.worker}, 'CASEWORKER', "on" FROM ${given}`,
      sql`INSERT INTO app.case_org (case_id, organization_id, from_on) SELECT case_id, organization_id, "on" FROM ${given}`,
      sql`INSERT INTO app.episode (episode_id, case_id, no, service_type, effective_date)
        SELECT episode_id, case_id, 1, 'FSRP', "on" FROM ${given}`,
      sql`INSERT INTO app.referral (referral_id, case_id, episode_id, service_type, contract_area_id, why, referral_key, submitted_at, submitted_by)
        SELECT referral_id, case_id, episode_id, 'FSRP', ${areaId}, '{"parts":[],"ledger":{"pool":[],"before":0,"after":0},"cites":[]}',
          referral_key, at, ${agency.worker} FROM ${given}`,
      sql`WITH c AS (
          INSERT INTO app.command (command_id, procedure, actor_staff_id, at, input_digest)
          SELECT gen_random_uuid(), 'referrals.submit', ${agency.worker}, now(), '' RETURNING command_id
        )
        INSERT INTO app.ledger_line (contract_area_id, seq, kind, referral_key, line, prev, hash, command_id)
        SELECT ${areaId}, (l ->> 'seq')::int, l ->> 'kind', (l ->> 'referralKey')::uuid, l, l ->> 'prev', l ->> 'hash', c.command_id
        FROM jsonb_array_elements(${JSON.stringify(lines)}::jsonb) l, c ORDER BY (l ->> 'seq')::int`,
      sql`INSERT INTO app.episode_contractor (episode_contractor_id, case_id, episode_id, contract_id, organization_id, contract_area_id, seq, from_on)
        SELECT gen_random_uuid(), case_id, episode_id, contract_id, organization_id, ${areaId}, seq, "on" FROM ${given}`,
      sql`INSERT INTO app.rotation_epoch (contract_area_id, number, first_contract_id, second_contract_id, from_on, epoch, command_id)
        SELECT ${areaId}, (e ->> 'number')::int, (e -> 'contracts' ->> 0)::uuid, (e -> 'contracts' ->> 1)::uuid,
          (e ->> 'from')::date, e, gen_random_uuid() FROM jsonb_array_elements(${JSON.stringify(epochs)}::jsonb) e`,
      sql`INSERT INTO app.area_head (contract_area_id, seq, hash, head, at)
        VALUES (${areaId}, ${lines.length}, ${lines.at(-1)?.hash ?? GENESIS_HASH}, ${json(head)}, ${lines.at(-1)?.at ?? null})`,
    ])
      await statement.execute(trx);
  });
  return { lines, epochs };
}
