import { mergeConfig } from "vitest/config";
import db from "../../tooling/vitest/db.ts";

// No test here replaces a module or leaves anything in one: files may share what they load.
export default mergeConfig(db, { test: { isolate: false } });
