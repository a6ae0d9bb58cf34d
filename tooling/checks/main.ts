import { join } from "node:path";
import { checkLocks } from "./lock.ts";
import { checkPlaces } from "./places.ts";

const root = join(import.meta.dirname, "../..");
const problems = [...checkLocks(root), ...checkPlaces(root)];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
