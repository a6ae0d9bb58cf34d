import type { CaseFile, Member } from "../casefile/case-file.ts";
import { ia } from "../kernel/citation.ts";
import type { PersonId } from "../kernel/ids.ts";
import { findInForce, overlaps } from "../kernel/interval.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";

/** A reporting period, both bounds inclusive. */
interface Period {
  readonly periodStart: PlainDate;
  readonly periodEnd: PlainDate;
}

/** Work with some members of a family, as a report tells of it. */
export interface Intervention {
  readonly with: readonly PersonId[];
}

/**
 * Members whom neither an intervention nor a contact of the period concerned: shown in the report's intervention section,
 * since the contractor works with the family as a whole (CASE-7). Information, never an error. No gap are a child outside
 * Iowa, a parent whose rights to every child have ended, and someone who has died.
 */
export const membersWithoutWork = rule(
  { id: "CASE-7", cites: [ia("28")] },
  (
    file: Pick<CaseFile, "members" | "contacts" | "terminationsOfRights">,
    interventions: readonly Intervention[],
    { periodStart, periodEnd }: Period,
  ): readonly PersonId[] => {
    const reached = new Set([
      ...interventions.flatMap((one) => one.with),
      ...file.contacts
        .filter(({ date, mode }) => mode !== "ATTEMPT" && periodStart <= date && date <= periodEnd)
        .flatMap((contact) => contact.with),
    ]);
    return file.members
      .filter(
        (member) =>
          isMemberIn(member, periodStart, periodEnd) &&
          !reached.has(member.id) &&
          !(member.role === "CHILD" && isOutsideIowa(member, periodEnd)) &&
          !hasNoRights(file, member.id, periodEnd),
      )
      .map((member) => member.id);
  },
);

const isMemberIn = (member: Member, from: PlainDate, to: PlainDate): boolean =>
  overlaps(
    { ...(member.joined && { from: member.joined }), ...(member.to && { to: member.to }) },
    { from, to },
  ) &&
  (member.deceasedOn === undefined || member.deceasedOn > to);

const isOutsideIowa = (member: Member, day: PlainDate): boolean =>
  (findInForce(member.living, day)?.state ?? "IA") !== "IA";

const hasNoRights = (
  file: Pick<CaseFile, "members" | "terminationsOfRights">,
  parent: PersonId,
  day: PlainDate,
): boolean => {
  const ended = (file.terminationsOfRights ?? []).filter(
    (one) => one.parent === parent && one.date <= day,
  );
  return (
    ended.length > 0 &&
    file.members
      .filter((member) => member.role === "CHILD")
      .every((child) => ended.some((one) => one.child === "ALL" || one.child === child.id))
  );
};
