/** What someone asked of the system. Days are ISO dates in the agency's zone. */
export type Asked =
  | {
      readonly kind: "REFER";
      readonly area: string;
      /** Names the family in this history; its calls follow one another. */
      readonly family: string;
      readonly service: "FSRP" | "SAFETY_PLAN";
      /** The day of the submission. */
      readonly on: string;
      /** The first day of the services. */
      readonly effectiveOn: string;
      /** The contractor that an override asks for. */
      readonly override?: string;
      /** A deliberate transfer into this area. */
      readonly transfer?: true;
    }
  | { readonly kind: "WITHDRAW"; readonly referralId: string; readonly on: string }
  /** A look at the receipt of a referral. */
  | { readonly kind: "RECEIPT"; readonly referralId: string };

/** What the answer said. */
export interface Acknowledged {
  readonly referralId: string;
  /** Of a receipt: the line as it was shown. */
  readonly line?: {
    readonly seq: number;
    readonly contractor: string;
    readonly method: string;
    readonly counted: number;
    readonly outOfOrder: number;
    readonly hash: string;
  };
}

/**
 * One call of one client: a retry is another call with the same command id. Times are those of one clock that never goes
 * back, in milliseconds; a call without answer may have been done or not.
 */
export interface Call {
  readonly who: string;
  readonly commandId: string;
  readonly invokedAt: number;
  readonly answeredAt?: number;
  readonly asked: Asked;
  readonly acknowledged?: Acknowledged;
  /** Codes of a refusal: nothing was done. */
  readonly refused?: readonly string[];
}

/** All calls of one command: one act, asked for once or more often. */
export interface Act {
  readonly commandId: string;
  readonly asked: Asked;
  readonly calls: readonly Call[];
  /** Before this moment it cannot have been done. */
  readonly invokedAt: number;
  /** At this moment it was done; absent when nobody was told so. */
  readonly answeredAt?: number;
  readonly acknowledged?: Acknowledged;
}

export type Referral = Act & { readonly asked: Extract<Asked, { kind: "REFER" }> };
export type Withdrawal = Act & { readonly asked: Extract<Asked, { kind: "WITHDRAW" }> };

export const isReferral = (act: Act): act is Referral => act.asked.kind === "REFER";
export const isWithdrawal = (act: Act): act is Withdrawal => act.asked.kind === "WITHDRAW";

/** Calls from JSON lines; empty lines are passed over. */
export const parseHistory = (text: string): readonly Call[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Call);

/** The acts that change something, by command id. */
export function actsOf(calls: readonly Call[]): ReadonlyMap<string, Act> {
  const asked = Map.groupBy(
    calls.filter((call) => call.asked.kind !== "RECEIPT"),
    (call) => call.commandId,
  );
  return new Map([...asked].map(([commandId, own]) => [commandId, actOf(commandId, own)]));
}

function actOf(commandId: string, calls: readonly Call[]): Act {
  const done = calls.filter((call) => call.acknowledged !== undefined);
  const answers = done.flatMap((call) => call.answeredAt ?? []);
  const { asked } = calls[0] as Call;
  const acknowledged = done[0]?.acknowledged;
  return {
    commandId,
    asked,
    calls,
    invokedAt: Math.min(...calls.map((call) => call.invokedAt)),
    ...(answers.length > 0 && { answeredAt: Math.min(...answers) }),
    ...(acknowledged && { acknowledged }),
  };
}
