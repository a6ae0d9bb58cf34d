import { findCaseFile } from "@kinward/db/cases";
import {
  findCoordinator,
  findReferralDates,
  listCoordinators,
  listIntake,
  listTakenBack,
  recordAcknowledgement,
  recordCoordinator,
} from "@kinward/db/intake";
import {
  AcknowledgeReferralCommand,
  AssignCoordinatorCommand,
  decideAcknowledge,
} from "@kinward/domain/assignment";
import { decideAssignCoordinator } from "@kinward/domain/contacts";
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
    if (organizationId === undefined) {
      saw([]);
      return { today, rows: [], takenBack: [] };
    }
    const rows = await listIntake(trx, organizationId, today);
    saw(rows.map((row) => row.caseId));
    return { today, rows, takenBack: await listTakenBack(trx, organizationId, today) };
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
  async ({ trx, caseId }, { commandId, episodeId, staffId, from, endPrevious = false }) => {
    const { file } = orNotFound(await findCaseFile(trx, caseId));
    const episode = orNotFound(file.episodes?.find((one) => one.id === episodeId));
    const person = await findCoordinator(trx, episodeId, staffId, from);
    const { value } = decided(
      decideAssignCoordinator(
        { episode, staff: new Set(person === undefined ? [] : [staffId]) },
        { commandId, caseId, episodeId, staffId, from, replacesCurrent: endPrevious },
      ),
    );
    await recordCoordinator(trx, caseId, episodeId, value);
    return {
      result: ok,
      caseId,
      params: { episodeId, staffId, from, ...(person === undefined ? {} : { name: person.name }) },
    };
  },
);

export const intakeRouter = router({ list, acknowledge, coordinators, assignCoordinator });
