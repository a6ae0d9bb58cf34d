import {
  type CaseFacts,
  findCaseFacts,
  listEpisodes,
  listOtherOpenCases,
  type OtherOpenCase,
} from "@kinward/db/cases";
import { caseStageOn } from "@kinward/domain/casefile";
import { dutiesUntil, type Evaluation, evaluate } from "@kinward/domain/contacts";
import { daysBetween, inForceOn, type PlainDate, type Warning } from "@kinward/domain/kernel";
import { reportSchedule } from "@kinward/domain/reports";
import type { CaseHeader, EpisodeView } from "@kinward/domain/views";
import { orNotFound } from "../trpc/failure.ts";
import { type CaseContext, canRead } from "../trpc/procedures.ts";
import { type ReadableCase, readCase } from "./reading-bounds.ts";

/** A case with all that its pages are made from, read once. */
export interface OpenedCase {
  readonly facts: CaseFacts;
  readonly loaded: ReadableCase;
  readonly episodes: readonly EpisodeView[];
  readonly evaluation: Evaluation;
  /** Other open cases of its people. */
  readonly others: readonly OtherOpenCase[];
}

/** The episode that the pages are about: the one that runs, or the last. */
export const presentEpisode = (
  episodes: readonly EpisodeView[],
  today: PlainDate,
): EpisodeView | undefined =>
  episodes.findLast((one) => one.lastServiceDay === undefined || one.lastServiceDay >= today) ??
  episodes.at(-1);

export const openCase = async (
  context: Pick<CaseContext, "trx" | "caseId" | "today" | "who" | "relation">,
): Promise<OpenedCase> => {
  const { trx, caseId } = context;
  const loaded = await readCase(context);
  const { file, book, day, bounds } = loaded;
  const evaluation = evaluate(file, book, day);
  const facts = orNotFound(await findCaseFacts(trx, caseId, day));
  const episodes = await listEpisodes(trx, caseId, day);
  const others = await listOtherOpenCases(trx, presentMembers(loaded), caseId);
  return {
    facts,
    loaded,
    episodes: bounds.until === undefined ? episodes : episodesUntil(episodes, bounds.until),
    others,
    evaluation: { ...evaluation, duties: dutiesUntil(evaluation.duties, bounds.until) },
  };
};

/** Services that had begun by a day, without what is said of them later. */
export const episodesUntil = (
  episodes: readonly EpisodeView[],
  until: PlainDate,
): readonly EpisodeView[] =>
  episodes
    .filter((one) => one.effectiveDate <= until)
    .map(({ lastServiceDay, ...one }) => ({
      ...one,
      ...(lastServiceDay === undefined || lastServiceDay > until ? {} : { lastServiceDay }),
    }));

/** Who is in the case on its day; of a case that is over, nobody is in two open ones. */
const presentMembers = ({ file, book, day }: ReadableCase) => {
  const { stage } = caseStageOn(file, book, day);
  return stage === "ENDED" || stage === "CLOSED"
    ? []
    : file.members
        .filter((member) => member.to === undefined || member.to >= day)
        .map((member) => member.id);
};

/** The same person in two open cases is said in both (X-8, DEC-41). */
const overlapWarnings = ({ facts, loaded, others }: OpenedCase): readonly Warning[] =>
  others.map(({ personId, number }) => ({
    code: "PERSON_IN_TWO_OPEN_CASES",
    params: {
      of: [personId, [facts.number, ...(number === undefined ? [] : [number])].join(",")],
      name: loaded.file.members.find((member) => member.id === personId)?.name ?? "",
      ...(number !== undefined && { caseNumber: number }),
    },
  }));

/** The header of every page of a case, with what the caller may do there. */
export const headerOf = (
  opened: OpenedCase,
  { can, today, who, relation }: Pick<CaseContext, "can" | "today" | "who" | "relation">,
): CaseHeader => {
  const { facts, loaded, episodes, evaluation } = opened;
  const { day } = loaded;
  const episode = presentEpisode(episodes, day);
  const running =
    episode !== undefined &&
    episode.effectiveDate <= day &&
    (episode.lastServiceDay === undefined || episode.lastServiceDay >= day);
  // What is due after a former contractor's time is another one's.
  const report =
    running && day === today && episode.serviceType === "FSRP"
      ? reportSchedule(episode.effectiveDate, episode.lastServiceDay, loaded.book, day).find(
          (one) => one.dueOn >= day,
        )
      : undefined;
  const isCina = loaded.file.members.some((member) =>
    (member.criteria ?? []).some((basis) =>
      typeof basis === "string"
        ? basis === "CINA"
        : basis.basis === "CINA" && inForceOn(basis, day),
    ),
  );
  const tags: CaseHeader["tags"] = [
    ...(isCina ? (["CINA"] as const) : []),
    ...(running && episode.serviceType === "SAFETY_PLAN" ? (["SAFETY_PLAN"] as const) : []),
  ];
  return {
    caseId: facts.caseId,
    caseNumber: facts.number,
    familyName: facts.familyName,
    profile: facts.profile,
    stage: caseStageOn(loaded.file, loaded.book, day).stage,
    on: day,
    revision: facts.revision,
    ...(facts.openedOn === undefined ? {} : { openedOn: facts.openedOn }),
    ...(facts.openingBasis === undefined ? {} : { openingBasis: facts.openingBasis }),
    ...(running ? { day: daysBetween(episode.effectiveDate, day) + 1 } : {}),
    tags,
    interpreterLanguages: facts.interpreterNeeded ? facts.languages : [],
    ...(episode === undefined ? {} : { episode }),
    episodes,
    ...(facts.workerName === undefined || facts.workerEmail === undefined
      ? {}
      : { worker: { name: facts.workerName, email: facts.workerEmail } }),
    ...(report === undefined ? {} : { nextReportOn: report.dueOn }),
    warnings: [...evaluation.warnings, ...overlapWarnings(opened)],
    can: {
      recordContact: can("CONTACT_RECORD"),
      correctContact: can("CONTACT_RECORD"),
      assignCoordinator: can("REFERRAL_RECEIVE"),
      sendNotice: can("REPORT_SUBMIT"),
      recordWhy: can("WHY_NOTE"),
      recordIcpc: can("ICPC_TASK"),
      recordMove: can("PEOPLE_AND_HOUSEHOLD"),
      changeMembers: can("MEMBER_MARKS"),
      seeAccess: canRead(who, "ACCESS_SEE", relation),
    },
  };
};
