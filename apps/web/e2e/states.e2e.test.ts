import {
  expectAccessible,
  expectNoSidewaysScroll,
  withPage,
  type Page,
  settled,
  visit,
} from "@kinward/testkit/browser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NEW_REFERRAL, REFERRAL_TASKS } from "./screens.ts";
import {
  asPerson,
  busyCase,
  busySupervisor,
  show,
  signIn,
  startAgency,
  type Account,
  type Agency,
} from "./support.ts";

let agency: Agency;
let person: Account;
beforeAll(async () => {
  agency = await startAgency();
  person = await busySupervisor(agency);
});
afterAll(() => agency?.stop());

/** A case of the person with something to do in it, or the first of the list. */
async function firstCase(page: Page): Promise<string> {
  await show(page, "/cases");
  const link = page.locator("table a[href^='/cases/']").first();
  await link.waitFor();
  return (await link.getAttribute("href")) ?? "";
}

describe("states", () => {
  it("open overlays are accessible", async () => {
    await asPerson(agency, person, {}, async (page) => {
      const found = await busyCase(page);
      await show(page, found);
      await page.locator(".coverage-cell").first().click();
      await page.getByRole("dialog").waitFor();
      await settled(page);
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog", { name: "Find or do" }).waitFor();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^Account/u }).click();
      await page.getByRole("menu").waitFor();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.getByRole("menu").waitFor({ state: "detached" });
      await visit(page, `/contacts/new?caseId=${found.split("/").at(-1)}`);
      await page.getByRole("button", { name: "Save contact" }).click();
      await page.getByRole("alert").waitFor();
      await expect.poll(() => page.title()).toMatch(/^Error: /u);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  });

  it("Escape twice blanks the screen and the title", async () => {
    await asPerson(agency, agency.account("CASEWORKER"), {}, async (page) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.getByText("This screen is hidden.").waitFor();
      await expect.poll(() => page.title()).toBe("Hidden");
      await expect.poll(() => page.getByRole("heading", { name: /^Good/u }).count()).toBe(0);
      // More of the same changes nothing: neither quickly nor slowly does Escape show what was hidden.
      for (let press = 0; press < 4; press += 1) {
        await page.keyboard.press("Escape");
        await page.waitForTimeout(press < 2 ? 0 : 700);
      }
      await expect.poll(() => page.getByText("This screen is hidden.").isVisible()).toBe(true);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: /^Good/u }).waitFor();
      // One Escape closes an overlay and hides nothing.
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog", { name: "Find or do" }).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog", { name: "Find or do" }).waitFor({ state: "detached" });
      // Nor do two, one for each of two overlays, with a click between them.
      await page.getByRole("button", { name: /^Account/u }).click();
      await page.keyboard.press("Escape");
      await expect.poll(() => page.getByText("This screen is hidden.").count()).toBe(0);
    });
  });

  it("never names a family in the window title", async () => {
    await asPerson(agency, agency.account("CASEWORKER"), {}, async (page) => {
      const found = await firstCase(page);
      for (const tab of ["", "/people", "/contacts", "/history"]) {
        await visit(page, found + tab);
        const family = (
          (await page.getByRole("heading", { level: 1 }).textContent()) ?? ""
        ).replace(" family", "");
        await expect.poll(() => page.title()).not.toContain(family);
      }
    });
  });

  it("shows one page for a missing case and for one that is somebody else's", async () => {
    const found = await asPerson(agency, agency.account("CASEWORKER"), {}, firstCase);
    // At most one of two contractors has the case: to the other it must not exist.
    const answers: boolean[] = [];
    for (const contractor of agency.contractors().slice(0, 2)) {
      const account = agency.account("CARE_COORDINATOR", contractor);
      await asPerson(agency, account, {}, async (page) => {
        const textOf = async (path: string) => {
          await visit(page, path);
          return page.getByRole("main").innerText();
        };
        const missing = await textOf("/cases/018f0000-0000-7000-8000-000000000000");
        expect(missing).toContain("does not exist or is not open to you");
        answers.push((await textOf(found)) === missing);
      });
    }
    expect(answers).toHaveLength(2);
    expect(answers).toContain(true);
  });
});

describe("no fact is there before somebody enters it (45 CFR 1355.52(d)(1)(v))", () => {
  /** Whatever a form shows as answered: ticked, chosen, typed. */
  const answered = (page: Page): Promise<string[]> =>
    page.evaluate<string[]>(`(() => {
      const main = document.querySelector("main");
      const found = [];
      for (const input of main.querySelectorAll("input, textarea")) {
        if (input.type === "hidden") continue;
        if (input.type === "radio" || input.type === "checkbox") { if (input.checked) found.push(input.name || input.value); }
        else if (input.value !== "") found.push(input.name + "=" + input.value);
      }
      for (const date of main.querySelectorAll('[role="spinbutton"][aria-valuenow]')) found.push("date " + date.getAttribute("aria-valuetext"));
      for (const value of main.querySelectorAll(".select-value:not([data-placeholder])")) found.push("choice " + value.textContent);
      return found;
    })()`);

  it("in the forms of the Department", async () => {
    await asPerson(agency, agency.account("CASEWORKER"), {}, async (page) => {
      for (const path of [
        ...REFERRAL_TASKS.map((task) => NEW_REFERRAL + task),
        "/cases/begin",
        "/contacts/new",
      ]) {
        await visit(page, path);
        await expect.poll(() => answered(page), { message: path }).toEqual([]);
      }
    });
  });

  it("in the forms of a contractor", async () => {
    await asPerson(agency, person, {}, async (page) => {
      const found = await busyCase(page);
      const caseId = found.split("/").at(-1);
      await show(page, `/contacts/new?caseId=${caseId}`);
      await expect.poll(() => answered(page)).toEqual([]);
      // The walk sees answers where there are some.
      await page.getByText("Face to face").click();
      await page.getByRole("button", { name: "Today" }).click();
      await expect.poll(async () => (await answered(page)).length).toBeGreaterThanOrEqual(2);
      await show(page, `${found}/people`);
      await page
        .getByRole("button", { name: /^Record a move/u })
        .first()
        .click();
      await page.getByRole("radio").first().waitFor();
      await expect.poll(() => answered(page)).toEqual([]);
      await visit(page, `${found}/people/add`);
      await expect.poll(() => answered(page)).toEqual([]);
      await visit(page, found);
      await page.getByRole("button", { name: "Assign coordinator" }).click();
      await page.getByRole("dialog").getByRole("radio").first().waitFor();
      await expect
        .poll(() => page.getByRole("dialog").getByRole("radio", { checked: true }).count())
        .toBe(0);
    });
  });
});

it("asks who is there before it shows anything, and comes back to where one was", async () => {
  await withPage({ origin: agency.origin }, async (page) => {
    await signIn(page, agency.account("CASEWORKER"), "/cases?sort=family");
    await page.getByRole("heading", { name: "Cases" }).waitFor();
    expect(new URL(page.url()).search).toBe("?sort=family");
  });
});
