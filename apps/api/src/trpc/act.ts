import {
  type CommandAnswer,
  type CommandRecord,
  type CommandRequest,
  type CommandTools,
  runCommand,
} from "@kinward/db";
import type { Services } from "./context.ts";
import { Failed, notFound, refused } from "./failure.ts";

/** What an act of the database answered: its record, or its refusals as the answer of the procedure. */
export function recorded<A>(answer: CommandAnswer<A>): CommandRecord<A> {
  if ("no" in answer) throw refused(...answer.no);
  return answer.done;
}

/** Does one act and answers with its result, or leaves with the failure that its outcome stands for. */
export async function act<A>(
  { db }: Pick<Services, "db">,
  request: CommandRequest,
  run: (tools: CommandTools) => Promise<CommandRecord<A>>,
): Promise<A> {
  const outcome = await runCommand<A, Failed>(db, request, async (tools) => {
    try {
      return { done: await run(tools) };
    } catch (error) {
      // A retry that ran beside the first try fails because that one did it: then its stored result is the answer.
      if (error instanceof Failed) return { no: error };
      throw error;
    }
  });
  switch (outcome.kind) {
    case "DONE":
      return outcome.result;
    case "NO":
      throw outcome.no;
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
