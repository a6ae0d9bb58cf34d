import { createRequire } from "node:module";
import { declaredRules, type RuleMeta } from "@kinward/domain/kernel";

const NAME = "@kinward/domain";

/** Every rule of the domain: each exported area is loaded, so that a new one is counted without being named here. */
export const loadDeclaredRules = async (areas: readonly string[]): Promise<readonly RuleMeta[]> => {
  for (const area of areas) await import(`${NAME}/${area}`);
  return declaredRules();
};

/** The areas that a package description exports; data folders (`./schemas/*`) are none. */
export const exportedAreas = (exports: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(exports)
    .filter((key) => key.startsWith("./") && !key.includes("*"))
    .map((key) => key.slice(2));

/** The areas of the domain as its own package description has them. */
export const domainAreas = (root: string): readonly string[] => {
  const description = createRequire(import.meta.url)(`${root}packages/domain/package.json`) as {
    readonly exports: Readonly<Record<string, string>>;
  };
  return exportedAreas(description.exports);
};
