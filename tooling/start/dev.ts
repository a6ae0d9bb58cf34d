import { devFront } from "./dev-front.ts";
import { run } from "./run.ts";

await run(devFront);
