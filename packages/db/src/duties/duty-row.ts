import type { Duty } from "@kinward/domain/contacts";
import type { Selectable } from "kysely";
import { present } from "../core/values.ts";
import type { DutyTable } from "../schema/tables.generated.ts";

type DutyRow = Selectable<DutyTable>;

/** A stored duty as the rules know it. */
export function dutyOf(row: DutyRow): Duty {
  const { caseId: _, levelMinimum, levelEffective, workerNotAvailable, ...rest } = present(row);
  return {
    ...rest,
    ...(workerNotAvailable ? { workerNotAvailable: true as const } : {}),
    ...(levelMinimum !== undefined && levelEffective !== undefined
      ? { level: { minimum: levelMinimum, effective: levelEffective } }
      : {}),
  };
}

/** A duty as it is stored. */
export function rowOf(caseId: DutyRow["caseId"], duty: Duty): DutyRow {
  return {
    caseId,
    episodeId: duty.episodeId,
    key: duty.key,
    rule: duty.rule,
    kind: duty.kind,
    subject: duty.subject,
    owner: duty.owner,
    opensOn: duty.opensOn,
    dueOn: duty.dueOn ?? null,
    settledOn: duty.settledOn ?? null,
    settledBy: duty.settledBy ?? null,
    cancelledOn: duty.cancelledOn ?? null,
    cancelReason: duty.cancelReason ?? null,
    workerNotAvailable: duty.workerNotAvailable ?? false,
    missing: duty.missing,
    levelMinimum: duty.level?.minimum ?? null,
    levelEffective: duty.level?.effective ?? null,
  };
}
