/**
 * Which package may use which: the arrows of docs/adr/0012-boundaries.md. `source` is what ships; `tests` come on top in
 * tests and configuration; of `types` only types may be imported.
 */
export interface Arrows {
  readonly source: readonly string[];
  readonly tests: readonly string[];
  readonly types: readonly string[];
}

function arrows(source: string[], tests: string[] = [], types: string[] = []): Arrows {
  return { source, tests, types };
}

export const ARROWS: Readonly<Record<string, Arrows>> = {
  domain: arrows([]),
  wording: arrows(["domain"]),
  db: arrows(["domain"], ["testkit"]),
  ui: arrows(["domain", "wording"], ["testkit"]),
  sample: arrows(["domain", "db"], ["testkit"]),
  api: arrows(["domain", "db", "wording"], ["testkit"]),
  web: arrows(["domain", "wording", "ui"], ["testkit"], ["api"]),
  admin: arrows(["domain", "wording", "ui"], ["testkit"], ["api"]),
  cli: arrows(["domain", "wording", "db", "sample", "postgres"], ["testkit"]),
  testkit: arrows(["postgres"]),
  postgres: arrows([]),
  "bench-duties": arrows(["domain"]),
};

/** Packages whose shipped code uses nothing of the machine, and the only outside packages it may use. */
export const PURE: Readonly<Record<string, readonly RegExp[]>> = {
  domain: [/^zod$/, /^date-fns\/.+/],
  wording: [],
};

/** Tools that the root brings for tests and configuration of every package. */
export const ROOT_TOOLS = ["vitest", "vite", "@types/node"];
