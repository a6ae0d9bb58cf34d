import type { PersonId, PlainDate, StaffId } from "@kinward/domain/kernel";
import {
  ACCESS_KINDS,
  type AccessFilter,
  HISTORY_KINDS,
  type HistoryFilter,
} from "@kinward/domain/views";
import type { TrailSearch } from "../../../app/search.ts";

/** What is asked for by an address; a kind that is none is no filter. */
export const historyFilter = ({ person, ...search }: TrailSearch): HistoryFilter => ({
  ...filterOf(HISTORY_KINDS, search),
  ...(person && { personId: person as PersonId }),
});

/** The same of who opened the case. */
export const accessFilter = (search: TrailSearch): AccessFilter => filterOf(ACCESS_KINDS, search);

function filterOf<Kind extends string>(
  kinds: readonly Kind[],
  { kind, by, from, to }: TrailSearch,
) {
  const known = kinds.find((each) => each === kind);
  return {
    ...(known && { kind: known }),
    ...(by && { staffId: by as StaffId }),
    ...(from && { from: from as PlainDate }),
    ...(to && { to: to as PlainDate }),
  };
}
