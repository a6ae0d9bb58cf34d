import { screenshot } from "@kinward/testkit/browser";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asPerson, settled, startAgency, type Agency } from "./support.ts";

let agency: Agency;
beforeAll(async () => void (agency = await startAgency()));
afterAll(() => agency?.stop());

it("shows everyone their screens", async () => {
  console.log(
    JSON.stringify(agency.accounts.slice(0, 40).map((a) => [a.role, a.email, a.organization])),
  );
  for (const role of [
    "CASEWORKER",
    "SUPERVISOR",
    "CARE_COORDINATOR",
    "CONTRACTOR_SUPERVISOR",
    "INTAKE",
  ]) {
    await asPerson(agency, agency.account(role), {}, async (page) => {
      await settled(page);
      await page.waitForTimeout(1000);
      console.log(role, await screenshot(page, `web/${role}`));
      const links = await page
        .locator("main a[href^='/cases/']")
        .first()
        .getAttribute("href")
        .catch(() => null);
      if (links) {
        for (const tab of ["", "/people", "/contacts", "/history"]) {
          await page.goto(links + tab);
          await settled(page);
          await page.waitForTimeout(800);
          await screenshot(page, `web/${role}-case${tab.replace("/", "-")}`);
        }
      }
      for (const path of ["/cases", "/referrals", "/intake", "/contacts/new"]) {
        await page.goto(path);
        await settled(page);
        await page.waitForTimeout(800);
        await screenshot(page, `web/${role}${path.replaceAll("/", "-")}`);
      }
    });
  }
  expect(1).toBe(1);
});
