import type { Episode } from "@kinward/domain/casefile";
import { type ContactFacts, type Evaluation, evaluate } from "@kinward/domain/contacts";
import type { CaseId, EpisodeId, PlainDate } from "@kinward/domain/kernel";
import type { Caller } from "../core/caller.ts";
import { organizationOf } from "../core/caller.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { type LoadedCase, loadCaseFile } from "../cases/case-file.ts";

/** What a contact is judged by when someone records it. */
export interface LoadedContactFacts {
  readonly loaded: LoadedCase;
  readonly facts: ContactFacts;
  /** The case as it stands before. */
  readonly before: Evaluation;
}

/** Loads the case and finds out whose staff the caller is, and in which episodes. */
export async function loadContactFacts(
  trx: ReadTrx | Trx,
  caller: Caller,
  caseId: CaseId,
  today: PlainDate,
): Promise<LoadedContactFacts> {
  const loaded = await loadCaseFile(trx, caseId);
  const before = evaluate(loaded.file, loaded.book, today);
  const organizationId = organizationOf(caller);
  if (organizationId === undefined)
    return { loaded, before, facts: { caseFile: loaded.file, by: "DEPARTMENT" } };
  const served = await (trx as ReadTrx)
    .selectFrom("episodeContractor")
    .select("episodeId")
    .where("caseId", "=", caseId)
    .where("organizationId", "=", organizationId)
    .execute();
  const episodes = [...new Set(served.map((row) => row.episodeId))];
  return { loaded, before, facts: { caseFile: loaded.file, by: "CONTRACTOR", episodes } };
}

/** An episode with the case as it stands: what deciders of tasks and notes ask for. */
export interface LoadedEpisode {
  readonly loaded: LoadedCase;
  readonly episode: Episode;
  readonly evaluation: Evaluation;
}

/** Undefined when the case has no such episode, or none that the caller can see. */
export async function findEpisode(
  trx: ReadTrx | Trx,
  caseId: CaseId,
  episodeId: EpisodeId,
  today: PlainDate,
): Promise<LoadedEpisode | undefined> {
  const loaded = await loadCaseFile(trx, caseId);
  const episode = loaded.file.episodes?.find((one) => one.id === episodeId);
  return episode && { loaded, episode, evaluation: evaluate(loaded.file, loaded.book, today) };
}
