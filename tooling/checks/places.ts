import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A path below somebody's home or a build machine's folder: true on one machine only. */
const MACHINE_PATH = /(?<![\w.~-])\/(home|Users|work)\/[\w.-]+/;

const TEXT = "**/*.{ts,tsx,js,mjs,json,md,yaml,css,html,sql}";

const NOT_OURS = /(^|\/)(node_modules|dist|\.git|\.kinward|\.turbo)$/;

/** Answers with one sentence per line that names a place on one machine. */
export function checkPlaces(root: string): string[] {
  return globSync(TEXT, { cwd: root, exclude: (path) => NOT_OURS.test(path) }).flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .flatMap((line, index) => {
        const found = MACHINE_PATH.exec(line)?.[0];
        return found === undefined
          ? []
          : [`${file}:${index + 1}: names a place on one machine: ${found}`];
      }),
  );
}
