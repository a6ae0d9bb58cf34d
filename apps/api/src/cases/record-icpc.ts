import { findEpisode, recordIcpc as writeIcpc } from "@kinward/db/contacts";
import { RecordIcpcSchema } from "@kinward/domain/contacts/schema";
import { recorded } from "../trpc/act.ts";
import { orNotFound } from "../trpc/failure.ts";
import { caseCommand } from "../trpc/procedures.ts";

/** That a child's placement outside the state was coordinated under the Interstate Compact (CON-12). */
export const recordIcpc = caseCommand(
  "cases.recordIcpc",
  RecordIcpcSchema,
  async (tools, input) => {
    const { trx, caseId, today } = tools;
    const found = orNotFound(await findEpisode(trx, caseId, input.episodeId, today));
    return recorded(await writeIcpc(tools, found, input));
  },
);
