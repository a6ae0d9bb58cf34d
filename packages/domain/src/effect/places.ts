import type { ContractAreaId, OrganizationId } from "../kernel/ids.ts";
import { addTallies, type Tally } from "./tally.ts";

/** A contract area and the contractor that serves a case there. */
export interface Place {
  readonly contractAreaId: ContractAreaId;
  readonly areaName: string;
  readonly organizationId: OrganizationId;
  readonly contractorName: string;
}

/** The effect on the cases of one place; without one those that no contractor has yet. */
export interface PlaceRow {
  readonly place?: Place;
  readonly cases: number;
  readonly touched: number;
  /** Open due dates that move, and open duties that change otherwise. */
  readonly moved: number;
  readonly otherwise: number;
  readonly becomeLate: number;
  readonly noLongerLate: number;
  readonly before: Tally;
  readonly after: Tally;
}

/** One key for each pair of area and contractor. */
export const placeKey = (
  place: Pick<Place, "contractAreaId" | "organizationId"> | undefined,
): string => (place === undefined ? "" : `${place.contractAreaId} ${place.organizationId}`);

/** By area and contractor; cases without a contractor come last. */
const inOrder = ({ place: a }: PlaceRow, { place: b }: PlaceRow): number =>
  a === undefined || b === undefined
    ? Number(a === undefined) - Number(b === undefined)
    : a.areaName.localeCompare(b.areaName, "en") ||
      a.contractorName.localeCompare(b.contractorName, "en") ||
      placeKey(a).localeCompare(placeKey(b), "en");

/** The rows of both together, in the order of their names. */
export const addPlaces = (a: readonly PlaceRow[], b: readonly PlaceRow[]): readonly PlaceRow[] => {
  const rows = new Map<string, PlaceRow>();
  for (const row of [...a, ...b]) {
    const known = rows.get(placeKey(row.place));
    const sum = known && {
      ...known,
      cases: known.cases + row.cases,
      touched: known.touched + row.touched,
      moved: known.moved + row.moved,
      otherwise: known.otherwise + row.otherwise,
      becomeLate: known.becomeLate + row.becomeLate,
      noLongerLate: known.noLongerLate + row.noLongerLate,
      before: addTallies(known.before, row.before),
      after: addTallies(known.after, row.after),
    };
    rows.set(placeKey(row.place), sum ?? row);
  }
  return [...rows.values()].toSorted(inOrder);
};
