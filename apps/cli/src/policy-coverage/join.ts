import type { RuleMeta } from "@kinward/domain/kernel";
import type { Catalogue } from "./catalogue.ts";

/** A test that passed, and the file in which it stands. */
export interface PassedTest {
  readonly file: string;
  readonly title: string;
}

/** What there is of one requirement or decision. */
export interface Covered {
  readonly id: string;
  readonly rules: readonly RuleMeta[];
  readonly tests: readonly PassedTest[];
}

export interface Coverage {
  readonly requirements: ReadonlyMap<string, Covered>;
  readonly decisions: ReadonlyMap<string, Covered>;
  /** Ids that a rule or a test names and the catalogue does not have. */
  readonly unknown: readonly string[];
}

/** Per id what it has: the committed state that must not be lost. */
export type Baseline = Readonly<Record<string, readonly ("RULE" | "TEST")[]>>;

const IDS = /\[((?:[A-Z]+-(?:\d+|IA|KY))(?:, [A-Z]+-(?:\d+|IA|KY))*)\]/g;

/** The ids that the titles of a test and of the groups around it name. */
export const idsOfTitle = (title: string): readonly string[] => [
  ...new Set([...title.matchAll(IDS)].flatMap(([, ids]) => (ids ?? "").split(", "))),
];

/** Joins catalogue, declared rules and passed tests. */
export const joinCoverage = (
  catalogue: Catalogue,
  rules: readonly RuleMeta[],
  tests: readonly PassedTest[],
): Coverage => {
  const rulesOf = new Map<string, RuleMeta[]>();
  for (const rule of rules)
    for (const id of new Set([rule.id, ...(rule.also ?? []), ...(rule.decisions ?? [])]))
      rulesOf.set(id, [...(rulesOf.get(id) ?? []), rule]);
  const testsOf = new Map<string, PassedTest[]>();
  for (const test of tests)
    for (const id of idsOfTitle(test.title)) testsOf.set(id, [...(testsOf.get(id) ?? []), test]);
  const known = new Set([...catalogue.requirements, ...catalogue.decisions].map(({ id }) => id));
  const covered = (entries: readonly { readonly id: string }[]) =>
    new Map(
      entries.map(({ id }) => [
        id,
        { id, rules: rulesOf.get(id) ?? [], tests: testsOf.get(id) ?? [] },
      ]),
    );
  return {
    requirements: covered(catalogue.requirements),
    decisions: covered(catalogue.decisions),
    unknown: [...new Set([...rulesOf.keys(), ...testsOf.keys()])]
      .filter((id) => !known.has(id))
      .toSorted(),
  };
};

const has = ({ rules, tests }: Covered): readonly ("RULE" | "TEST")[] => [
  ...(rules.length > 0 ? (["RULE"] as const) : []),
  ...(tests.length > 0 ? (["TEST"] as const) : []),
];

export const baselineOf = ({ requirements, decisions }: Coverage): Baseline =>
  Object.fromEntries(
    [...requirements.values(), ...decisions.values()]
      .map((one) => [one.id, has(one)] as const)
      .filter(([, what]) => what.length > 0),
  );

/** What the committed state has and the present one lost, as `CON-4: TEST`. */
export const lossesSince = (baseline: Baseline, coverage: Coverage): readonly string[] => {
  const now = baselineOf(coverage);
  return Object.entries(baseline).flatMap(([id, what]) =>
    what.filter((one) => !(now[id] ?? []).includes(one)).map((one) => `${id}: ${one}`),
  );
};
