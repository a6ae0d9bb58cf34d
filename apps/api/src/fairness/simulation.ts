import { type AreaHistory, loadAreaHistory, organizationNames } from "@kinward/db/fairness";
import { findOrderArea } from "@kinward/db/order";
import { loadPolicyBook } from "@kinward/db/policy";
import {
  type Arrival,
  GENERATED_PAIR,
  GENERATED_SETTING,
  generateArrivals,
  givenOtherwise,
  rotationRulesOn,
  type RotationSetting,
  seededRandom,
  simulate,
  SimulationInput,
  type SimulationRun,
  summarize,
  withOverrides,
} from "@kinward/domain/assignment";
import type { OrganizationId, PlainDate } from "@kinward/domain/kernel";
import { type PolicyBook, withSettings } from "@kinward/domain/policy";
import type { SimulationOutcome, SimulationView, VariedRules } from "@kinward/domain/views";
import { setImmediate } from "node:timers/promises";
import { orNotFound } from "../trpc/failure.ts";
import { query, type QueryContext } from "../trpc/procedures.ts";

/** Lines of one run at most. */
const MOST_LINES = 20_000;
/** Time of one run at most, in milliseconds: others wait meanwhile. */
const MOST_TIME = 1_000;
/** Points of a picture. */
const POINTS = 240;

interface Stream {
  readonly arrivals: readonly Arrival[];
  readonly setting: RotationSetting;
  readonly book: (arrival: Arrival) => PolicyBook;
  readonly pair: readonly [OrganizationId, OrganizationId];
  readonly area?: { readonly name: string; readonly history: AreaHistory };
}

/** What the order of turns would be: the rules in force beside varied ones, over the same arrivals. */
export const simulateOrder = query(
  "fairness.simulate",
  SimulationInput,
  async (context, input): Promise<SimulationView> => {
    const { trx, today } = context;
    const stream = await loadStream(context, input);
    const { arrivals, setting, book, pair, area } = stream;
    const { overridePercent, leanPercent, ...values } = input.rules;
    const varied = makeVaried(values);
    const others =
      overridePercent === undefined
        ? arrivals
        : withOverrides(
            arrivals,
            pair,
            { share: overridePercent / 100, lean: (leanPercent ?? 50) / 100 },
            seededRandom(input.seed),
          );
    const inForce = simulate(arrivals, setting, { book, goOn: timer() });
    // What others asked meanwhile is answered between the two runs.
    await setImmediate();
    const otherwise = simulate(others, setting, {
      book: (arrival) => varied(book(arrival)),
      goOn: timer(),
    });
    const current = await loadPolicyBook(trx, "IA_FSRP");
    const contractors = new Set([inForce, otherwise].flatMap(contractorsOf));
    const differsAt = area && firstDifference(inForce, area.history);
    return {
      ...(area && {
        area: {
          name: area.name,
          cut: area.history.cut,
          ...(differsAt !== undefined && { differsAt }),
        },
      }),
      arrivals: arrivals.length,
      names: area ? Object.fromEntries(await organizationNames(trx, [...contractors])) : {},
      inForce: outcomeOf(inForce, current, today),
      varied: outcomeOf(otherwise, varied(current), today),
      otherwise: givenOtherwise(inForce.lines, otherwise.lines),
    };
  },
);

async function loadStream(
  { trx }: Pick<QueryContext, "trx">,
  { source, seed }: SimulationInput,
): Promise<Stream> {
  if (source.kind === "GENERATED") {
    const model = {
      days: source.days,
      perDay: source.perTenDays / 10,
      safetyPlanShare: source.safetyPlanPercent / 100,
      overrideShare: source.overridePercent / 100,
      overrideLean: source.leanPercent / 100,
      withdrawalShare: source.withdrawalPercent / 100,
      limit: MOST_LINES,
    };
    const current = await loadPolicyBook(trx, "IA_FSRP");
    return {
      arrivals: generateArrivals(model, seededRandom(seed)),
      setting: GENERATED_SETTING,
      book: () => current,
      pair: GENERATED_PAIR,
    };
  }
  const { contractAreaId } = source;
  const { name } = orNotFound(await findOrderArea(trx, contractAreaId, undefined));
  const history = await loadAreaHistory(trx, contractAreaId, MOST_LINES);
  const { arrivals, setting, book, epochs } = history;
  const [first, second] =
    epochs.at(-1)?.contractors ?? setting.contracts.map((one) => one.organizationId);
  return {
    arrivals,
    setting,
    book,
    pair: [first ?? ("" as OrganizationId), second ?? first ?? ("" as OrganizationId)],
    area: { name, history },
  };
}

/** Books with other values; one for each book, since they are compared by identity. */
const makeVaried = (values: Partial<VariedRules>) => {
  const made = new Map<PolicyBook, PolicyBook>();
  return (book: PolicyBook): PolicyBook => {
    const known = made.get(book) ?? withSettings(book, values);
    made.set(book, known);
    return known;
  };
};

const timer = () => {
  const until = performance.now() + MOST_TIME;
  return () => performance.now() < until;
};

const outcomeOf = (run: SimulationRun, book: PolicyBook, today: PlainDate): SimulationOutcome => {
  const { tieBreak, rotationScope, resubmissionWindowDays } = rotationRulesOn(book, today);
  const { lines, overridesRefused, skipped, stopped } = run;
  return {
    rules: { tieBreak, rotationScope, resubmissionWindowDays },
    summary: summarize(lines, POINTS),
    overridesRefused,
    skipped,
    stopped,
  };
};

const contractorsOf = ({ lines }: SimulationRun): readonly OrganizationId[] => [
  ...new Set(lines.map(({ line }) => line.contractor)),
];

/** The first line of the ledger that the rules in force do not give again; none where they give it whole. */
const firstDifference = (run: SimulationRun, { lines }: AreaHistory): number | undefined =>
  (run.stopped ? lines.slice(0, run.lines.length) : lines).find((line, index) => {
    const again = run.lines[index]?.line;
    return again?.contractor !== line.contractor || again.after !== line.after;
  })?.seq;
