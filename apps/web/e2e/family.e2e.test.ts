import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccessible, type Page } from "@kinward/testkit/browser";
import type { FamilyView } from "@kinward/domain/views";
import { runStatement } from "@kinward/testkit/postgres";
import { fitText, textWidth } from "../src/features/case/family/fit-text.ts";
import {
  crossings,
  faultsOf as layoutFaultsOf,
  merged,
  sharing,
} from "../src/features/case/family/layout/drawing-faults.ts";
import { layoutFamilyOf } from "../src/features/case/family/layout/layout-family.ts";
import { layOut } from "../src/features/case/family/layout/layout.ts";
import { SIZE } from "../src/features/case/family/layout/types.ts";
import { asPerson, callApi, show, startAgency, type Agency } from "./support.ts";

let agency: Agency;
beforeAll(async () => {
  agency = await startAgency();
});
afterAll(() => agency?.stop());

/** Words of the drawing that lie on each other, or that a line runs through, as the browser really sets them. */
const faultsOf = (page: Page) =>
  page.locator(".kin-panel svg.kin").evaluate((svg) => {
    const boxOf = (element: Element) => {
      const { x, y, width, height } = (element as SVGGraphicsElement).getBBox();
      return { text: element.textContent, x, y, right: x + width, bottom: y + height };
    };
    type Box = ReturnType<typeof boxOf>;
    const touch = (a: Box, b: Box) =>
      a.x < b.right && b.x < a.right && a.y + 2 < b.bottom && b.y + 2 < a.bottom;
    const words = [...svg.querySelectorAll(".kin-name, .kin-place, .kin-tie")].map(boxOf);
    const lines = [...svg.querySelectorAll("line.kin-line")].map(boxOf);
    return words.flatMap((word, index) => [
      ...words.slice(index + 1).filter((other) => touch(word, other)),
      ...lines.filter((line) => touch(word, { ...line, bottom: line.bottom + 4 })),
    ]);
  });

it("draws every family of the sample without a thing on another or lines that cross", async () => {
  const cases = await runStatement<{ caseId: string; stage: string }>(
    agency.database.ownerUrl,
    `SELECT case_id AS "caseId", coalesce(stage, 'NONE') AS stage FROM app.case_record`,
    [],
  );
  expect(cases.length).toBeGreaterThan(50);
  expect(new Set(cases.map((one) => one.stage)).size).toBeGreaterThan(2);
  await asPerson(agency, agency.account("AUDITOR"), {}, async (page) => {
    const families = await Promise.all(
      cases.map(({ caseId }) => callApi(agency, page, "family.show", { caseId })),
    );
    for (const shown of families as readonly FamilyView[]) {
      const family = layoutFamilyOf(shown);
      const drawing = layOut(family);
      expect(drawing.people).toHaveLength(shown.people.length);
      const faults = [...layoutFaultsOf(drawing, family), ...merged(drawing), ...sharing(drawing)];
      expect([faults, crossings(drawing)]).toEqual([[], 0]);
      // Cut to their column, words stay in it.
      for (const { name } of shown.people)
        expect(textWidth(fitText(name, SIZE.label))).toBeLessThanOrEqual(SIZE.label);
    }
  });
});

it("draws the families of the sample without a word on another or on a line, and shows them from each side and day", async () => {
  await asPerson(agency, agency.account("SUPERVISOR"), {}, async (page) => {
    await show(page, "/cases?sort=family");
    const hrefs = await page
      .locator("a[href^='/cases/0']")
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href") ?? ""))]);
    let largest = { path: "", people: 0 };
    for (const href of hrefs.slice(0, 4)) {
      const path = `${href}/family`;
      await show(page, path);
      const people = await page.locator(".kin-person").count();
      expect(people).toBeGreaterThan(1);
      if (people > largest.people) largest = { path, people };
      await expect.poll(() => faultsOf(page)).toEqual([]);
    }
    await show(page, largest.path);
    const child = page.getByRole("button", { name: /, Child, / }).first();
    await child.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^Seen from / }).waitFor();
    await expect.poll(() => child.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => page.locator(".kin-tie").count()).toBeGreaterThan(0);
    await expect.poll(() => faultsOf(page)).toEqual([]);
    await expectAccessible(page);

    const list = page.getByRole("heading", { name: /^The family on / });
    const today = await list.textContent();
    await page.getByRole("slider", { name: /^As of/ }).press("Home");
    await expect.poll(() => list.textContent()).not.toBe(today);
    await page.getByRole("button", { name: "Today" }).click();
    await expect.poll(() => list.textContent()).toBe(today);

    // A typed day: unfinished it leaves the picture as it is, whole it shows that day.
    const day = page.getByRole("group", { name: "Day" });
    const year = day.getByRole("spinbutton", { name: /year/u });
    await year.focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => list.textContent()).toBe(today);
    await page.keyboard.press("ArrowUp");
    await day.getByRole("spinbutton", { name: /day/u }).focus();
    await page.keyboard.press(/ 1, 20|, 1 /u.test(today ?? "") ? "ArrowUp" : "ArrowDown");
    await expect.poll(() => list.textContent()).not.toBe(today);
    await page.getByRole("button", { name: "Today" }).click();

    await page.getByRole("button", { name: "Full screen" }).click();
    const full = page.getByRole("dialog", { name: "Family" });
    await full.getByRole("button", { name: "Larger" }).click();
    await full.getByRole("button", { name: "Close" }).click();
    await full.waitFor({ state: "detached" });

    await show(page, largest.path.replace("/family", "/print"));
    await page.getByRole("img", { name: /^Family drawing/u }).waitFor();
    await expect.poll(() => page.locator("svg.kin .kin-person").count()).toBe(largest.people);

    await show(page, largest.path.replace("/family", ""));
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download case file" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^case-file-\d{4}-\d{5}\.json$/);
  });
});
