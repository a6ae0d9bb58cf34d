import type { BalancePoint, SimulationInput, Spread } from "@kinward/domain/assignment";
import type { OrganizationId } from "@kinward/domain/kernel";
import type { SimulationOutcome, SimulationView } from "@kinward/domain/views";
import type { SimulationSearch } from "../../paths.ts";
import { simulation as m } from "./messages.ts";

/** Invented arrivals as the form proposes them. */
export const GENERATED_DEFAULTS = {
  arrivals: 10,
  days: 365,
  safety: 30,
  asked: 5,
  lean: 50,
  withdrawn: 3,
} as const;
const SEED = 1;

/** What an address asks the server for; undefined while nothing is chosen. */
export const inputOf = (search: SimulationSearch): SimulationInput | undefined => {
  const { area, arrivals, tie, scope, window, overrides, lean } = search;
  const rules: SimulationInput["rules"] = {
    ...(tie && { tieBreak: tie }),
    ...(scope && { rotationScope: scope }),
    ...(window !== undefined && { resubmissionWindowDays: window }),
    ...(overrides !== undefined && {
      overridePercent: overrides,
      ...(lean !== undefined && { leanPercent: lean }),
    }),
  };
  const seed = search.seed ?? SEED;
  if (arrivals !== undefined)
    return {
      source: {
        kind: "GENERATED",
        perTenDays: arrivals,
        days: search.days ?? GENERATED_DEFAULTS.days,
        safetyPlanPercent: search.safety ?? GENERATED_DEFAULTS.safety,
        overridePercent: search.asked ?? GENERATED_DEFAULTS.asked,
        leanPercent: lean ?? GENERATED_DEFAULTS.lean,
        withdrawalPercent: search.withdrawn ?? GENERATED_DEFAULTS.withdrawn,
      },
      seed,
      rules,
    };
  return area === undefined
    ? undefined
    : { source: { kind: "AREA", contractAreaId: area }, seed, rules };
};

/** The two contractors of a simulation by their positions; where one was replaced, the later pair. */
export const pairOf = (view: SimulationView): readonly [string, string] => {
  const [first, second] = view.inForce.summary.pair ?? [];
  return [nameOf(view, first, m.result.first), nameOf(view, second, m.result.second)];
};
const GENERATED_NAMES: Readonly<Record<string, string>> = {
  first: m.result.first,
  second: m.result.second,
};
const nameOf = (view: SimulationView, id: OrganizationId | undefined, otherwise: string): string =>
  (id && (view.names[id] ?? GENERATED_NAMES[id])) ?? otherwise;

export interface ComparedRow {
  readonly id: string;
  readonly figure: string;
  readonly inForce: string;
  readonly varied: string;
}

const percent = (count: number, of: number): string =>
  of === 0 ? "0.0" : ((100 * count) / of).toFixed(1);
const spreadText = (spread: Spread | undefined): string =>
  spread === undefined
    ? m.result.noneRepaid
    : m.result.spread(spread.median, spread.p90, spread.longest);

/** Figures of both runs, row by row. */
export const comparedRows = (view: SimulationView): readonly ComparedRow[] => {
  const { result, form } = m;
  const rowOf = (
    id: string,
    figure: string,
    text: (outcome: SimulationOutcome) => string | number,
  ): ComparedRow => ({
    id,
    figure,
    inForce: String(text(view.inForce)),
    varied: String(text(view.varied)),
  });
  const contractors = [
    ...new Set(
      [view.inForce, view.varied].flatMap(({ summary }) =>
        summary.turns.map((one) => one.contractor),
      ),
    ),
  ];
  return [
    rowOf("tie", result.tie, ({ rules }) => form.tieBreak[rules.tieBreak]),
    rowOf("scope", result.scope, ({ rules }) => form.rotationScope[rules.rotationScope]),
    rowOf("window", result.window, ({ rules }) => rules.resubmissionWindowDays),
    rowOf("referrals", result.referrals, ({ summary }) => summary.referrals),
    {
      id: "otherwise",
      figure: result.otherwise,
      inForce: result.noChange,
      varied: result.otherwiseOf(
        view.otherwise.count,
        view.otherwise.of,
        percent(view.otherwise.count, view.otherwise.of),
      ),
    },
    ...contractors.map((id) =>
      rowOf(
        `turns ${id}`,
        result.turns(nameOf(view, id, result.first)),
        ({ summary }) => summary.turns.find((one) => one.contractor === id)?.turns ?? 0,
      ),
    ),
    rowOf("outOfOrder", result.outOfOrder, ({ summary: { outOfOrder } }) =>
      result.outOfOrderOf(
        outOfOrder.count,
        outOfOrder.of,
        percent(outOfOrder.count, outOfOrder.of),
      ),
    ),
    rowOf("leads", result.leads, ({ summary }) => summary.leads.count),
    rowOf("largest", result.largest, ({ summary }) => summary.leads.largest),
    rowOf("turnsToRepay", result.turnsToRepay, ({ summary }) => spreadText(summary.repaid?.turns)),
    rowOf("daysToRepay", result.daysToRepay, ({ summary }) => spreadText(summary.repaid?.days)),
    rowOf("open", result.open, ({ summary }) => summary.leads.open),
    rowOf("refused", result.refused, (outcome) => outcome.overridesRefused),
    rowOf("skipped", result.skipped, (outcome) => outcome.skipped),
  ];
};

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Horizontal lines with their balance; 0 is among them. */
  readonly levels: readonly { readonly balance: number; readonly y: number }[];
}

const LEFT = 34;
const EDGE = 24;
const LEVELS = 6;

/** Where the courses of several runs stand, in pixels; all on one scale. */
export const layOut = (
  courses: readonly (readonly BalancePoint[])[],
  width: number,
  height = 240,
): Picture => {
  const all = courses.flat();
  const reach = Math.max(1, ...all.map((point) => Math.abs(point.balance)));
  const step = Math.ceil((2 * reach) / LEVELS);
  const top = Math.ceil(reach / step) * step;
  const last = Math.max(1, ...all.map((point) => point.seq));
  const y = (balance: number) => round(EDGE + ((top - balance) / (2 * top)) * (height - 2 * EDGE));
  const x = (seq: number) => round(LEFT + (seq / last) * (width - LEFT - EDGE));
  const levels: { balance: number; y: number }[] = [];
  for (let balance = -top; balance <= top; balance += step) levels.push({ balance, y: y(balance) });
  return {
    width,
    height,
    levels,
    lines: courses.map((course) =>
      course
        .map(({ seq, balance }, at) => `${at === 0 ? "M" : "L"}${x(seq)} ${y(balance)}`)
        .join(""),
    ),
  };
};
const round = (value: number): number => Math.round(value * 10) / 10;
