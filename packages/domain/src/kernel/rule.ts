import type { Citation } from "./citation.ts";

/** What a rule says of itself: requirement, lines of policy and decisions behind it. */
export interface RuleMeta {
  /** Requirement id of the catalogue, for example `CON-4`. */
  readonly id: string;
  /** Further requirement ids that the same function carries. */
  readonly also?: readonly string[];
  readonly cites: readonly Citation[];
  readonly decisions?: readonly string[];
}

export type Rule<F> = F & { readonly meta: RuleMeta };

const registry: RuleMeta[] = [];

/** Declares a rule: the function itself, carrying its citation. Coverage is generated from what is declared here. */
export const rule = <F extends (...args: never[]) => unknown>(meta: RuleMeta, fn: F): Rule<F> => {
  registry.push(meta);
  return Object.assign(fn, { meta });
};

/** Every rule of the modules loaded so far. */
export const declaredRules = (): readonly RuleMeta[] => registry;
