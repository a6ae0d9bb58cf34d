import {
  type CommandRecord,
  type CommandRequest,
  type CommandTools,
  runCommand,
} from "@kinward/db";
import type { Services } from "./context.ts";
import { Failed, notFound, refused } from "./failure.ts";

/** Does one act and answers with its result, or leaves with the failure that its outcome stands for. */
export async function act<A>(
  { db }: Pick<Services, "db">,
  request: CommandRequest,
  run: (tools: CommandTools) => Promise<CommandRecord<A>>,
): Promise<A> {
  const outcome = await runCommand<A>(db, request, async (tools) => ({ done: await run(tools) }));
  switch (outcome.kind) {
    case "DONE":
      return outcome.result;
    case "NO":
      throw refused(...outcome.no);
    case "CONFLICT":
      throw new Failed({ kind: "CONFLICT", revision: outcome.revision });
    case "NOT_FOUND":
      throw notFound();
    case "REUSED":
      throw new Failed({
        kind: "INVALID",
        issues: [{ path: ["commandId"], message: "COMMAND_ID_REUSED" }],
      });
  }
}
