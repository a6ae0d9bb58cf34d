import { builtFront } from "./front.ts";
import { run } from "./run.ts";

await run(builtFront);
