import { mergeConfig } from "vitest/config";
import db from "./vitest/db.ts";

export default mergeConfig(db, { test: { include: ["**/*.test.ts"] } });
