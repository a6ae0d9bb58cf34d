import type { Episode } from "@kinward/domain/casefile";
import { type ContactFacts, type Evaluation, evaluate } from "@kinward/domain/contacts";
import {
  type CaseId,
  type EpisodeId,
  inForceOn,
  type OrganizationId,
  type PlainDate,
} from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { Caller } from "../core/caller.ts";
import { organizationOf } from "../core/caller.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { type Present, present } from "../core/values.ts";
import { type LoadedCase, loadCaseFile } from "../cases/case-file.ts";

/** What a contact is judged by when someone records it. */
export interface LoadedContactFacts {
  readonly loaded: LoadedCase;
  readonly facts: ContactFacts;
  /** The case as it stands before. */
  readonly before: Evaluation;
}

/**
 * Loads the case and finds out whose staff the caller is, and in which episodes.
 * @param on day of the contact: only who serves an episode on that day has it; absent: on any day
 */
export async function loadContactFacts(
  trx: ReadTrx | Trx,
  caller: Caller,
  caseId: CaseId,
  today: PlainDate,
  on?: PlainDate,
): Promise<LoadedContactFacts> {
  const loaded = await loadCaseFile(trx, caseId);
  const before = evaluate(loaded.file, loaded.book, today);
  return { loaded, before, facts: await contactFactsOf(trx, caller, loaded, on) };
}

/** Whose staff the caller is, for a case that is loaded already. */
export async function contactFactsOf(
  trx: ReadTrx | Trx,
  caller: Caller,
  { caseId, file }: Pick<LoadedCase, "caseId" | "file">,
  on?: PlainDate,
): Promise<ContactFacts> {
  const organizationId = organizationOf(caller);
  if (organizationId === undefined) return { caseFile: file, by: "DEPARTMENT" };
  const terms = await listServiceTerms(trx, caseId, organizationId);
  const served = terms.filter((term) => on === undefined || inForceOn(term, on));
  const isUnderAnother = served.length > 0 && served.every((term) => term.as === "SUBCONTRACTOR");
  const by = isUnderAnother ? "SUBCONTRACTOR" : "CONTRACTOR";
  const episodes = served.filter((term) => term.as === by).map((term) => term.episodeId);
  return { caseFile: file, by, episodes: [...new Set(episodes)] };
}

interface ServiceTerm {
  readonly episodeId: EpisodeId;
  readonly as: "CONTRACTOR" | "SUBCONTRACTOR";
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** When an organization serves the episodes of a case: as their contractor, or under the contractor's contract. */
async function listServiceTerms(
  trx: ReadTrx | Trx,
  caseId: CaseId,
  organizationId: OrganizationId,
): Promise<readonly Present<ServiceTerm>[]> {
  const { rows } = await sql<ServiceTerm>`
    SELECT e.episode_id, 'CONTRACTOR' AS as, e.from_on AS from, e.to_on AS to
    FROM app.episode_contractor e WHERE e.case_id = ${caseId} AND e.organization_id = ${organizationId}
    UNION ALL
    SELECT e.episode_id, 'SUBCONTRACTOR', greatest(e.from_on, s.from_on), least(e.to_on, s.to_on)
    FROM app.episode_contractor e
    JOIN app.contract_subcontractor s ON s.contract_id = e.contract_id AND s.organization_id = ${organizationId}
    WHERE e.case_id = ${caseId}`.execute(trx as Trx);
  return rows.map((row) => present(row));
}

/** An episode with the case as it stands: what deciders of tasks ask for. */
export interface LoadedEpisode {
  readonly loaded: LoadedCase;
  readonly episode: Episode;
  readonly evaluation: Evaluation;
}

/** Undefined when the case has no such episode. */
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
