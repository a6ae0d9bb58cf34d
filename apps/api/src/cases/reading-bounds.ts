import { findCaseFile, type LoadedCase } from "@kinward/db/cases";
import type { Relation } from "@kinward/domain/access";
import { factsUntil } from "@kinward/domain/casefile";
import { minDate, type OrganizationId, type PlainDate } from "@kinward/domain/kernel";
import type { CaseContext } from "../trpc/procedures.ts";
import type { SignedIn } from "../trpc/context.ts";
import { orNotFound } from "../trpc/failure.ts";

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

/** A case as far as its reader may know it. */
export interface ReadableCase extends LoadedCase {
  readonly bounds: ReadingBounds;
  /** The day that its pages speak of: today, or a former contractor's last service day. */
  readonly day: PlainDate;
}

/** Loads a case file as far as the caller may read it; nothing is judged on a day that they may not know of. */
export const readCase = async ({
  trx,
  caseId,
  today,
  who,
  relation,
}: Pick<CaseContext, "trx" | "caseId" | "today" | "who" | "relation">): Promise<ReadableCase> => {
  const bounds = readingBounds(who, relation);
  const loaded = orNotFound(await findCaseFile(trx, caseId));
  const { until } = bounds;
  return until === undefined
    ? { ...loaded, bounds, day: today }
    : { ...loaded, file: factsUntil(loaded.file, until), bounds, day: minDate(today, until) };
};
