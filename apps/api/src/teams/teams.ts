import { newId } from "@kinward/db";
import {
  countInTeam,
  endTeam,
  listTeams,
  loadOffices,
  loadStaffFacts,
  loadTeams,
  saveTeam,
} from "@kinward/db/admin";
import { decideEndPlace, decideSaveTeam } from "@kinward/domain/agency";
import {
  CommandEnvelope,
  id,
  type OfficeId,
  PlainDateSchema,
  requiredText,
  type StaffId,
  type TeamId,
  text,
} from "@kinward/domain/kernel";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { decided, orNotFound } from "../trpc/failure.ts";
import { command, query } from "../trpc/procedures.ts";

const Change = { ...CommandEnvelope, reason: requiredText(500) };

const list = query("teams.list", z.strictObject({}), async ({ trx, today }) => ({
  teams: await listTeams(trx, today),
}));

const SaveInput = z.strictObject({
  ...Change,
  teamId: z.exactOptional(id<TeamId>()),
  name: text(200),
  officeId: id<OfficeId>(),
  supervisorId: z.exactOptional(id<StaffId>()),
});

const save = command("teams.save", SaveInput, async ({ trx, today }, input) => {
  const teams = await loadTeams(trx);
  if (input.teamId !== undefined) orNotFound(teams.find((one) => one.id === input.teamId));
  const { staff } = await loadStaffFacts(trx);
  const others = teams.filter((one) => one.id !== input.teamId && one.officeId === input.officeId);
  const facts = { others, offices: await loadOffices(trx), staff, today };
  const { value } = decided(decideSaveTeam(input, facts));
  const teamId = input.teamId ?? newId<TeamId>();
  await saveTeam(trx, { ...input, ...value, teamId });
  return {
    result: { teamId },
    subject: { kind: "TEAM", id: teamId },
    params: { name: value.name },
  };
});

const EndInput = z.strictObject({ ...Change, teamId: id<TeamId>(), on: PlainDateSchema });

const end = command("teams.end", EndInput, async ({ trx }, { teamId, on }) => {
  const team = orNotFound((await loadTeams(trx)).find((one) => one.id === teamId));
  decided(decideEndPlace(team, await countInTeam(trx, teamId, on)));
  await endTeam(trx, teamId, on);
  return {
    result: { ok: true as const },
    subject: { kind: "TEAM", id: teamId },
    params: { name: team.name, on },
  };
});

export const teamsRouter = router({ list, save, end });
