import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, normalize } from "node:path";
import { ARROWS, PURE, ROOT_TOOLS } from "./arrows.ts";
import { type Import, importsOf } from "./imports.ts";
import { type Package, readPackages, sourceFiles, workspaceName } from "./workspace.ts";

/** Checks package.json files and imports of the whole workspace; answers with one sentence per violation. */
export function checkBoundaries(root: string): string[] {
  const packages = readPackages(root);
  return packages.flatMap((own) => {
    const arrows = ARROWS[own.name];
    if (arrows === undefined)
      return [
        `${own.folder}: the package ${own.name} has no arrows in tooling/boundaries/arrows.ts`,
      ];
    return [
      ...checkManifest(own),
      ...sourceFiles(root, own.folder).flatMap((file) => checkFile(root, file, own, packages)),
    ];
  });
}

function checkManifest({ name, folder, dependencies, devDependencies }: Package): string[] {
  const { source, tests, types } = arrowsOf(name);
  const refuse = (allowed: readonly string[], kind: string) => (dependency: string) => {
    const target = workspaceName(dependency);
    return target === undefined || allowed.includes(target)
      ? []
      : [`${folder}/package.json: ${name} must not have ${target} among its ${kind}`];
  };
  return [
    ...dependencies.flatMap(refuse(source, "dependencies")),
    ...devDependencies.flatMap(refuse([...source, ...tests, ...types], "devDependencies")),
  ];
}

function arrowsOf(name: string) {
  return ARROWS[name] ?? { source: [], tests: [], types: [] };
}

function checkFile(
  root: string,
  file: string,
  own: Package,
  packages: readonly Package[],
): string[] {
  const imports = importsOf(file, readFileSync(join(root, file), "utf8"));
  return imports.flatMap((imported) => {
    const problem = problemOf(imported, file, own, packages);
    return problem === undefined ? [] : [`${file}:${imported.line}: ${problem}`];
  });
}

function problemOf(
  imported: Import,
  file: string,
  own: Package,
  packages: readonly Package[],
): string | undefined {
  const { specifier } = imported;
  if (specifier.startsWith(".")) return problemOfRelative(specifier, file, own);
  if (workspaceName(specifier) !== undefined)
    return problemOfWorkspace(imported, file, own, packages);
  return problemOfOutside(imported, file, own);
}

function problemOfRelative(specifier: string, file: string, own: Package): string | undefined {
  const target = normalize(join(dirname(file), specifier));
  if (!target.startsWith(`${own.folder}/`)) {
    if (isConfiguration(file) && /^tooling\/vi(te|test)\//u.test(target)) return undefined;
    return `"${specifier}" leaves the package: import it by its name`;
  }
  const from = featureOf(file);
  const to = featureOf(target);
  if (from !== undefined && to !== undefined && from !== to && to !== "shared") {
    return `the feature ${from} must not import from the feature ${to}: what both need belongs into features/shared`;
  }
  return undefined;
}

function featureOf(file: string): string | undefined {
  return /\/src\/features\/([^/]+)\//.exec(file)?.[1];
}

function problemOfWorkspace(
  { specifier, isTypeOnly }: Import,
  file: string,
  own: Package,
  packages: readonly Package[],
): string | undefined {
  const name = workspaceName(specifier) ?? "";
  const { source, tests, types } = arrowsOf(own.name);
  if (types.includes(name)) {
    if (!isTypeOnly) return `${own.name} may import only types from ${name}`;
  } else if (
    name !== own.name &&
    !source.includes(name) &&
    !(isForTests(file) && tests.includes(name))
  ) {
    return `${own.name} must not use ${name}`;
  }
  const entry = `.${specifier.slice(`@kinward/${name}`.length)}`;
  const entries = packages.find((candidate) => candidate.name === name)?.entries ?? [];
  if (!entries.some((key) => key === entry || matchesPattern(key, entry))) {
    return `"${specifier}" is not among the exports of ${name}`;
  }
  return undefined;
}

/** `./*` in `exports` stands for any path. */
function matchesPattern(key: string, entry: string): boolean {
  const [before = "", after] = key.split("*");
  return (
    after !== undefined &&
    entry.startsWith(before) &&
    entry.endsWith(after) &&
    entry.length > before.length
  );
}

function problemOfOutside(
  { specifier, isTypeOnly }: Import,
  file: string,
  own: Package,
): string | undefined {
  if (specifier === "date-fns")
    return 'import "date-fns/addDays" and the like: the whole of date-fns takes two seconds to load';
  const pure = PURE[own.name];
  if (pure !== undefined && !isForTests(file) && !pure.some((allowed) => allowed.test(specifier))) {
    return `${own.name} is pure and must not use ${specifier}`;
  }
  if (isBuiltin(specifier) || specifier.startsWith("virtual:")) return undefined;
  const dependency = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  if (own.dependencies.includes(dependency)) return undefined;
  const isShipped = file.startsWith(`${own.folder}/src/`) && !isForTests(file) && !isTypeOnly;
  if (!isShipped && [...own.devDependencies, ...ROOT_TOOLS].includes(dependency)) return undefined;
  return `${dependency} is not among the dependencies of ${own.name}`;
}

/** Tests and what only they use; `domain/src/testing` is exported for the tests of others. */
function isForTests(file: string): boolean {
  return /\.test\.tsx?$|\/(testing|e2e)\/|\/test\//.test(file);
}

function isConfiguration(file: string): boolean {
  return /(^|\/)[^/]+\.config\.ts$/.test(file);
}
