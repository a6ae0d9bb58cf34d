import {
  type AreaHistory,
  countOverrides,
  loadAreaHistory,
  loadReentries,
  loadSubmissions,
  organizationNames,
  staffNames,
} from "@kinward/db/fairness";
import { findOrderArea, type LineRules, loadLineRules } from "@kinward/db/order";
import { loadPolicyBook } from "@kinward/db/policy";
import { type Random, seededRandom, walkLedger } from "@kinward/domain/assignment";
import {
  chanceOfOtherContractor,
  judgeReentry,
  judgeSubmissions,
  type JudgedReentry,
  REENTRY_KINDS,
  type ReentryKind,
  reportPeriod,
  type ShareFindings,
  type ShareGroup,
  type Submission,
  testShares,
} from "@kinward/domain/fairness";
import type { OrganizationId, StaffId } from "@kinward/domain/kernel";
import { type PolicyBook, settingOn } from "@kinward/domain/policy";
import type { NamedFindings, OrderReviewView } from "@kinward/domain/views";
import { orNotFound } from "../trpc/failure.ts";
import { canRead, query } from "../trpc/procedures.ts";
import { AreaYear } from "./area-year.ts";

/** The same questions give the same answer each time they are asked. */
const SEED = 20_261_120;
/** Lines of an area that are looked at, from the first on: what came before decides whose turn it was. */
const MOST_LINES = 50_000;

type Names = ReadonlyMap<string, string>;

/** What might be gaming of the order: questions, with the rate at which honest people would raise them. */
export const orderReview = query(
  "fairness.orderReview",
  AreaYear,
  async ({ trx, today, who }, { contractAreaId, year }): Promise<OrderReviewView> => {
    const { name } = orNotFound(await findOrderArea(trx, contractAreaId, undefined));
    const period = reportPeriod(year, today);
    const within = [trx, contractAreaId, period.from, period.to] as const;
    const book = await loadPolicyBook(trx, "IA_FSRP");
    const overrides = await countOverrides(...within);
    const submissions = await loadSubmissions(...within);
    const held =
      submissions.length === 0
        ? []
        : heldByWorker(
            submissions,
            await loadAreaHistory(trx, contractAreaId, MOST_LINES),
            await loadLineRules(trx),
          );
    const reentries = (await loadReentries(...within)).map((one) =>
      judgeReentry(one, settingOn(book, "resubmissionWindowDays", one.againOn)),
    );
    const workers = [...overrides.byWorker, ...held].map((one) => one.id as StaffId);
    const people: Names = canRead(who, "STAFF_ADMIN", {})
      ? await staffNames(trx, workers)
      : new Map();
    const contractors = await organizationNames(trx, [
      ...overrides.byContractor.map((one) => one.id as OrganizationId),
      ...reentries.flatMap((one) => [one.from, one.to]),
    ]);
    const random = seededRandom(SEED);
    return {
      areaName: name,
      period,
      overridesByWorker: named(testShares(overrides.byWorker, random), people),
      overridesByContractor: named(testShares(overrides.byContractor, random), contractors),
      heldByWorker: named(testShares(held, random), people),
      reentries: {
        windowDays: settingOn(book, "resubmissionWindowDays", today),
        counts: countKinds(reentries),
        afterWindow: afterWindow(reentries, book, random),
        // One by one they lead to families: for those who may read cases.
        ...(canRead(who, "CASE_READ", {}) && {
          list: reentries.map((one) => ({
            ...one,
            fromName: contractors.get(one.from) ?? "",
            toName: contractors.get(one.to) ?? "",
          })),
        }),
      },
    };
  },
);

/** Ordinary referrals by worker, and how many of them were held back for the turn. */
function heldByWorker(
  submissions: readonly Submission[],
  { lines, epochs, setting }: AreaHistory,
  { rules }: LineRules,
): readonly ShareGroup[] {
  // A ledger without its epochs is no ledger that can be walked; the replay says so where it is shown.
  if (lines.some((line) => line.epoch > epochs.length)) return [];
  const steps = [...walkLedger(lines, { area: setting.area, epochs, rules })];
  const judged = judgeSubmissions(submissions, steps, (step) => rules(step.line).tieBreak);
  const groups = new Map<StaffId, { id: StaffId; hits: number; of: number }>();
  for (const { worker, heldForTurn } of judged) {
    const group = groups.get(worker) ?? { id: worker, hits: 0, of: 0 };
    groups.set(worker, group);
    group.of += 1;
    if (heldForTurn) group.hits += 1;
  }
  return [...groups.values()];
}

const named = (findings: ShareFindings, names: Names): NamedFindings => ({
  ...findings,
  tests: findings.tests
    .map((one) => {
      const name = names.get(one.id);
      return { ...one, ...(name !== undefined && { name }) };
    })
    // What is worth a question first; never by name or share alone.
    .toSorted((a, b) => a.p - b.p || (a.id < b.id ? -1 : 1)),
});

const countKinds = (judged: readonly JudgedReentry[]): Readonly<Record<ReentryKind, number>> => {
  const counts = Object.fromEntries(REENTRY_KINDS.map((kind) => [kind, 0]));
  for (const { kind } of judged) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts as Record<ReentryKind, number>;
};

/** Measured once for each book: the rule alone decides it. */
const chances = new WeakMap<PolicyBook, ReturnType<typeof chanceOfOtherContractor>>();

function afterWindow(
  judged: readonly JudgedReentry[],
  book: PolicyBook,
  random: Random,
): OrderReviewView["reentries"]["afterWindow"] {
  const chance = chances.get(book) ?? chanceOfOtherContractor(book, seededRandom(SEED));
  chances.set(book, chance);
  const late = judged.filter((one) => one.method !== "OVERRIDE" && one.method !== "RESUBMISSION");
  const hits = late.filter((one) => one.kind === "CHANGED_AFTER_WINDOW").length;
  const findings = testShares([{ id: "afterWindow", hits, of: late.length }], random, {
    // Where nobody ever comes back after the window there is nothing to expect.
    share: chance.of === 0 ? 1 : chance.changed / chance.of,
  });
  const [test] = findings.tests;
  return { ...(test && { test }), chance, falseAlarms: findings.falseAlarms };
}
