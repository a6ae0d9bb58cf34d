import { loadCaseFile, recordMove as writeMove } from "@kinward/db/cases";
import { RecordMoveSchema } from "@kinward/domain/people";
import { recorded } from "../trpc/act.ts";
import { orNotFound } from "../trpc/failure.ts";
import { recorderOf, tellWorker } from "../people/recorder.ts";
import { caseCommand } from "../trpc/procedures.ts";

/** Where a member of the case lives from a day on. */
export const recordMove = caseCommand(
  "cases.recordMove",
  RecordMoveSchema,
  async (tools, input) => {
    const { file } = await loadCaseFile(tools.trx, tools.caseId);
    const member = orNotFound(file.members.findLast((one) => one.id === input.personId));
    const recorder = await recorderOf(tools);
    const done = recorded(await writeMove(tools, member, input, recorder));
    if (done.result.tells) await tellWorker(tools);
    return done;
  },
);
