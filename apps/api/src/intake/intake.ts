import {
  findCoordinatorFacts,
  findReferralDates,
  listCoordinators,
  listIntake,
  recordAcknowledgement,
  recordCoordinator,
} from "@kinward/db/intake";
import {
  AcknowledgeReferralCommand,
  AssignCoordinatorCommand,
  decideAcknowledge,
  decideAssignCoordinator,
} from "@kinward/domain/assignment";
import { type EpisodeId, id } from "@kinward/domain/kernel";
import type { CoordinatorOption, IntakeList } from "@kinward/domain/views";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { decided, notFound, orNotFound } from "../trpc/failure.ts";
import { caseCommand, caseQuery, query } from "../trpc/procedures.ts";

const ok = { ok: true } as const;

const list = query(
  "intake.list",
  z.strictObject({}),
  async ({ trx, who, today, saw }): Promise<IntakeList> => {
    const { organizationId } = who.caller;
    const rows = organizationId === undefined ? [] : await listIntake(trx, organizationId, today);
    saw(rows.map((row) => row.caseId));
    return { today, rows };
  },
);

const acknowledge = caseCommand(
  "intake.acknowledge",
  AcknowledgeReferralCommand,
  async ({ trx, who, today, at, caseId }, { referralId }) => {
    const { acknowledgedAt, ...dates } = orNotFound(await findReferralDates(trx, referralId));
    decided(decideAcknowledge({ ...dates, acknowledged: acknowledgedAt !== undefined }, today));
    await recordAcknowledgement(trx, referralId, who.actor.staffId, at);
    return { result: ok, caseId, params: { referralId } };
  },
);

const coordinators = caseQuery(
  "intake.coordinators",
  z.strictObject({ episodeId: id<EpisodeId>() }),
  async ({ trx, who, today }): Promise<{ readonly options: readonly CoordinatorOption[] }> => {
    const { organizationId } = who.caller;
    if (organizationId === undefined) throw notFound();
    return { options: await listCoordinators(trx, organizationId, today) };
  },
);

const assignCoordinator = caseCommand(
  "intake.assignCoordinator",
  AssignCoordinatorCommand,
  async ({ trx, caseId }, { episodeId, staffId, from, endPrevious }) => {
    const facts = orNotFound(await findCoordinatorFacts(trx, episodeId, staffId, from));
    const { value } = decided(
      decideAssignCoordinator(
        { staffId, from, ...(endPrevious === undefined ? {} : { endPrevious }) },
        facts,
      ),
    );
    await recordCoordinator(trx, caseId, episodeId, value);
    return {
      result: ok,
      caseId,
      params: { episodeId, staffId, name: facts.coordinatorName, from },
    };
  },
);

export const intakeRouter = router({ list, acknowledge, coordinators, assignCoordinator });
