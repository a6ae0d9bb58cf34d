import { ia } from "../kernel/citation.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import type { CaseFile, Member, TaskRecord } from "./case-file.ts";

interface Term {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/**
 * The facts of a case that are dated on or before a day: what a contractor whose service ended on that day may read (D9,
 * rule 3). What had begun and ended later has no end in it. Judged on that day it owes what the whole file owes.
 */
export const factsUntil = rule(
  { id: "X-1", cites: [ia("47")] },
  (file: CaseFile, until: PlainDate): CaseFile => {
    const isBy = (on: PlainDate | undefined): boolean => on === undefined || on <= until;
    /** Leaves out the keys whose dates are later. */
    const without = <T extends object, K extends keyof T>(thing: T, keys: readonly K[]): T => {
      if (keys.every((key) => isBy(thing[key] as PlainDate | undefined))) return thing;
      const kept = { ...thing };
      for (const key of keys) if (!isBy(kept[key] as PlainDate | undefined)) delete kept[key];
      return kept;
    };
    const begun = <T extends Term>(terms: readonly T[]): readonly T[] =>
      terms.filter((term) => isBy(term.from)).map((term) => without(term, ["to"]));
    /** Lists that a file does not have stay absent. */
    const given = <T extends object>(values: {
      readonly [K in keyof T]: T[K] | undefined;
    }): Partial<T> =>
      Object.fromEntries(
        Object.entries(values).filter(([, value]) => value !== undefined),
      ) as Partial<T>;

    const member = (one: Member): Member => ({
      ...without(one, ["to", "deceasedOn"]),
      living: begun(one.living),
      ...given<Pick<Member, "criteria" | "absences" | "purposes">>({
        criteria: one.criteria?.flatMap((basis): NonNullable<Member["criteria"]> =>
          typeof basis === "string" ? [basis] : begun([basis]),
        ),
        absences: one.absences?.filter((absence) => absence.to < until),
        purposes: one.purposes && begun(one.purposes),
      }),
    });
    return {
      ...without(file, [
        "openedOn",
        "serviceTerminationDate",
        "terminationDate",
        "terminatedOn",
        "lastServiceDay",
      ]),
      members: file.members.filter((one) => isBy(one.joined)).map(member),
      contacts: file.contacts.filter((contact) => isBy(contact.date)),
      ...given<
        Pick<
          CaseFile,
          | "episodes"
          | "familyPlanFrequency"
          | "planFrequencies"
          | "tasksInput"
          | "householdChanges"
          | "terminationsOfRights"
        >
      >({
        episodes: file.episodes
          ?.filter((episode) => isBy(episode.effectiveDate))
          .map((episode) => ({
            ...without(episode, ["lastServiceDay"]),
            ...(episode.coordinators && { coordinators: begun(episode.coordinators) }),
          })),
        familyPlanFrequency: file.familyPlanFrequency && begun([file.familyPlanFrequency].flat()),
        planFrequencies: file.planFrequencies && begun(file.planFrequencies),
        tasksInput: file.tasksInput?.filter((task) => isBy(doneOn(task))),
        householdChanges: file.householdChanges
          ?.filter((change) => isBy(change.date))
          .map((change) => without(change, ["notifiedDepartmentOn"])),
        terminationsOfRights: file.terminationsOfRights?.filter((ended) => isBy(ended.date)),
      }),
    };
  },
);

const doneOn = (task: TaskRecord): PlainDate => ("sentOn" in task ? task.sentOn : task.date);
