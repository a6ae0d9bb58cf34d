import type { ProposalDecision } from "../approval/proposal.ts";
import type { SettingClock } from "../approval/setting-clock.ts";
import type { Lane } from "../assignment/ledger-line.ts";
import type { ContractAreaId, ContractId, ProposalId, StaffId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Refusal } from "../kernel/result.ts";
import type { CaseProfile, SettingKey, SettingValue } from "../policy/settings.ts";

/** What one setting would be, or became. */
export interface SettingStepView {
  readonly key: SettingKey;
  /** What the day has otherwise; absent once it is decided. */
  readonly before?: SettingValue;
  readonly after: SettingValue;
  readonly until?: PlainDate;
  /** Which day of a duty, payment or turn decides which version it follows. */
  readonly clock: SettingClock;
}

export interface SettingPreview {
  readonly steps: readonly SettingStepView[];
  /** Areas whose present order of turns keeps its rule until their contracts change; for settings of an epoch. */
  readonly areasInEpoch?: number;
}

/** What a correction would make of the balance of the area as it stands now. */
export interface CorrectionPreview {
  readonly lane: Lane;
  readonly before: number;
  readonly after: number;
  /** The pair: position 1 and 2; the balance is the lead of the first. */
  readonly pair: readonly [string, string];
  /** The line as it was written. */
  readonly line: { readonly contractorName: string; readonly method: string; readonly at: Instant };
  /** How it counts until then; absent: not at all. */
  readonly standingName?: string;
}

interface ProposalCommon {
  readonly proposalId: ProposalId;
  readonly reason: string;
  readonly source?: string;
  readonly proposedBy: { readonly staffId: StaffId; readonly name: string };
  readonly proposedAt: Instant;
  /** The reader made it: they may take it back and never answer it. */
  readonly own: boolean;
  /** The reader may approve or reject it. */
  readonly mayAnswer: boolean;
  readonly answer?: {
    readonly decision: ProposalDecision;
    readonly by: string;
    readonly at: Instant;
    readonly note?: string;
  };
  /** Why it could not be approved as things stand now. */
  readonly refusals: readonly Refusal[];
}

export type ProposalView = ProposalCommon &
  (
    | ({
        readonly kind: "SETTING";
        readonly profile: CaseProfile;
        readonly validFrom: PlainDate;
      } & SettingPreview)
    | {
        readonly kind: "LEDGER_CORRECTION";
        readonly contractAreaId: ContractAreaId;
        readonly areaName: string;
        readonly seq: number;
        readonly contractorName: string;
        readonly counted: boolean;
        readonly preview?: CorrectionPreview;
      }
    | {
        readonly kind: "CASE_MOVE";
        readonly contractId: ContractId;
        readonly contractAreaId: ContractAreaId;
        readonly areaName: string;
        readonly organizationName: string;
        readonly endsOn: PlainDate;
        readonly successorName: string;
        readonly servesFrom?: PlainDate;
        /** How many cases were proposed, and the numbers of those that are still open. */
        readonly proposed: number;
        readonly cases: readonly string[];
      }
  );

export interface ProposalLists {
  /** Made by others and not answered: the reader may answer them. */
  readonly waiting: readonly ProposalView[];
  readonly mine: readonly ProposalView[];
  readonly decided: readonly ProposalView[];
}
