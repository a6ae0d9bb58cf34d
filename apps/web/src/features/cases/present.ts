import type { DueState } from "@kinward/ui";
import type { Sort } from "@kinward/ui/DataTable";
import { shiftDate } from "@kinward/ui";
import {
  CASE_COLUMNS,
  CASE_SORTS,
  type AreaOption,
  type CaseColumn,
  type CaseFilterOptions,
  type CaseRow,
  type CaseSort,
} from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { columnsOf, type CaseSearch } from "../../app/search.ts";
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
  return { page: search.page ?? 1, ...selectionOf(search) };
}

/** Order and filters, for the page and for the file. */
export function selectionOf(search: CaseSearch) {
  const { text, stage, area, contractor, worker, coordinator, late, due, seen } = search;
  return {
    sort: search.sort ?? DEFAULT_SORT.sort,
    direction: search.direction ?? DEFAULT_SORT.direction,
    filter: {
      ...(text === undefined ? {} : { text }),
      ...(stage === undefined ? {} : { stage }),
      ...(area === undefined ? {} : { contractAreaId: area as never }),
      ...(contractor === undefined ? {} : { organizationId: contractor as never }),
      ...(worker === undefined ? {} : { workerId: worker as never }),
      ...(coordinator === undefined ? {} : { coordinatorId: coordinator as never }),
      ...(late === undefined ? {} : { late }),
      ...(due === undefined ? {} : { due }),
      ...(seen === undefined ? {} : { seen }),
    },
  };
}

/** Shown until somebody chooses: the contractor stands in the case. */
export const USUAL_COLUMNS = CASE_COLUMNS.filter((column) => column !== "contractor");

/** The columns of an address; the usual ones where it names none. */
export const shownColumns = (search: Pick<CaseSearch, "columns">): readonly CaseColumn[] => {
  const chosen = columnsOf(search.columns);
  return chosen.length === 0 ? USUAL_COLUMNS : chosen;
};

/** The address of a choice of columns: the usual ones are left out. */
export const columnsSearch = (columns: readonly string[]): string | undefined => {
  const chosen = columnsOf(["family", ...columns].join(","));
  return chosen.join() === USUAL_COLUMNS.join() ? undefined : chosen.join(",");
};

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
  people?: Omit<CaseFilterOptions, "areas">,
): string {
  const { text, stage, area, contractor, worker, coordinator, late, due, seen } = search;
  const named = (kind: "contractors" | "workers" | "coordinators", id: string | undefined) =>
    id === undefined
      ? []
      : [people?.[kind].find((each) => each.id === id)?.name ?? words.filters.someone];
  return dates.list([
    ...(text === undefined ? [] : [words.filters.text(text)]),
    ...(stage === undefined ? [] : [labels.stage[stage].toLowerCase()]),
    ...(area === undefined ? [] : [areas.find((each) => each.id === area)?.label ?? area]),
    ...named("contractors", contractor),
    ...named("workers", worker),
    ...named("coordinators", coordinator),
    ...(late === undefined ? [] : [words.filters.late]),
    ...(due === undefined ? [] : [words.due[due].toLowerCase()]),
    ...(seen === undefined ? [] : [words.seen[seen].toLowerCase()]),
  ]);
}

/** Filters beyond the first four: shown when asked for, or while one of them is used. */
export const usesMoreFilters = ({ contractor, worker, coordinator, due, seen }: CaseSearch) =>
  [contractor, worker, coordinator, due, seen].some((each) => each !== undefined);

export const isFiltered = (search: CaseSearch): boolean =>
  usesMoreFilters(search) ||
  [search.text, search.stage, search.area, search.late].some((each) => each !== undefined);
