import { listCandidates, listCaseTeam, listHandovers, memberNames } from "@kinward/db/team";
import { coordinatorOn } from "@kinward/domain/contacts";
import { type CaseId, type EpisodeId, id } from "@kinward/domain/kernel";
import type { ResponsibleRole } from "@kinward/domain/team";
import type { CaseTeamView, HandoverPreview } from "@kinward/domain/views";
import { z } from "zod";
import { openCase, presentEpisode } from "../cases/header.ts";
import { notFound } from "../trpc/failure.ts";
import { type CaseContext, canRead, caseQuery } from "../trpc/procedures.ts";
import { filledNote, handoverView, namedParts } from "./note.ts";

/** Who is, was and will be on the team of a case, and the notes with which it changed hands. */
export const ofCase = caseQuery(
  "team.ofCase",
  z.strictObject({ caseId: id<CaseId>() }),
  async (context): Promise<CaseTeamView> => {
    const { trx, caseId, who, relation, can } = context;
    const { facts, episodes, evaluation, loaded } = await openCase(context);
    const { day, bounds } = loaded;
    const running = presentEpisode(episodes, day);
    const names = await memberNames(trx, caseId);
    const seesNotes = canRead(who, "HANDOVER_READ", relation);
    return {
      caseId,
      revision: facts.revision,
      terms: await listCaseTeam(trx, caseId, bounds.until),
      handovers: seesNotes
        ? (await listHandovers(trx, caseId)).map((row) => handoverView(row, names, who))
        : [],
      coordinatorMissing: evaluation.warnings.flatMap(({ code, params }) =>
        code === "CARE_COORDINATOR_MISSING" ? [params?.["episodeId"] as EpisodeId] : [],
      ),
      ...(running && {
        episode: { episodeId: running.episodeId, serviceType: running.serviceType },
      }),
      can: {
        reassignWorker: can("WORKER_ASSIGN"),
        reassignCoordinator: running !== undefined && can("REFERRAL_RECEIVE"),
      },
    };
  },
);

const preview = async (
  context: CaseContext,
  role: ResponsibleRole,
  episodeId?: EpisodeId,
): Promise<HandoverPreview> => {
  const { trx, caseId, today, who, relation } = context;
  const { facts, loaded } = await openCase(context);
  const { organizationId } = who.caller;
  const episode = loaded.file.episodes?.find((one) => one.id === episodeId);
  const fromName =
    role === "CASEWORKER" ? facts.workerName : episode && coordinatorOn(episode, today)?.name;
  // Intake names coordinators without reading the case.
  const reads = canRead(who, "CASE_READ", relation);
  const parts = reads ? await filledNote(trx, caseId, organizationId, today, today) : [];
  return {
    caseId,
    revision: facts.revision,
    familyName: facts.familyName,
    ...(fromName !== undefined && { fromName }),
    candidates: await listCandidates(
      trx,
      role,
      { staffId: who.actor.staffId, organizationId },
      today,
    ),
    parts: namedParts(parts, await memberNames(trx, caseId)),
  };
};

/** What a handover of the worker would say, and to whom the case can go. */
export const previewWorker = caseQuery(
  "team.previewWorker",
  z.strictObject({ caseId: id<CaseId>() }),
  async (context) => {
    if (!context.can("WORKER_ASSIGN")) throw notFound();
    return preview(context, "CASEWORKER");
  },
);

/** What a handover of the care coordinator would say, and to whom the service can go. */
export const previewCoordinator = caseQuery(
  "team.previewCoordinator",
  z.strictObject({ episodeId: id<EpisodeId>() }),
  async (context, { episodeId }) => {
    if (!context.can("REFERRAL_RECEIVE")) throw notFound();
    return preview(context, "CARE_COORDINATOR", episodeId);
  },
);
