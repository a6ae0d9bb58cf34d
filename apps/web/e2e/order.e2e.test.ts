import { readFileSync } from "node:fs";
import {
  expectAccessible,
  expectFitsEverywhere,
  expectNoSidewaysScroll,
  type Page,
  settled,
} from "@kinward/testkit/browser";
import { covers } from "@kinward/domain/testing";
import { runStatement } from "@kinward/testkit/postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pick, press, reach } from "./keyboard.ts";
import { asPerson, show, startAgency, type Account, type Agency } from "./support.ts";

let agency: Agency;
let contractor: Account;
beforeAll(async () => {
  agency = await startAgency();
  contractor = agency.account("CONTRACTOR_SUPERVISOR");
});
afterAll(() => agency?.stop());

/** Opens the area with the longest ledger, from the menu; answers with its address. */
async function openLongest(page: Page): Promise<string> {
  await page.getByRole("navigation").getByRole("link", { name: "Referral order" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Referral order" }).waitFor();
  await settled(page);
  let most = { lines: 0, href: "" };
  for (const row of await page.locator("main li").all()) {
    const lines = Number(/\d+/u.exec((await row.locator("span").textContent()) ?? "")?.[0] ?? 0);
    const href = (await row.getByRole("link").getAttribute("href")) ?? "";
    if (lines > most.lines) most = { lines, href };
  }
  await show(page, most.href);
  await page
    .getByRole("button", { name: /^Why: turn/u })
    .first()
    .waitFor();
  return most.href;
}

it(
  "a supervisor reads whose turn it is, why, and what a filter finds, by keyboard alone" +
    covers("ASG-3", "ASG-4", "ASG-8"),
  async () => {
    await asPerson(agency, agency.account("SUPERVISOR"), {}, async (page) => {
      const href = await openLongest(page);
      await page.getByText(/^Next turn: /u).waitFor();
      await expect.poll(() => page.title()).toBe("Referral order - Kinward");
      // By and a case number on every line; the ledger names no family.
      await expect
        .poll(() => page.getByRole("columnheader", { name: "By", exact: true }).count())
        .toBe(1);
      await expect.poll(() => page.locator("main tbody a").count()).toBeGreaterThan(0);

      await press(page, /^Why: turn/u);
      const dialog = page.getByRole("dialog");
      await dialog
        .getByText("By the ordinary rule it was the turn of")
        .or(dialog.getByText("The turn"))
        .first()
        .waitFor();
      await dialog.getByText(/^Policy book/u).waitFor();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await reach(page, /^Why: turn/u, 1);

      await page.goto(href);
      await settled(page);
      await press(page, /^The same figures as a table/u);
      await page.getByRole("columnheader", { name: "At the end" }).waitFor();
      await expectAccessible(page);

      await pick(page, /How$/u, "Continuity");
      await page.waitForURL(/method=OVERRIDE/u);
      await settled(page);
      // Old rows stay until the new ones are there.
      await page
        .locator("main")
        .getByText("In turn", { exact: true })
        .nth(3)
        .waitFor({ state: "detached" });
      await expect
        .poll(() => page.locator("main tbody").getByText("In turn", { exact: true }).count())
        .toBe(0);
      await press(page, /^Clear filters$/u);
      await page.waitForURL((url) => url.search === "");
    });
  },
);

it(
  "a replay says that all lines follow, or names the line that somebody changed; the file has the same bytes as the ledger" +
    covers("ASG-9"),
  async () => {
    await asPerson(agency, agency.account("AUDITOR"), {}, async (page) => {
      const href = await openLongest(page);
      await page.getByRole("button", { name: "Replay" }).click();
      await page.getByText(/^All \d+ lines follow from the rule\.$/u).waitFor();

      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save as JSON" }).click(),
      ]);
      const file = JSON.parse(readFileSync(await download.path(), "utf8")) as {
        format: string;
        area: { id: string };
        lines: readonly unknown[];
      };
      const areaId = href.split("/").at(-1);
      expect([file.format, file.area.id]).toEqual(["kinward.ledger", areaId]);
      expect(download.suggestedFilename()).toMatch(/\.json$/u);

      const ofLine = "contract_area_id = $1 AND seq = 2";
      const [line] = await runStatement<{ after: string }>(
        agency.database.ownerUrl,
        `SELECT line ->> 'after' AS after FROM app.ledger_line WHERE ${ofLine}`,
        [areaId],
      );
      const change = (value = "") =>
        runStatement(
          agency.database.ownerUrl,
          `UPDATE app.ledger_line SET line = jsonb_set(line, '{after}', $2::jsonb) WHERE ${ofLine}`,
          [areaId, value],
        );
      await change("7");
      await page.getByRole("button", { name: "Replay" }).click();
      const alert = page.getByRole("alert");
      await alert.getByText("Line 2 does not follow from the rule").waitFor();
      await alert.getByText(/^Balance after: .* expected, 7 found\.$/u).waitFor();
      await expectAccessible(page);
      await change(line?.after);
      await page.getByRole("button", { name: "Replay" }).click();
      await page.getByText(/^All \d+ lines follow from the rule\.$/u).waitFor();
      // As many lines in the file as on the screen.
      await page.getByText(new RegExp(`^${file.lines.length} lines`, "u")).waitFor();
    });
  },
);

