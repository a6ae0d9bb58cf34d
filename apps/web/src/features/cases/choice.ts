import type { CaseId } from "@kinward/domain/kernel";
import { MOST_CASES } from "@kinward/domain/team";
import type { CaseToHandOver } from "@kinward/domain/views";

/** What was chosen, in the order in which it was. */
export type Chosen = ReadonlyMap<CaseId, CaseToHandOver>;

/** Cases of a page that may be handed over and are not chosen yet. */
export const choosable = (
  page: readonly CaseId[],
  found: ReadonlyMap<CaseId, CaseToHandOver>,
  chosen: Chosen,
): readonly CaseToHandOver[] =>
  page.flatMap((caseId) => {
    const one = found.get(caseId);
    return one === undefined || one.hindrance !== undefined || chosen.has(caseId) ? [] : [one];
  });

/** No more than can change hands at once. */
export const withAll = (chosen: Chosen, more: readonly CaseToHandOver[]): Chosen =>
  new Map([...chosen, ...more.map((one) => [one.caseId, one] as const)].slice(0, MOST_CASES));

/** As the cases stand now; one that can no longer be handed over is not chosen any more. */
export const asFound = (chosen: Chosen, found: ReadonlyMap<CaseId, CaseToHandOver>): Chosen =>
  new Map(
    [...chosen]
      .map(([id, one]) => [id, found.get(id) ?? one] as const)
      .filter(([, one]) => one.hindrance === undefined),
  );

export const without = (chosen: Chosen, caseId: CaseId): Chosen =>
  new Map([...chosen].filter(([id]) => id !== caseId));

/** Whose all of them are; undefined where they are of several, or nobody's. */
export const onlyHolder = (chosen: Chosen): string | undefined => {
  const holders = new Set([...chosen.values()].map((one) => one.holder?.staffId));
  return holders.size === 1 ? [...holders][0] : undefined;
};
