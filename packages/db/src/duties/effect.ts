import { dutyId } from "@kinward/domain/contacts";
import {
  type CountedCase,
  type EffectBooks,
  effectOnCase,
  JUDGED_DAYS,
  type Place,
} from "@kinward/domain/effect";
import { addDays, type CaseId, type PlainDate } from "@kinward/domain/kernel";
import { sql } from "kysely";
import { loadCaseFiles } from "../cases/case-file.ts";
import { serviceOn } from "../cases/case-list.ts";
import type { ReadTrx } from "../core/client.ts";
import { isKept } from "./derive.ts";

/** The effect of a candidate of the policy book on one case. */
export interface EffectOfCase extends CountedCase {
  readonly caseId: CaseId;
}

/** Cases of one part: as many as one statement reads quickly, so that an answer comes within a breath. */
export const EFFECT_PART = 200;

/** Cases whose duties or judgement of the last 90 days a new book can change: all but those that ended before. */
const touchable = (today: PlainDate) => sql<boolean>`(c.closed_on IS NULL
  OR c.closed_on >= ${addDays(today, -JUDGED_DAYS)}
  OR EXISTS (SELECT FROM app.duty d WHERE d.case_id = c.case_id))`;

/** How many cases an effect looks at. */
export async function countEffectCases(
  trx: ReadTrx,
  books: EffectBooks,
  today: PlainDate,
): Promise<number> {
  const { count } = await trx
    .selectFrom("caseRecord as c")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("c.profile", "=", books.before.profile)
    .where(touchable(today))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * What a candidate would do to the next part of the cases, in the order of their ids. Only reads: the duties are worked
 * out in memory, by the evaluation that a published book is followed by.
 * @param after the last case of the part before
 */
export async function effectOnCases(
  trx: ReadTrx,
  books: EffectBooks,
  today: PlainDate,
  after?: CaseId,
  size = EFFECT_PART,
): Promise<readonly EffectOfCase[]> {
  const cases = await trx
    .selectFrom("caseRecord as c")
    .leftJoinLateral(sql<Partial<Place>>`(${serviceOn(today)})`.as("e"), (join) => join.onTrue())
    .select([
      "c.caseId",
      "c.number",
      "e.contractAreaId",
      "e.areaName",
      "e.organizationId",
      "e.contractorName",
    ])
    .where("c.profile", "=", books.before.profile)
    .where(touchable(today))
    .$if(after !== undefined, (query) => query.where("c.caseId", ">", after as CaseId))
    .orderBy("c.caseId")
    .limit(size)
    .execute();
  const ids = cases.map((one) => one.caseId);
  if (ids.length === 0) return [];
  const noted = new Set(
    (
      await trx
        .selectFrom("dutyNote")
        .select(["episodeId", "key"])
        .where("caseId", "in", ids)
        .execute()
    ).map((note) => dutyId(note)),
  );
  const known = new Map(
    cases.map(({ caseId, number, contractAreaId, ...rest }) => [
      caseId,
      {
        caseNumber: number,
        ...(contractAreaId === null ? {} : { place: { contractAreaId, ...rest } as Place }),
      },
    ]),
  );
  return (await loadCaseFiles(trx, ids)).map(({ caseId, file }) => ({
    caseId,
    caseNumber: "",
    ...known.get(caseId),
    members: file.members,
    effect: effectOnCase(file, books, today, (duty) =>
      isKept(duty, noted.has(dutyId(duty)), today),
    ),
  }));
}
