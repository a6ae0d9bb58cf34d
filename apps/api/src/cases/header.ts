import {
  type CaseFacts,
  findCaseFacts,
  listEpisodes,
  listOtherOpenCases,
  type LoadedCase,
  type OtherOpenCase,
} from "@kinward/db/cases";
import { caseStageOn } from "@kinward/domain/casefile";
import { type Evaluation, evaluate } from "@kinward/domain/contacts";
import { daysBetween, inForceOn, type PlainDate, type Warning } from "@kinward/domain/kernel";
import { reportSchedule } from "@kinward/domain/reports";
import type { CaseHeader, EpisodeView } from "@kinward/domain/views";
import type { CaseContext } from "../trpc/procedures.ts";
import { orNotFound } from "../trpc/failure.ts";

/** A case with all that its pages are made from, read once. */
export interface OpenedCase {
  readonly facts: CaseFacts;
  readonly loaded: LoadedCase;
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
  { trx, caseId, today }: Pick<CaseContext, "trx" | "caseId" | "today">,
  findCaseFile: (
    trx: CaseContext["trx"],
    caseId: CaseContext["caseId"],
  ) => Promise<LoadedCase | undefined>,
): Promise<OpenedCase> => {
  const facts = orNotFound(await findCaseFacts(trx, caseId, today));
  const loaded = orNotFound(await findCaseFile(trx, caseId));
  const episodes = await listEpisodes(trx, caseId, today);
  const others = await listOtherOpenCases(trx, presentMembers(loaded, today), caseId);
  return { facts, loaded, episodes, others, evaluation: evaluate(loaded.file, loaded.book, today) };
};

/** Who is in the case today; of a case that is over, nobody is in two open ones. */
const presentMembers = ({ file, book }: LoadedCase, today: PlainDate) => {
  const { stage } = caseStageOn(file, book, today);
  return stage === "ENDED" || stage === "CLOSED"
    ? []
    : file.members
        .filter((member) => member.to === undefined || member.to >= today)
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
  { can, today }: Pick<CaseContext, "can" | "today">,
): CaseHeader => {
  const { facts, loaded, episodes, evaluation } = opened;
  const episode = presentEpisode(episodes, today);
  const running =
    episode !== undefined &&
    episode.effectiveDate <= today &&
    (episode.lastServiceDay === undefined || episode.lastServiceDay >= today);
  const report =
    running && episode.serviceType === "FSRP"
      ? reportSchedule(episode.effectiveDate, episode.lastServiceDay, loaded.book, today).find(
          (one) => one.dueOn >= today,
        )
      : undefined;
  const isCina = loaded.file.members.some((member) =>
    (member.criteria ?? []).some((basis) =>
      typeof basis === "string"
        ? basis === "CINA"
        : basis.basis === "CINA" && inForceOn(basis, today),
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
    stage: facts.stage ?? caseStageOn(loaded.file, loaded.book, today).stage,
    revision: facts.revision,
    ...(facts.openedOn === undefined ? {} : { openedOn: facts.openedOn }),
    ...(facts.openingBasis === undefined ? {} : { openingBasis: facts.openingBasis }),
    ...(running ? { day: daysBetween(episode.effectiveDate, today) + 1 } : {}),
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
    },
  };
};
