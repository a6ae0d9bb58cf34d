import type { DueState } from "@kinward/ui";
import type { Sort } from "@kinward/ui/DataTable";
import { shiftDate } from "@kinward/ui";
import { CASE_SORTS, type AreaOption, type CaseRow, type CaseSort } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import type { CaseSearch } from "../../app/search.ts";
import { cases as words } from "../../messages/en/cases.ts";

export const DEFAULT_SORT: {
  readonly sort: CaseSort;
  readonly direction: "ascending" | "descending";
} = { sort: "nextDue", direction: "ascending" };

export const sortOf = (search: CaseSearch): Sort => ({
  column: search.sort ?? DEFAULT_SORT.sort,
  direction: search.direction ?? DEFAULT_SORT.direction,
});

/** The address of a sort: the usual one is left out. */
export function sortSearch({ column, direction }: Sort): Pick<CaseSearch, "sort" | "direction"> {
  const sort = CASE_SORTS.find((each) => each === column);
  return sort === undefined || (sort === DEFAULT_SORT.sort && direction === DEFAULT_SORT.direction)
    ? {}
    : { sort, direction };
}

/** What the server is asked for. */
export function listInput(search: CaseSearch) {
  const { text, stage, area, late } = search;
  return {
    page: search.page ?? 1,
    sort: search.sort ?? DEFAULT_SORT.sort,
    direction: search.direction ?? DEFAULT_SORT.direction,
    filter: {
      ...(text === undefined ? {} : { text }),
      ...(stage === undefined ? {} : { stage }),
      ...(area === undefined ? {} : { contractAreaId: area as never }),
      ...(late === undefined ? {} : { late }),
    },
  };
}

export interface NextDueView {
  readonly state: DueState;
  readonly text: string | undefined;
  readonly date: string | undefined;
}

/** The next due tag of a case: what is late goes before every date. */
export function nextDue(
  row: Pick<CaseRow, "late" | "nextDueOn">,
  today: string,
): NextDueView | undefined {
  if (row.late > 0) return { state: "late", text: words.late(row.late), date: row.nextDueOn };
  if (row.nextDueOn === undefined) return undefined;
  const state =
    row.nextDueOn === today ? "today" : row.nextDueOn <= shiftDate(today, 7) ? "week" : "later";
  return { state, text: undefined, date: row.nextDueOn };
}

/** Contract areas as one list: "Des Moines, subarea 1". */
export const areaChoices = (
  areas: readonly AreaOption[],
): readonly { readonly id: string; readonly label: string }[] =>
  areas.flatMap((area) =>
    area.contractAreaId === undefined
      ? area.subareas.map((subarea) => ({
          id: subarea.contractAreaId as string,
          label: `${area.serviceAreaName}, ${subarea.name}`,
        }))
      : [{ id: area.contractAreaId as string, label: area.serviceAreaName }],
  );

/** The filters in words, for an empty list. */
export function filterWords(
  search: CaseSearch,
  areas: readonly { readonly id: string; readonly label: string }[],
): string {
  const { text, stage, area, late } = search;
  return dates.list([
    ...(text === undefined ? [] : [words.filters.text(text)]),
    ...(stage === undefined ? [] : [labels.stage[stage].toLowerCase()]),
    ...(area === undefined ? [] : [areas.find((each) => each.id === area)?.label ?? area]),
    ...(late === undefined ? [] : [words.filters.late]),
  ]);
}

export const isFiltered = ({ text, stage, area, late }: CaseSearch): boolean =>
  [text, stage, area, late].some((each) => each !== undefined);
