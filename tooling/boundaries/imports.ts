import { parseSync } from "vite";

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Only types: nothing of it is there at run time. */
  readonly isTypeOnly: boolean;
}

/** Every static import, re-export and dynamic import of a literal. */
export function importsOf(file: string, source: string): Import[] {
  const { module, errors } = parseSync(file, source);
  if (errors[0] !== undefined) throw new Error(`${file} cannot be parsed: ${errors[0].message}`);
  const lineOf = (position: number) => source.slice(0, position).split("\n").length;
  const found: Import[] = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const isTypeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    found.push({ specifier: moduleRequest.value, line: lineOf(start), isTypeOnly });
  }
  for (const { entries, start } of module.staticExports) {
    const requested = entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
    if (!requested) continue;
    const isTypeOnly = entries.every((entry) => entry.isType);
    found.push({ specifier: requested.value, line: lineOf(start), isTypeOnly });
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    const literal = /^(["'`])([^"'`$]*)\1$/.exec(text)?.[2];
    if (literal !== undefined)
      found.push({ specifier: literal, line: lineOf(start), isTypeOnly: false });
  }
  return found;
}
