import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

export interface Package {
  /** Without the scope: `domain` for `@kinward/domain`. */
  readonly name: string;
  /** Relative to the root, such as `packages/domain`. */
  readonly folder: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
  /** What others may import, as the keys of `exports` in package.json. */
  readonly entries: readonly string[];
}

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  exports?: Record<string, string>;
}

const SCOPE = "@kinward/";

export function workspaceName(specifier: string): string | undefined {
  return specifier.startsWith(SCOPE) ? specifier.slice(SCOPE.length).split("/")[0] : undefined;
}

export function readPackages(root: string): Package[] {
  return globSync("{packages,apps,tooling}/*/package.json", { cwd: root })
    .map((file) => ({
      folder: dirname(file),
      manifest: JSON.parse(readFileSync(join(root, file), "utf8")) as Manifest,
    }))
    .filter(({ manifest }) => manifest.name.startsWith(SCOPE))
    .map(({ folder, manifest }) => ({
      name: manifest.name.slice(SCOPE.length),
      folder,
      dependencies: Object.keys(manifest.dependencies ?? {}),
      devDependencies: Object.keys(manifest.devDependencies ?? {}),
      entries: Object.keys(manifest.exports ?? {}),
    }));
}

/** The TypeScript files of a package, relative to the root. */
export function sourceFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return globSync(`${folder}/**/*.{ts,tsx,js,mjs}`, {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path),
  }).map((file) => relative(root, join(root, file)));
}
