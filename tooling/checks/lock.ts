import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Lock files name packages by name, version and digest only: where they come from is the machine's business. */
const SOURCE_OF_PACKAGE = /^\s*"?(tarball|resolved|registry)"?:|\{[^}]*\btarball:/;

/** Platforms whose binaries must be in the lock file; re-locking loses them without a word when they are not yet published. */
const PLATFORM = /(^|[-/])(linux|darwin)-(x64|64|arm64)(-gnu)?$/;

/** Never published at these versions: on macOS formatting and linting need another machine. */
const KNOWN_MISSING = /^@(oxfmt|oxlint|oxlint-tsgolint)\/.*darwin/;

const EXACT_VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

interface Manifest {
  name?: string;
  version?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Answers with one sentence per problem of the lock files and of what they were made from. */
export function checkLocks(root: string): string[] {
  return [...namedSources(root), ...looseVersions(root), ...lostPlatforms(root)];
}

function namedSources(root: string): string[] {
  return ["pnpm-lock.yaml", "tooling/toolchain/package-lock.json"].flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .flatMap((line, index) =>
        SOURCE_OF_PACKAGE.test(line)
          ? [`${file}:${index + 1}: a lock file must not say where a package comes from`]
          : [],
      ),
  );
}

function looseVersions(root: string): string[] {
  const manifests = globSync("{package.json,{packages,apps,tooling}/*/package.json}", {
    cwd: root,
  });
  return manifests.flatMap((file) => {
    const manifest = JSON.parse(readFileSync(join(root, file), "utf8")) as Manifest;
    const all = {
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    };
    return Object.entries(all)
      .filter(
        ([, version]) =>
          !["catalog:", "workspace:*"].includes(version) && !EXACT_VERSION.test(version),
      )
      .map(([name, version]) => `${file}: ${name} has the loose version "${version}"`);
  });
}

function lostPlatforms(root: string): string[] {
  const lock = readFileSync(join(root, "pnpm-lock.yaml"), "utf8");
  const store = join(root, "node_modules/.pnpm");
  if (!existsSync(store)) return ["node_modules is missing: install first"];
  const lost = new Set<string>();
  for (const file of globSync("*/node_modules/{*,@*/*}/package.json", { cwd: store })) {
    const {
      name,
      version,
      optionalDependencies = {},
    } = JSON.parse(readFileSync(join(store, file), "utf8")) as Manifest;
    for (const optional of Object.keys(optionalDependencies)) {
      if (!PLATFORM.test(optional) || KNOWN_MISSING.test(optional)) continue;
      if (!lock.includes(`${optional}@`))
        lost.add(`pnpm-lock.yaml: ${name}@${version} has lost its optional ${optional}`);
    }
  }
  return [...lost];
}
