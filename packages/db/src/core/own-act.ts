import type { CaseId, CommandId, Instant, Params } from "@kinward/domain/kernel";
import { sql } from "kysely";
import { actorOf } from "./caller.ts";
import type { Trx } from "./client.ts";
import type { CommandTools } from "./command.ts";
import { canonical, sha256 } from "./digest.ts";
import { json } from "./values.ts";

/** Under which act the rows that follow are written; under none, rows keep the versions that they state. */
export const actingAs = async (trx: Trx, commandId: CommandId | ""): Promise<void> =>
  void (await sql`SELECT set_config('app.command', ${commandId}, true)`.execute(trx));

/** The act of one case within an act on many, so that its history tells of it; nobody repeats it by itself. */
export async function recordOwnAct(
  { trx, caller, commandId }: CommandTools,
  act: {
    readonly commandId: CommandId;
    readonly procedure: string;
    readonly at: Instant;
    readonly caseId: CaseId;
    readonly reason?: string;
  },
  params: Params,
): Promise<void> {
  await trx
    .insertInto("command")
    .values({
      ...act,
      ...actorOf(caller),
      inputDigest: sha256(canonical({ within: commandId, caseId: act.caseId })),
      params: json(params),
    })
    .execute();
}
