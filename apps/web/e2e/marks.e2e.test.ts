import { expectAccessible, expectFitsEverywhere, settled } from "@kinward/testkit/browser";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asPerson, firstPerson, show, startAgency, type Agency } from "./support.ts";

let agency: Agency;
beforeAll(async () => {
  agency = await startAgency();
});
afterAll(() => agency?.stop());

it("records a level of contact, and a relationship that is taken out again with a reason", async () => {
  await asPerson(agency, agency.account("SUPERVISOR"), {}, async (page) => {
    await show(page, "/cases?stage=ONGOING");
    const found = await page.locator("table a[href^='/cases/']").first().getAttribute("href");
    await show(page, `${found}`);
    await page.getByRole("link", { name: "Begin and end" }).click();
    await page.getByRole("button", { name: "Record a level: The family" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByRole("alert").getByText("Enter how many times").waitFor();
    await expectAccessible(page);
    await dialog.getByLabel("How many times").fill("2");
    await dialog.getByText("Calendar month", { exact: true }).click();
    await dialog.getByText("Court", { exact: true }).click();
    await dialog.getByRole("button", { name: "Today" }).first().click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Twice a calendar month, court").waitFor();

    // What the end of services would change is said before it is saved; they go on again when it was a mistake.
    await page.getByRole("button", { name: "End the services" }).click();
    await dialog.getByRole("button", { name: "Today" }).click();
    await dialog.getByText(/^\d+ dut(y changes|ies change)/u).waitFor();
    await expectAccessible(page);
    await dialog.getByLabel("Why services end").fill("Goals reached");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Correct the end" }).click();
    await dialog.getByText("They go on", { exact: true }).click();
    await dialog.getByLabel("Why it is corrected").fill("Another family was meant");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "End the services" }).waitFor();

    // A form that follows the first one moves nothing, and is corrected with a reason.
    await page.getByRole("button", { name: "Record a further form" }).click();
    await dialog.getByRole("button", { name: "Save the form" }).click();
    await dialog.getByRole("alert").waitFor();
    for (const today of await dialog.getByRole("button", { name: "Today" }).all())
      await today.click();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Save the form" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Correct the form effective/u }).click();
    await dialog.getByLabel("Why it is corrected").waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();

    await show(page, `${found}/people`);
    await show(page, await firstPerson(page));
    await page.getByRole("button", { name: "Record a relationship" }).click();
    await dialog.getByText("Relative", { exact: true }).click();
    await dialog.getByRole("radio").last().check({ force: true });
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    const entry = page.getByRole("listitem").filter({ hasText: /^Relative of/u });
    await entry.getByRole("button", { name: /^Change: Relative of/u }).click();
    await page.getByRole("menuitem", { name: "Recorded by mistake" }).click();
    await dialog.getByLabel("Why").fill("Someone else was meant");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await settled(page);
    await expect.poll(() => entry.count()).toBe(0);
    await expectAccessible(page);

    // What was just done is found again by its kind, by keyboard alone, and the address keeps it.
    await show(page, `${found}/history`);
    await page.getByRole("button", { name: /What/u }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: "Levels of contact" }).press("Enter");
    await page.getByText("2 changes", { exact: false }).first().waitFor();
    expect(new URL(page.url()).search).toBe("?kind=LEVELS");
    await settled(page);
    await expect.poll(() => page.locator(".history-entry").count()).toBe(1);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByText("Submitted the referral", { exact: false }).first().waitFor();
    await page.getByRole("link", { name: "Who opened the case" }).click();
    await page.getByRole("cell", { name: "Opened" }).first().waitFor();
    await settled(page);
    await expectFitsEverywhere(page);
  });
});
