import { expect, test } from "vitest";
import { columnsSearch, shownColumns, USUAL_COLUMNS } from "./columns.ts";

test("columns go into the address and come back; the usual ones are left out", () => {
  expect(columnsSearch(["rule", "family", "who"])).toBeUndefined();
  expect(shownColumns(undefined)).toEqual(USUAL_COLUMNS);
  for (const chosen of [["family"], ["who", "contractor", "worker"], []] as const)
    expect(shownColumns(columnsSearch(chosen))).toEqual(chosen);
  expect(shownColumns("salary,family")).toEqual(["family"]);
});
