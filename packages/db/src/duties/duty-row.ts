import type { Duty } from "@kinward/domain/contacts";
import type { CaseId } from "@kinward/domain/kernel";
import { type RawBuilder, type Selectable, sql } from "kysely";
import { present } from "../core/values.ts";
import type { DutyTable } from "../schema/tables.generated.ts";

/** What lists tell the duties `d` apart by, as `listKindOf` does in memory. */
export const LIST_KIND = sql`(CASE WHEN d.lapsed_on IS NULL THEN d.kind ELSE 'LAPSED' END)`;

/** A stored duty as the rules know it. */
export function dutyOf(row: Selectable<DutyTable>): Duty {
  const { caseId: _, levelMinimum, levelEffective, workerNotAvailable, ...rest } = present(row);
  return {
    ...rest,
    ...(workerNotAvailable ? { workerNotAvailable: true as const } : {}),
    ...(levelMinimum !== undefined && levelEffective !== undefined
      ? { level: { minimum: levelMinimum, effective: levelEffective } }
      : {}),
  };
}

/** A duty as it is stored, by the names of the columns; what is missing is empty. */
export function recordOf(caseId: CaseId, duty: Duty) {
  return {
    case_id: caseId,
    episode_id: duty.episodeId,
    key: duty.key,
    rule: duty.rule,
    kind: duty.kind,
    subject: duty.subject,
    owner: duty.owner,
    opens_on: duty.opensOn,
    due_on: duty.dueOn,
    settled_on: duty.settledOn,
    settled_by: duty.settledBy,
    cancelled_on: duty.cancelledOn,
    cancel_reason: duty.cancelReason,
    lapsed_on: duty.lapsedOn,
    worker_not_available: duty.workerNotAvailable ?? false,
    missing: duty.missing,
    level_minimum: duty.level?.minimum,
    level_effective: duty.level?.effective,
  };
}
export type DutyRecord = ReturnType<typeof recordOf>;

/** Writes duties over those of the same key, in one statement (also as part of a larger one). */
export const upsertDuties = (records: readonly DutyRecord[]): RawBuilder<unknown> => sql`
  INSERT INTO app.duty SELECT * FROM jsonb_populate_recordset(NULL::app.duty, ${JSON.stringify(records)}::jsonb)
  ON CONFLICT (episode_id, key) DO UPDATE SET
    rule = excluded.rule, kind = excluded.kind, subject = excluded.subject, owner = excluded.owner,
    opens_on = excluded.opens_on, due_on = excluded.due_on, settled_on = excluded.settled_on, settled_by = excluded.settled_by,
    cancelled_on = excluded.cancelled_on, cancel_reason = excluded.cancel_reason, lapsed_on = excluded.lapsed_on,
    worker_not_available = excluded.worker_not_available, missing = excluded.missing,
    level_minimum = excluded.level_minimum, level_effective = excluded.level_effective`;
