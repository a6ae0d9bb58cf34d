import { dutyId } from "../contacts/duty.ts";
import type { CaseState, StateDifference, StatePart } from "../views/past.ts";

/** The state of a case after an act; without an act, after something that the case does not tell. */
export interface StateStep {
  readonly act?: string;
  readonly state: CaseState | undefined;
}

interface Item {
  readonly part: StatePart;
  readonly id: string;
  readonly fields: ReadonlyMap<string, string>;
}
type Items = ReadonlyMap<string, Item>;

/** A field says nothing of its own: it is the id, or follows from the day alone. */
const UNTOLD: ReadonlySet<string> = new Set(["personId", "episodeId", "age"]);

const itemOf = (part: StatePart, id: string, content: object): Item => ({
  part,
  id,
  fields: new Map(
    Object.entries(content)
      .filter(([field]) => !UNTOLD.has(field))
      .map(([field, value]) => [field, JSON.stringify(value)]),
  ),
});

const itemsOf = (state: CaseState | undefined): Items => {
  if (state === undefined) return new Map();
  const items = [
    itemOf("CASE", "", state.case),
    ...state.episodes.map((one) => itemOf("EPISODE", one.episodeId, one)),
    ...state.people.map((one) => itemOf("PERSON", one.personId, one)),
    ...state.duties.map((one) => itemOf("DUTY", dutyId(one), one)),
    ...state.expectations.map(({ expectation: one }) => itemOf("EXPECTATION", one.key, one)),
  ];
  return new Map(items.map((item) => [`${item.part} ${item.id}`, item]));
};

/** What a state says of a field of a thing; without a field, whether the thing is there. */
const valueOf = (items: Items, name: string, field: string | undefined): string | undefined => {
  const item = items.get(name);
  return field === undefined ? item && "there" : item?.fields.get(field);
};

/**
 * What a case says otherwise after some steps than it did before, and why: first the days went by, then act by act was
 * recorded. What was changed and changed back is no difference.
 * @param then as it stood on the earlier day
 * @param unchanged how it would stand on the later day if nothing had been recorded since
 * @param steps how it stood on the later day after each act, in their order
 */
export const differencesOf = (
  then: CaseState | undefined,
  unchanged: CaseState | undefined,
  steps: readonly StateStep[],
): readonly StateDifference[] => {
  const before = itemsOf(then);
  const waited = itemsOf(unchanged);
  const after = steps.map((step) => ({ act: step.act, items: itemsOf(step.state) }));
  const last = after.at(-1)?.items ?? waited;
  const differences: StateDifference[] = [];
  for (const name of new Set([...before.keys(), ...last.keys()])) {
    const item = last.get(name) ?? before.get(name);
    if (item === undefined) continue;
    for (const field of fieldsToCompare(before.get(name), last.get(name))) {
      const read = (items: Items) => valueOf(items, name, field);
      if (read(before) === read(last)) continue;
      const changing = after.filter(
        (step, at) => read(step.items) !== read(after[at - 1]?.items ?? waited),
      );
      differences.push({
        part: item.part,
        id: item.id,
        ...(field !== undefined && { field }),
        byTime: read(before) !== read(waited),
        acts: changing.flatMap((step) => step.act ?? []),
        elsewhere: changing.some((step) => step.act === undefined),
      });
    }
  }
  return differences;
};

/** Of a thing that is new or gone only that; else every field that either has. */
const fieldsToCompare = (
  before: Item | undefined,
  after: Item | undefined,
): Iterable<string | undefined> =>
  before === undefined || after === undefined
    ? [undefined]
    : new Set([...before.fields.keys(), ...after.fields.keys()]);
