import type { Relation } from "@kinward/domain/access";
import type { OrganizationId, PlainDate } from "@kinward/domain/kernel";
import type { SignedIn } from "../trpc/context.ts";

/** What a contractor may read of a case: nothing after its own last service day, no narrative of another one (D9). */
export interface ReadingBounds {
  /** Absent: the Department. */
  readonly organizationId?: OrganizationId;
  readonly until?: PlainDate;
}

/** How far the caller may read a case that they may read. */
export const readingBounds = (
  { caller: { organizationId } }: SignedIn,
  { contractorOfCase }: Relation,
): ReadingBounds => {
  if (organizationId === undefined) return {};
  const until = contractorOfCase?.lastServiceDay;
  return { organizationId, ...(until === undefined ? {} : { until }) };
};
