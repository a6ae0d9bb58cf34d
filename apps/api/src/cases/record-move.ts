import { loadCaseFile, recordMove as writeMove } from "@kinward/db/cases";
import { RecordMoveSchema } from "@kinward/domain/people";
import { recorded } from "../trpc/act.ts";
import { orNotFound } from "../trpc/failure.ts";
import { caseCommand } from "../trpc/procedures.ts";

/** Where a member of the case lives from a day on. */
export const recordMove = caseCommand(
  "cases.recordMove",
  RecordMoveSchema,
  async ({ relation, ...tools }, input) => {
    const { file } = await loadCaseFile(tools.trx, tools.caseId);
    const member = orNotFound(file.members.findLast((one) => one.id === input.personId));
    return recorded(
      await writeMove(tools, member, input, relation.contractorOfCase?.lastServiceDay),
    );
  },
);
