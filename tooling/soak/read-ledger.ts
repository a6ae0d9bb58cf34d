import { runStatements } from "@kinward/postgres";
import type { AreaLedger, Ledger } from "../ledger-checker/ledger.ts";

/** Everything that the checker looks at, as the owner of the tables sees it. */
export async function readLedger(ownerUrl: string): Promise<Ledger> {
  const [row] = await runStatements(ownerUrl, [
    `SELECT jsonb_build_object(
      'areas', (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'area', h.contract_area_id,
          'head', jsonb_build_object('seq', h.seq, 'hash', h.hash),
          'epochs', (SELECT coalesce(jsonb_agg(e.epoch ORDER BY e.number), '[]') FROM app.rotation_epoch e
            WHERE e.contract_area_id = h.contract_area_id),
          'entries', (SELECT coalesce(jsonb_agg(jsonb_build_object('commandId', l.command_id, 'line', l.line) ORDER BY l.seq), '[]')
            FROM app.ledger_line l WHERE l.contract_area_id = h.contract_area_id))), '[]')
        FROM app.area_head h),
      'referrals', (SELECT coalesce(jsonb_agg(jsonb_build_object('referralId', r.referral_id, 'referralKey', r.referral_key)), '[]')
        FROM app.referral r))::text AS ledger`,
  ]);
  const ledger = JSON.parse(String(row?.["ledger"])) as Ledger;
  const areas: readonly AreaLedger[] = ledger.areas;
  return { ...ledger, areas };
}
