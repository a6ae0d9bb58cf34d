import type { LaneNow, LeadCause, LedgerFault, OrderNow } from "@kinward/domain/assignment";
import type { OrganizationId } from "@kinward/domain/kernel";
import type {
  BalanceSeries,
  OrderContractor,
  OrderEpoch,
  OrderLine,
  OrderLineWhy,
  OrderShare,
} from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { receipts } from "@kinward/wording/en/receipts";
import { order as words } from "../../messages/en/order.ts";
import { citeText, methodText } from "../shared/assignment-words.ts";

/** What every sentence about an order needs: names, and how days are told. */
export interface Telling {
  readonly contractors: readonly OrderContractor[];
  readonly today: string;
  readonly timeZone: string;
}

export const nameOf = (contractors: readonly OrderContractor[], id: OrganizationId): string =>
  contractors.find((one) => one.organizationId === id)?.name ?? id;

/** The day of a moment: "Nov 19". */
export const dayOf = (at: string, { today, timeZone }: Telling): string =>
  dates.moment(at, timeZone, { today }).split(", ").slice(0, -1).join(", ");

/** "Harbor Family 2 ahead", "Even". */
export const balanceText = (balance: number, first: string, second: string): string =>
  balance === 0
    ? words.balance.even
    : words.balance.ahead(balance > 0 ? first : second, Math.abs(balance));

/** "one override on Nov 19", "2 overrides on Nov 19 and Nov 20 and one turn taken back on Nov 21". */
export function causesText(causes: readonly LeadCause[], telling: Telling): string {
  const kinds = [...new Set(causes.map((cause) => cause.kind))];
  return dates.list(
    kinds.map((kind) => {
      const days = [
        ...new Set(
          causes.filter((cause) => cause.kind === kind).map((cause) => dayOf(cause.at, telling)),
        ),
      ];
      const count = causes.filter((cause) => cause.kind === kind).length;
      const { one, many } = words.now.causes[kind];
      const what = count === 1 ? one : many(count);
      return days.length > 3
        ? words.now.since2(what, days[0] ?? "")
        : words.now.on(what, dates.list(days));
    }),
  );
}

export interface LaneView {
  readonly id: LaneNow["lane"];
  readonly left: { readonly label: string; readonly value: number };
  readonly right: { readonly label: string; readonly value: number };
  /** "Next turn: Harbor Family, then Harbor Family to balance one override on Nov 19." */
  readonly next: string | undefined;
  /** The debt that is still to be repaid; how it stands without one. */
  readonly debt: string;
}

/** One order of turns in words. */
export function presentLane(lane: LaneNow, telling: Telling): LaneView {
  const name = (id: OrganizationId) => nameOf(telling.contractors, id);
  const [first, second] = lane.pool;
  const side = (one: typeof first) => ({
    label: one === undefined ? "" : name(one.contractor),
    value: one?.turns ?? 0,
  });
  const { debt } = lane;
  const leader = lane.pool.find((one) => one.contractor !== debt?.to);
  return {
    id: lane.lane,
    left: side(first),
    right: side(second),
    next: lane.next === undefined ? undefined : nextText(lane.next, lane, telling),
    debt:
      debt === undefined || leader === undefined
        ? words.now.even
        : words.now.debt(name(leader.contractor), debt.turns, name(debt.to)),
  };
}

function nextText(next: OrganizationId, { debt }: LaneNow, telling: Telling): string {
  const name = nameOf(telling.contractors, next);
  const more = (debt?.turns ?? 1) - 1;
  const causes = debt?.causes ?? [];
  const tail =
    causes.length > 0
      ? words.now.toBalance(causesText(causes, telling))
      : more > 0
        ? words.now.untilEven
        : "";
  return `${words.now.next(name)}${more > 0 ? words.now.andThen(name, more) : ""}${tail}.`;
}

/** Since when the standing turns are counted. */
export const sinceText = (now: OrderNow, telling: Telling): string | undefined =>
  now.epoch === undefined
    ? undefined
    : now.begins
      ? words.now.begins
      : words.now.since(dates.date(now.epoch.from, { today: telling.today, style: "day" }));

/** Shares as bars: the kinds add up to all referrals. */
export function presentShares(
  given: readonly OrderShare[],
  contractors: readonly OrderContractor[],
  { lanes }: Pick<OrderNow, "lanes">,
) {
  // The present pair in its order, former contractors after it.
  const pair = lanes[0]?.pool.map((one) => one.contractor) ?? [];
  const place = (share: OrderShare) => (pair.indexOf(share.contractor) + 3) % 3;
  const shares = given.toSorted((a, b) => place(a) - place(b));
  const all = shares.reduce((sum, share) => sum + share.referrals, 0);
  const kinds = (["inTurn", "repaying", "overrides", "again", "uncounted"] as const).filter(
    (kind) => shares.some((share) => share[kind] > 0),
  );
  return {
    kinds,
    rows: shares.map((share) => ({
      id: share.contractor as string,
      label: nameOf(contractors, share.contractor),
      values: Object.fromEntries(kinds.map((kind) => [kind, share[kind]])),
      total: words.share.totalText(
        share.referrals,
        all === 0 ? 0 : Math.round((share.referrals / all) * 100),
        share.takenBack,
      ),
    })),
  };
}

/** What a line is, in the few words of its row. */
export function reasonText(
  line: Pick<OrderLine, "kind" | "method" | "refersToSeq" | "counted" | "outOfOrder">,
): string {
  const { kind, method, refersToSeq } = line;
  if (kind !== "ASSIGNMENT") return words.ledger.kinds[kind](refersToSeq ?? 0);
  const how = methodText(method);
  return refersToSeq === undefined ? how : words.ledger.again(how, refersToSeq);
}

