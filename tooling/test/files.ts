import { join } from "node:path";
import { STATE } from "../start/places.ts";

/** Where `npm test` keeps what its stages say and report. */
export const FOLDER = join(STATE, "test");

function fileOf(stage: string, extension: string, folder: string): string {
  return join(folder, stage.replaceAll(/[^a-z]+/gi, "-").toLowerCase() + extension);
}

/** Everything that the tools of a stage have written. */
export function logOf(stage: string, folder = FOLDER): string {
  return fileOf(stage, ".log", folder);
}

/** Vitest's report of a stage. */
export function reportOf(stage: string, folder = FOLDER): string {
  return fileOf(stage, ".json", folder);
}
