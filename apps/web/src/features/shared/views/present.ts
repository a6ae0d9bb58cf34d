import type { SavedView } from "@kinward/domain/views";
import { views as words } from "../../../messages/en/views.ts";

/** What stands behind a question mark, without the page and the name of the view itself. */
export type ListSearch = Readonly<Record<string, string | number | boolean | undefined>>;

/** In place of a view's id: somebody chose to see everything, so no default view takes its place. */
export const ALL_VIEW = "all";

/** The part of an address that a view keeps. */
export const savedSearch = (search: ListSearch): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(search)
      .filter(([key, value]) => value !== undefined && key !== "page" && key !== "view")
      .map(([key, value]) => [key, String(value)]),
  );

const sameSearch = (a: ListSearch, b: ListSearch): boolean => {
  const [one, other] = [savedSearch(a), savedSearch(b)];
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
};

export interface ViewState {
  /** The view that the address names. */
  readonly current: SavedView | undefined;
  readonly isChanged: boolean;
  readonly label: string;
}

export function viewState(views: readonly SavedView[], search: ListSearch): ViewState {
  const current = views.find((view) => view.viewId === search["view"]);
  const isChanged = current !== undefined && !sameSearch(current.search, search);
  return {
    current,
    isChanged,
    label:
      current === undefined
        ? words.view(words.all)
        : (isChanged ? words.changed : words.view)(current.name),
  };
}

/** The view with which an untouched list opens. */
export const defaultView = (
  views: readonly SavedView[],
  search: ListSearch,
): SavedView | undefined =>
  search["view"] === undefined && Object.keys(savedSearch(search)).length === 0
    ? views.find((view) => view.isDefault)
    : undefined;

export type ViewAct =
  | { readonly kind: "ALL" | "NEW" | "CHANGES" | "RENAME" | "DEFAULT" | "REMOVE" }
  | { readonly kind: "OPEN"; readonly view: SavedView };

/** The entries of the menu: the views first, then what can be done with the one that is open. */
export function viewEntries(views: readonly SavedView[], { current, isChanged }: ViewState) {
  const entries: { id: string; label: string; detail?: string; act: ViewAct }[] = [
    { id: ALL_VIEW, label: words.all, act: { kind: "ALL" } },
    ...views.map((view) => ({
      id: view.viewId,
      label: view.name,
      ...(view.isDefault ? { detail: words.isDefault } : {}),
      act: { kind: "OPEN" as const, view },
    })),
    { id: "new", label: words.saveNew, act: { kind: "NEW" } },
  ];
  if (current === undefined) return entries;
  const { name, isDefault } = current;
  if (isChanged)
    entries.push({ id: "changes", label: words.saveChanges(name), act: { kind: "CHANGES" } });
  entries.push(
    { id: "rename", label: words.rename(name), act: { kind: "RENAME" } },
    {
      id: "default",
      label: (isDefault ? words.noDefault : words.makeDefault)(name),
      act: { kind: "DEFAULT" },
    },
    { id: "remove", label: words.remove(name), act: { kind: "REMOVE" } },
  );
  return entries;
}
