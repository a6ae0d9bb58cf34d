import { beginCase } from "@kinward/db/cases";
import { listPeopleOfWork } from "@kinward/db/work";
import { BeginCaseCommand, decideBeginCase } from "@kinward/domain/assignment";
import { command } from "../trpc/procedures.ts";
import { decided, refused } from "../trpc/failure.ts";

/** Begins a Kentucky case without referral, for oneself or, as a supervisor, for someone of the team. */
export const begin = command("cases.begin", BeginCaseCommand, async ({ who, ...tools }, input) => {
  const { trx, today } = tools;
  const { value } = decided(decideBeginCase(input, today));
  const { staffId, roles } = who.actor;
  const worker = input.workerId ?? staffId;
  if (worker !== staffId) {
    const team = await listPeopleOfWork(trx, { staffId, roles }, today);
    if (!team.some((one) => one.staffId === worker))
      throw refused({ code: "FIELD_REQUIRED", path: ["workerId"], params: { of: "workerId" } });
  }
  const result = await beginCase(tools, value, worker);
  return { result, caseId: result.caseId, params: { openedOn: value.openedOn } };
});