/** A row of the ledger: a line, or a pair of contracts that began before it. */
export type LedgerRow =
  | { readonly id: string; readonly line: OrderLine }
  | { readonly id: string; readonly begun: OrderLine["begun"][number] };

/** The newest first: a pair of contracts stands below the first line written under it. */
export const ledgerRows = (lines: readonly OrderLine[]): readonly LedgerRow[] =>
  lines.flatMap((line): readonly LedgerRow[] => [
    { id: `line ${line.seq}`, line },
    ...line.begun.toReversed().map((begun) => ({ id: `pair ${begun.number}`, begun })),
  ]);

/** A pair of contracts that began: who, since when, who has the first turn, what was carried over. */
export function presentEpoch(
  { pair: { first, second }, from, starter, opening }: OrderEpoch,
  { contractors, today }: Telling,
): readonly string[] {
  const [a, b] = [nameOf(contractors, first), nameOf(contractors, second)];
  const carried = opening.map(({ lane, balance }) =>
    lane === "COMBINED" || opening.length === 1
      ? balanceText(balance, a, b)
      : `${words.lanes[lane]}: ${balanceText(balance, a, b)}`,
  );
  return [
    words.ledger.epochText(dates.list([a, b]), dates.date(from, { today, style: "day" })),
    carried.length === 0
      ? words.ledger.starter(nameOf(contractors, starter))
      : words.ledger.carried(carried.join("; ")),
  ];
}

/** Day or month of a point: "Nov 19", "November 2026". */
export const pointText = (on: string, today: string): string =>
  on.length === 7 ? dates.month(on) : dates.date(on, { today, style: "day" });

/** The farthest that each of the two was ahead. */
export function extremesText(
  { points, first, second }: BalanceSeries,
  contractors: readonly OrderContractor[],
): string {
  const high = Math.max(0, ...points.map((point) => point.high));
  const low = Math.min(0, ...points.map((point) => point.low));
  const side = (id: OrganizationId, lead: number) => {
    const name = nameOf(contractors, id);
    return lead === 0 ? words.balance.never(name) : words.balance.ahead(name, lead);
  };
  return words.balance.summary(side(first, high), side(second, -low));
}

/** What a replay found, with names instead of ids. */
export function presentFault(
  { check, seq, field, expected, found }: LedgerFault,
  contractors: readonly OrderContractor[],
): { readonly title: string; readonly differs: string } {
  const named = (value: string) =>
    contractors.find((one) => one.organizationId === value)?.name ?? value;
  return {
    title: words.proof.bad[check](seq),
    differs: words.proof.differs(words.proof.fields[field] ?? field, named(expected), named(found)),
  };
}

/** Why a line says what it says, in the parts of an explanation. */
export function presentWhy(why: OrderLineWhy, telling: Telling) {
  const { ledger, parts, without, policyNumber, cites, decisions, seq } = why;
  const name = (id: OrganizationId) => nameOf(why.contractors, id);
  const [first, second] = ledger.pool;
  const balance = (value: number) =>
    first === undefined || second === undefined
      ? `${value}`
      : value === 0
        ? words.balance.evenWithin
        : balanceText(value, name(first.contractor), name(second.contractor));
  const counts = (moment: "before" | "after") =>
    dates.list(ledger.pool.map((one) => words.line.count(name(one.contractor), one[moment])));
  return {
    title: words.line.title(seq),
    rule: [
      ...parts.map((part) => receipts.why[part.code](part.params)),
      ...(ledger.turnOf !== undefined && ledger.because !== undefined
        ? [
            words.line.sentence(
              words.line.turnOf(name(ledger.turnOf)),
              words.line.because[ledger.because],
            ),
          ]
        : []),
      // A lead of one is mostly nothing but the other's turn.
      ...(ledger.repaid !== undefined && (ledger.repaid.lead > 1 || repays(parts))
        ? [words.line.repaid(ledger.repaid.lead, ledger.repaid.left)]
        : []),
    ],
    sources: [
      ...cites.map(citeText),
      words.line.decisions(decisions),
      words.line.policy(policyNumber),
    ],
    counting:
      ledger.pool.length === 0
        ? undefined
        : `${words.line.counts(counts("before"), counts("after"))} ${words.line.balance(balance(ledger.before), balance(ledger.after))}`,
    changes: [
      ...without.flatMap((one) => withoutText(one, seq, name, telling)),
      ...(without.length > 0 ? [words.line.without.note] : []),
    ],
  };
}

const repays = (parts: OrderLineWhy["parts"]): boolean =>
  parts.some((part) => part.code === "ASSIGNED_EQUALIZING");

function withoutText(
  { override, line, next }: OrderLineWhy["without"][number],
  asked: number,
  name: (id: OrganizationId) => string,
  telling: Telling,
): readonly string[] {
  const { without } = words.line;
  const day = dayOf(override.at, telling);
  const sentences: string[] = [];
  if (override.seq === asked) sentences.push(without.itself(name(override.instead)));
  if (line !== undefined)
    sentences.push(
      (line.given === line.instead ? without.same : without.line)(
        day,
        override.seq,
        name(line.instead),
      ),
    );
  if (next !== undefined && next.seq !== asked)
    sentences.push(
      (next.given === next.instead ? without.nextSame : without.next)(next.seq, name(next.instead)),
    );
  return sentences;
}
