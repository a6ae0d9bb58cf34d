import { join } from "node:path";
import { checkBoundaries } from "./check.ts";

const violations = checkBoundaries(join(import.meta.dirname, "../.."));
for (const violation of violations) console.error(violation);
if (violations.length > 0) process.exit(1);
