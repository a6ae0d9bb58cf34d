import { isPlainDate } from "../kernel/plain-date.ts";
import type { CaseProfile } from "../policy/settings.ts";
import { bookOfCase } from "./book-of-case.ts";
import type { BlockChecker, Difference, Json, JsonObject, WorkedCase } from "./checker.ts";
import { isObject, objects, textOf } from "./compare.ts";
import { applyPatch, type PatchOperation } from "./json-patch.ts";
import { CHECKERS } from "./registry.ts";

/** What came out of one case: values compared, those that differ, and blocks or parts nobody can judge. */
export interface CaseOutcome {
  readonly id: string;
  readonly checks: number;
  readonly differences: readonly Difference[];
  readonly unsupported: readonly string[];
}

export interface WorkedCasesOutcome {
  readonly cases: readonly CaseOutcome[];
  /** `S10.copies`: expected blocks (or parts of them) for which no rule exists yet. Never counted as passed. */
  readonly unsupported: readonly string[];
}

/** Blocks that only explain. */
const EXPLANATIONS: ReadonlySet<string> = new Set([
  "answer",
  "assertions",
  "narrative",
  "note",
  "notes",
  "why",
]);

const profileOf = (scenario: JsonObject, given: JsonObject): CaseProfile => {
  const named = textOf(given["profile"]);
  if (named === "KY_IN_HOME" || named === "IA_FSRP") return named;
  return scenario["calendar"] === "KY" ? "KY_IN_HOME" : "IA_FSRP";
};

interface Prepared {
  readonly workedCase: WorkedCase;
  readonly unknownSettings: readonly string[];
}

/** The first text in the shape of a date that is none: a mistyped day must not be read as another one. */
const impossibleDate = (value: Json): string | undefined => {
  if (typeof value === "string")
    return /^\d{4}-\d{2}-\d{2}$/u.test(value) && !isPlainDate(value) ? value : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const entry of Object.values(value) as readonly Json[]) {
    const found = impossibleDate(entry);
    if (found !== undefined) return found;
  }
  return undefined;
};

const prepare = (
  id: string,
  scenario: JsonObject,
  given: JsonObject,
  expect: Json | undefined,
  variantSettings: Json | undefined,
): Prepared => {
  const impossible = impossibleDate(given);
  if (impossible !== undefined) throw new Error(`${impossible} is no date`);
  const { book, unknown } = bookOfCase(
    profileOf(scenario, given),
    [scenario["settings"], given["settings"], variantSettings],
    given["holidays"],
  );
  return {
    workedCase: { id, given, expect: isObject(expect) ? expect : {}, book },
    unknownSettings: unknown,
  };
};

/** A scenario and its variants as cases of their own, each made when it is judged. */
const casesOf = (
  scenario: JsonObject,
  index: number,
): readonly { readonly id: string; readonly make: () => Prepared }[] => {
  const id = textOf(scenario["id"]) ?? `case ${index + 1}`;
  const given = isObject(scenario["given"]) ? scenario["given"] : {};
  const variants = objects(scenario["variants"]).map((variant, i) => {
    const name = `${id} variant ${i + 1}`;
    const operations = objects(variant["patch"]) as unknown as readonly PatchOperation[];
    const make = () => {
      const patched = applyPatch(given, operations) as JsonObject;
      return prepare(name, scenario, patched, variant["expect"], variant["settings"]);
    };
    return { id: name, make };
  });
  const make = () => prepare(id, scenario, given, scenario["expect"], undefined);
  return [{ id, make }, ...variants];
};

/** One that cannot be read is a finding of its own, and never stops the others. */
const judgeSafely = (
  { id, make }: { readonly id: string; readonly make: () => Prepared },
  checkers: readonly BlockChecker[],
): CaseOutcome => {
  try {
    return judge(make(), checkers);
  } catch (error) {
    const actual = error instanceof Error ? error.message : String(error);
    return {
      id,
      checks: 1,
      differences: [{ at: "case", expected: "one that can be read", actual }],
      unsupported: [],
    };
  }
};

const judge = (prepared: Prepared, checkers: readonly BlockChecker[]): CaseOutcome => {
  const { workedCase, unknownSettings } = prepared;
  const differences: Difference[] = [];
  const unsupported = unknownSettings.map((name) => `${workedCase.id}.settings.${name}`);
  let checks = 0;
  for (const [block, expected] of Object.entries(workedCase.expect)) {
    if (EXPLANATIONS.has(block)) continue;
    const checker = checkers.find((candidate) => candidate.takes(block, workedCase));
    if (!checker) {
      unsupported.push(`${workedCase.id}.${block}`);
      continue;
    }
    const result = checker.check(block, expected, workedCase);
    checks += result.checks;
    differences.push(
      ...result.differences.map((difference) => ({
        ...difference,
        at: `${block}${difference.at}`,
      })),
    );
    unsupported.push(...(result.unsupported ?? []).map((at) => `${workedCase.id}.${block}${at}`));
  }
  return { id: workedCase.id, checks, differences, unsupported };
};

const scenariosOf = (document: Json): readonly JsonObject[] => {
  if (Array.isArray(document)) return objects(document as Json);
  if (isObject(document) && Array.isArray(document["scenarios"]))
    return objects(document["scenarios"]);
  return isObject(document) && "expect" in document ? [document] : [];
};

/**
 * Runs every worked case of a document in the shape of `test-vectors/worked-cases.json`: its scenarios, a list of them, or
 * one alone; with any mix of expected blocks.
 */
export const runWorkedCases = (
  document: Json,
  checkers: readonly BlockChecker[] = CHECKERS,
): WorkedCasesOutcome => {
  const cases = scenariosOf(document)
    .flatMap(casesOf)
    .map((one) => judgeSafely(one, checkers));
  return { cases, unsupported: cases.flatMap((outcome) => outcome.unsupported) };
};