it(
  "a contractor's supervisor sees the order of its areas, no actor, and cases of its own only" +
    covers("ASG-4", "X-1"),
  async () => {
    await asPerson(agency, contractor, {}, async (page) => {
      await openLongest(page);
      await expect
        .poll(() => page.getByRole("columnheader", { name: "By", exact: true }).count())
        .toBe(0);
      const rows = await page
        .locator("main table tbody tr", {
          has: page.getByRole("button", { name: /^Why: turn/u }),
        })
        .evaluateAll((all) =>
          all.map((row) => ({
            given: (row as HTMLTableRowElement).cells[3]?.textContent?.trim() ?? "",
            links: row.querySelectorAll("a").length,
          })),
        );
      const foreign = rows.filter((row) => row.given !== contractor.organization);
      expect(foreign.length).toBeGreaterThan(0);
      expect(foreign.filter((row) => row.links > 0)).toEqual([]);
      expect(rows.some((row) => row.links === 1)).toBe(true);
      await page.getByRole("button", { name: "Replay" }).click();
      await page.getByText(/lines follow from the rule\.$/u).waitFor();
      await expectFitsEverywhere(page);
      await show(page, "/order");
      await expectFitsEverywhere(page);
    });
  },
);

it("an area of others is the same page as one that is missing, and a worker has no such page", async () => {
  const missing = "/order/018f0000-0000-7000-8000-000000000000";
  const open = async (page: Page): Promise<readonly string[]> => {
    await show(page, "/order");
    return page
      .locator("main li a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  };
  const all = await asPerson(agency, agency.account("SUPERVISOR"), {}, open);
  await asPerson(agency, contractor, {}, async (page) => {
    const own = await open(page);
    const textOf = async (path: string) => {
      await show(page, path);
      return page.getByRole("main").innerText();
    };
    const nothing = await textOf(missing);
    expect(nothing).toContain("does not exist or is not open to you");
    for (const foreign of all.filter((href) => !own.includes(href)).slice(0, 1))
      await expect.poll(() => textOf(foreign)).toBe(nothing);
  });
  await asPerson(agency, agency.account("CASEWORKER"), { viewport: "phone" }, async (page) => {
    await expect.poll(() => page.getByRole("link", { name: "Referral order" }).count()).toBe(0);
    for (const path of ["/order", all[0] ?? missing]) {
      await show(page, path);
      await page.getByText("does not exist or is not open to you").waitFor();
    }
    await expectNoSidewaysScroll(page);
  });
});
