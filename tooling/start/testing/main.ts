import { join } from "node:path";
import type { Front } from "../front.ts";
import { run } from "../run.ts";

/** The supervisor with stand-ins: everything else is as in `npm start`. */
const noFront: Front = {
  prepare: async () => ({}),
  apiAddress: async (address) => address,
  apiNodeArgs: [],
  open: async () => async () => undefined,
};

await run(noFront, {
  state: process.env["KINWARD_TEST_STATE"] ?? "",
  cli: join(import.meta.dirname, "stand-in-cli.ts"),
  api: join(import.meta.dirname, "stand-in-api.ts"),
});
