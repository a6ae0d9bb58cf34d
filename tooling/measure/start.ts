import { builtFront } from "../start/front.ts";
import { run } from "../start/run.ts";

/** `npm start` as it is, but for the folder of its data. */
await run(builtFront, { state: process.env["KINWARD_MEASURE_STATE"] ?? "" });
