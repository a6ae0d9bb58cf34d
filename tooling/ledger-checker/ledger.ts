/** A line as it is read from the table: nothing is believed of it. */
export type RawLine = Readonly<Record<string, unknown>>;

/** The fields of a line of version 1, once its types have been checked. */
export interface Line {
  readonly area: string;
  readonly seq: number;
  readonly kind: "ASSIGNMENT" | "REVERSAL" | "MOVE" | "CORRECTION";
  readonly lane: string;
  readonly epoch: number;
  readonly referralKey: string;
  readonly contractor: string;
  readonly method: string;
  readonly counted: number;
  readonly outOfOrder: number;
  readonly before: number;
  readonly after: number;
  readonly refersToSeq?: number;
  readonly at: string;
  readonly prev: string;
  readonly hash: string;
}

export interface Epoch {
  readonly number: number;
  readonly from: string;
  readonly contractors: readonly [string, string];
  readonly starter: string;
  readonly opening: Readonly<
    Record<
      string,
      { readonly balance: number; readonly last?: { readonly contractor: string } } | undefined
    >
  >;
}

/** The settings that decide turns; the ones of the register unless a ledger says otherwise. */
export interface Rules {
  readonly tieBreak: "ALTERNATE_FROM_LAST" | "STARTER_FIRST";
  readonly rotationScope: "COMBINED" | "PER_SERVICE_TYPE";
  readonly carryBalanceOnRenewalOfSamePair: boolean;
  readonly resubmissionWindowDays: number;
  readonly transferCounts: boolean;
}

export const REGISTER: Rules = {
  tieBreak: "ALTERNATE_FROM_LAST",
  rotationScope: "COMBINED",
  carryBalanceOnRenewalOfSamePair: true,
  resubmissionWindowDays: 30,
  transferCounts: true,
};

export interface Entry {
  /** The command that wrote the line. */
  readonly commandId: string;
  readonly line: RawLine;
}

export interface AreaLedger {
  readonly area: string;
  /** In the order in which they are stored. */
  readonly entries: readonly Entry[];
  readonly epochs: readonly Epoch[];
  /** What the system keeps of the end of the ledger. */
  readonly head?: { readonly seq: number; readonly hash: string };
}

export interface Ledger {
  readonly rules?: Partial<Rules>;
  readonly areas: readonly AreaLedger[];
  /** Which referral a line is about: only here, not in the ledger. */
  readonly referrals: readonly { readonly referralId: string; readonly referralKey: string }[];
}

const TEXTS = [
  "area",
  "kind",
  "lane",
  "referralKey",
  "contractor",
  "method",
  "at",
  "prev",
  "hash",
] as const;
const NUMBERS = ["v", "seq", "epoch", "counted", "outOfOrder", "before", "after", "policyNumber"];

/** The line with its types, or which fields are wrong. */
export function readLine(raw: RawLine): { readonly line: Line } | { readonly wrong: string } {
  const wrong = [
    ...TEXTS.filter((name) => typeof raw[name] !== "string"),
    ...NUMBERS.filter((name) => !Number.isSafeInteger(raw[name])),
    ...("refersToSeq" in raw && !Number.isSafeInteger(raw["refersToSeq"]) ? ["refersToSeq"] : []),
    ...(raw["v"] === 1 ? [] : ["version"]),
    ...(["ASSIGNMENT", "REVERSAL", "MOVE", "CORRECTION"].includes(String(raw["kind"]))
      ? []
      : ["kind"]),
  ];
  return wrong.length > 0
    ? { wrong: [...new Set(wrong)].join(", ") }
    : { line: raw as unknown as Line };
}
