import { isDeepStrictEqual } from "node:util";
import { type Act, type Call, isReferral, isWithdrawal, type Referral } from "./history.ts";
import type { Entry, Ledger } from "./ledger.ts";
import type { Violation } from "./violation.ts";

interface Books {
  /** By the id of the referral that was acknowledged. */
  readonly referrals: ReadonlyMap<string, Referral>;
  readonly byCommand: ReadonlyMap<string, readonly Entry[]>;
  readonly byKey: ReadonlyMap<unknown, readonly Entry[]>;
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

/** Everything that someone was told is there once, as it was told; nothing is there that nobody asked for. */
export function checkAcknowledged(
  ledger: Ledger,
  calls: readonly Call[],
  acts: ReadonlyMap<string, Act>,
): readonly Violation[] {
  const entries = ledger.areas.flatMap((area) => area.entries);
  const referrals = [...acts.values()].filter(isReferral);
  const books: Books = {
    referrals: new Map(
      referrals.flatMap((act) =>
        act.acknowledged === undefined ? [] : [[act.acknowledged.referralId, act]],
      ),
    ),
    byCommand: Map.groupBy(entries, (entry) => entry.commandId),
    byKey: Map.groupBy(entries, (entry) => entry.line["referralKey"]),
    keys: new Map(
      [...Map.groupBy(ledger.referrals, (one) => one.referralId)].map(([id, rows]) => [
        id,
        rows.map((row) => row.referralKey),
      ]),
    ),
  };
  return [
    ...[...acts.values()].flatMap((act) => aboutAct(act, books)),
    ...aboutReferrals(referrals),
    ...calls.flatMap((call) => aboutReceipt(call, books)),
    ...entries.flatMap(({ commandId, line }): Violation[] =>
      acts.has(commandId)
        ? []
        : [{ check: "unasked", text: `${nameOf(line)}: no call asked for command ${commandId}` }],
    ),
  ];
}

const nameOf = (line: Entry["line"]): string =>
  `area ${String(line["area"])}: line ${String(line["seq"])}`;

function aboutAct(act: Act, books: Books): Violation[] {
  const found: Violation[] = [];
  const add = (check: Violation["check"], text: string): void =>
    void found.push({ check, text: `command ${act.commandId}: ${text}` });
  const answers = act.calls.flatMap((call) => call.acknowledged ?? []);
  if (answers.some((answer) => !isDeepStrictEqual(answer, answers[0])))
    add("retry", "asked again, it was answered differently");
  if (act.calls.some((call) => !isDeepStrictEqual(call.asked, act.asked)))
    add("retry", "the same id asks for different things");
  const lines = books.byCommand.get(act.commandId) ?? [];
  if (lines.length > 1) add("retry", `it wrote ${lines.length} lines`);
  if (act.acknowledged === undefined) {
    const isRefused = act.calls.some((call) => call.refused !== undefined);
    if (isRefused && lines.length > 0) add("acknowledged", "it was refused and wrote a line");
    return found;
  }
  const keys = books.keys.get(act.acknowledged.referralId) ?? [];
  if (keys.length !== 1)
    add("acknowledged", `its referral was acknowledged and is there ${keys.length} times`);
  const own = books.byKey.get(keys[0]) ?? [];
  const of = (kind: string) => own.filter(({ line }) => line["kind"] === kind);
  if (isReferral(act)) {
    const [entry, ...more] = of("ASSIGNMENT");
    if (entry === undefined || more.length > 0)
      add(
        "acknowledged",
        `its turn was acknowledged and is there ${of("ASSIGNMENT").length} times`,
      );
    else if (entry.commandId !== act.commandId)
      add("acknowledged", "its turn was written by another command");
    else if (entry.line["area"] !== act.asked.area)
      add("acknowledged", "its turn is one of another area");
  }
  if (isWithdrawal(act)) {
    const referral = books.referrals.get(act.asked.referralId);
    const wanted = referral !== undefined && act.asked.on < referral.asked.effectiveOn ? 1 : 0;
    if (of("REVERSAL").length !== wanted)
      add("acknowledged", `it takes back ${wanted} turns and ${of("REVERSAL").length} were taken`);
  }
  return found;
}

/** Two commands never lead to one referral. */
function aboutReferrals(referrals: readonly Act[]): Violation[] {
  const done = referrals.filter((act) => act.acknowledged !== undefined);
  return [...Map.groupBy(done, (act) => act.acknowledged?.referralId)].flatMap(([id, acts]) =>
    acts.length === 1
      ? []
      : [{ check: "retry", text: `referral ${id}: ${acts.length} commands led to it` }],
  );
}

/** A receipt shows the line as it stands. */
function aboutReceipt({ asked, acknowledged }: Call, { byKey, keys }: Books): Violation[] {
  if (asked.kind !== "RECEIPT" || acknowledged?.line === undefined) return [];
  const key = keys.get(asked.referralId)?.[0];
  const entry = byKey.get(key)?.find(({ line }) => line["kind"] === "ASSIGNMENT");
  const wrong = Object.entries(acknowledged.line).flatMap(([name, value]) =>
    entry?.line[name] === value ? [] : [name],
  );
  return wrong.length === 0
    ? []
    : [
        {
          check: "acknowledged",
          text: `referral ${asked.referralId}: its receipt showed another ${wrong.join(", ")}`,
        },
      ];
}
