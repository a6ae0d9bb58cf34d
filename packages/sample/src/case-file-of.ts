import type { CaseFile } from "@kinward/domain/casefile";
import type { PersonId } from "@kinward/domain/kernel";
import type { SampleCase } from "./referrals.ts";
import type { FilledTable, Row, Rows } from "./rows.ts";

const optional = <T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  ) as never;

/** The case file that the rows of one case say, for what the sample has to judge before anything is stored. */
export const caseFileOf = (sample: SampleCase, rows: Rows): CaseFile => {
  const of = <T extends FilledTable>(table: T): readonly Row<T>[] =>
    rows.ofCase(table, sample.caseId);
  const frequency = (row: Row<"frequency">) => ({
    times: row.times,
    ...optional({ per: row.per, source: row.source, to: row.toOn }),
    from: row.fromOn,
  });
  return {
    caseId: sample.caseId,
    profile: "IA_FSRP",
    episodes: sample.episodes
      .filter((episode) => episode.withdrawnOn === undefined)
      .map((episode) => ({
        id: episode.episodeId,
        serviceType: episode.serviceType,
        effectiveDate: episode.effectiveDate,
        ...optional({ lastServiceDay: episode.lastServiceDay }),
      })),
    members: of("member").map((member) => ({
      id: member.personId,
      role: member.role,
      continuesPastMajority: member.continuesPastMajority ?? false,
      ...optional({ dob: rows.birthDateOf(member.personId) }),
      criteria: of("memberBasis")
        .filter((basis) => basis.personId === member.personId)
        .map((basis) => ({
          basis: basis.basis,
          ...optional({ from: basis.fromOn, meetsOpeningCriteria: basis.meetsOpeningCriteria }),
        })),
      living: of("livingSituation")
        .filter((living) => living.personId === member.personId)
        .map((living) => ({
          setting: living.setting,
          state: living.state,
          ...optional({ from: living.fromOn, to: living.toOn }),
        })),
    })) as CaseFile["members"],
    contacts: of("contact").map((contact) => ({
      id: contact.contactId,
      date: contact.onDate,
      mode: contact.mode,
      with: contact.people as readonly PersonId[],
    })),
    familyPlanFrequency: of("frequency")
      .filter((row) => row.personId == null)
      .map(frequency) as never,
    planFrequencies: of("frequency")
      .filter((row) => row.personId != null)
      .map((row) => ({ member: row.personId as PersonId, ...frequency(row) })) as never,
  };
};
