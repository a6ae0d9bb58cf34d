import type { LedgerLine } from "../assignment/ledger-line.ts";
import type { RotationEpoch } from "../assignment/rotation.ts";
import { ia } from "../kernel/citation.ts";
import type { OrganizationId } from "../kernel/ids.ts";
import { accept, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";

/** What an administrator says a turn should have been: whose, and whether it counts. */
export interface Correction {
  readonly contractor: OrganizationId;
  readonly counted: boolean;
}

/**
 * Whether a line can be corrected so: an assignment of an epoch, to one of its two contractors. Whether it still
 * stands and whether anything would change is for `correctTurn`, under the lock of the area.
 */
export const checkCorrection = rule(
  { id: "ASG-10", cites: [ia("39")] },
  (
    correction: Correction,
    line: LedgerLine,
    epochs: readonly RotationEpoch[],
  ): Result<Correction> => {
    const epoch = epochs.find((one) => one.number === line.epoch);
    if (line.kind !== "ASSIGNMENT" || epoch === undefined)
      return refuse({ code: "INVALID_TRANSITION", path: ["seq"] });
    if (!epoch.contractors.includes(correction.contractor))
      return refuse({ code: "VALUE_NOT_ALLOWED", path: ["contractor"] });
    return accept(correction);
  },
);
