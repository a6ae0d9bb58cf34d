import type { EpisodeId, PersonId } from "../kernel/ids.ts";
import { maxDate, type PlainDate } from "../kernel/plain-date.ts";
import type { FrequencySource } from "../people/people.ts";
import type { CaseProfile } from "../policy/settings.ts";
import type {
  BasisRecord,
  CaseFile,
  Contact,
  CoordinatorTerm,
  Episode,
  Frequency,
  HouseholdChange,
  Member,
  TaskRecord,
  TerminationOfRights,
} from "./case-file.ts";

/** A recorded level of contact for the family or one person (CON-1), with nothing left to default. */
export interface Level {
  readonly id?: string;
  readonly subject: PersonId | "FAMILY";
  readonly times: number;
  readonly per: "WEEK" | "MONTH";
  readonly source: FrequencySource;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  readonly recordedAt?: string;
}

export type ReadMember = Omit<Member, "criteria"> & { readonly criteria: readonly BasisRecord[] };

/** A case file in one shape: shorthands resolved, lists where lists are meant, episodes in order of their effective dates. */
export interface ReadCaseFile {
  readonly profile: CaseProfile;
  readonly episodes: readonly Episode[];
  /** The episode is only the shorthand of a worked case: nothing says what service came before it. */
  readonly shorthand: boolean;
  readonly members: readonly ReadMember[];
  readonly contacts: readonly Contact[];
  readonly levels: readonly Level[];
  readonly tasks: readonly TaskRecord[];
  readonly householdChanges: readonly HouseholdChange[];
  readonly terminationsOfRights: readonly TerminationOfRights[];
}

/** The id of the episode that the shorthand `effectiveDate` stands for. */
export const SHORTHAND_EPISODE = "episode-1" as EpisodeId;
const SHORTHAND_SAFETY_PLAN = "safety-plan" as EpisodeId;

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

const level = (subject: PersonId | "FAMILY", record: Frequency): Level => ({
  subject,
  times: record.times,
  per: record.per ?? "MONTH",
  source: record.source ?? "CASE_PLAN",
  from: maxDate(record.from, record.approvedOn ?? record.from),
  ...(record.id !== undefined && { id: record.id }),
  ...(record.to !== undefined && { to: record.to }),
  ...(record.recordedAt !== undefined && { recordedAt: record.recordedAt }),
});

const coordinatorsOf = (file: CaseFile): readonly CoordinatorTerm[] =>
  file.careCoordinatorAssignedOn === undefined
    ? list(file.careCoordinator)
    : [...list(file.careCoordinator), { from: file.careCoordinatorAssignedOn }];

const shorthandEpisodes = (file: CaseFile): readonly Episode[] => {
  if (file.effectiveDate === undefined) return [];
  const last =
    file.serviceTerminationDate ?? file.terminationDate ?? file.terminatedOn ?? file.lastServiceDay;
  const coordinators = coordinatorsOf(file);
  const episode: Episode = {
    id: SHORTHAND_EPISODE,
    serviceType: "FSRP",
    effectiveDate: file.effectiveDate,
    ...(last !== undefined && { lastServiceDay: last }),
    ...(coordinators.length > 0 && { coordinators }),
  };
  return file.safetyPlanEffectiveDate === undefined
    ? [episode]
    : [
        {
          id: SHORTHAND_SAFETY_PLAN,
          serviceType: "SAFETY_PLAN",
          effectiveDate: file.safetyPlanEffectiveDate,
        },
        episode,
      ];
};

const episodesOf = (file: CaseFile): readonly Episode[] =>
  list(file.episodes)
    .map((episode, index) => ({
      ...episode,
      id: (episode as Partial<Episode>).id ?? (`episode-${index + 1}` as EpisodeId),
    }))
    .sort((a, b) => (a.effectiveDate < b.effectiveDate ? -1 : 1));

/**
 * Someone whose whereabouts are first recorded on a day inside the service and who has no joining date joins on that
 * day: the record of the move is what brought the person into the case (CASE-3). A child is no member before birth.
 */
const joinedOn = (member: Member, effectiveDate: PlainDate | undefined): PlainDate | undefined => {
  if (member.joined !== undefined) return member.joined;
  const first = member.living.reduce<PlainDate | "" | undefined>(
    (earliest, stay) =>
      earliest === undefined || (stay.from ?? "") < earliest ? (stay.from ?? "") : earliest,
    undefined,
  );
  return first !== undefined && first !== "" && effectiveDate !== undefined && first > effectiveDate
    ? first
    : undefined;
};

const NO_CRITERIA: readonly BasisRecord[] = [];

const readMember = (member: Member, effectiveDate: PlainDate | undefined): ReadMember => {
  const joined = joinedOn(member, effectiveDate);
  return {
    ...member,
    ...(joined !== undefined && { joined }),
    criteria:
      member.criteria?.map((basis) => (typeof basis === "string" ? { basis } : basis)) ??
      NO_CRITERIA,
  };
};

/** Brings a case file into one shape. Never fails: what a document may say is the schema's business. */
export const readCaseFile = (file: CaseFile): ReadCaseFile => {
  const shorthand = file.episodes === undefined || file.episodes.length === 0;
  const episodes = shorthand ? shorthandEpisodes(file) : episodesOf(file);
  const first = episodes.find((episode) => episode.serviceType === "FSRP") ?? episodes[0];
  return {
    profile: file.profile ?? "IA_FSRP",
    episodes,
    shorthand,
    members: file.members.map((member) => readMember(member, first?.effectiveDate)),
    contacts: file.contacts,
    levels: [
      ...list(file.familyPlanFrequency).map((record) => level("FAMILY", record)),
      ...(file.planFrequencies ?? []).map((record) => level(record.member, record)),
    ],
    tasks: file.tasksInput ?? [],
    householdChanges: file.householdChanges ?? [],
    terminationsOfRights: file.terminationsOfRights ?? [],
  };
};
