import type { SavedView } from "@kinward/domain/views";
import { describe, expect, it } from "vitest";
import { defaultView, savedSearch, viewEntries, viewState } from "./present.ts";

const view = (name: string, search: Record<string, string>, isDefault = false): SavedView => ({
  viewId: name as never,
  list: "CASES",
  name,
  search,
  isDefault,
});
const late = view("Late", { late: "true", columns: "family,nextDue" }, true);

describe("saved views", () => {
  it("keep filters, order and columns, not the page", () => {
    expect(
      savedSearch({ late: true, page: 3, view: "x", text: undefined, sort: "family" }),
    ).toEqual({ late: "true", sort: "family" });
  });
  it("say whether the list still is what was saved", () => {
    const same = viewState([late], {
      view: "Late",
      late: true,
      columns: "family,nextDue",
      page: 2,
    });
    expect(same).toMatchObject({ current: late, isChanged: false, label: "View: Late" });
    const other = viewState([late], { view: "Late", late: true });
    expect(other).toMatchObject({ isChanged: true, label: "View: Late, changed" });
    expect(viewState([late], { view: "gone" }).label).toBe("View: All");
  });
  it("open the list with the default only where the address says nothing", () => {
    expect(defaultView([late], {})).toBe(late);
    expect(defaultView([late], { page: 1 })).toBe(late);
    expect(defaultView([late], { view: "all" })).toBeUndefined();
    expect(defaultView([late], { text: "Reyes" })).toBeUndefined();
    expect(defaultView([], {})).toBeUndefined();
  });
  it("offer what can be done with the open one", () => {
    const ids = (search: Record<string, string>) =>
      viewEntries([late], viewState([late], search)).map((entry) => entry.id);
    expect(ids({})).toEqual(["all", "Late", "new"]);
    expect(ids({ view: "Late", ...late.search })).toEqual([
      "all",
      "Late",
      "new",
      "rename",
      "default",
      "remove",
    ]);
    expect(ids({ view: "Late" })).toContain("changes");
  });
});
