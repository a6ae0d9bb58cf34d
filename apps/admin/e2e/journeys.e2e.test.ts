import { type Api, runKinward, startApi } from "@kinward/testkit/app";
import { expectAccessible, type Locator, type Page, withPage } from "@kinward/testkit/browser";
import { createTestDatabase, type TestDatabase } from "@kinward/testkit/postgres";
import type {} from "@kinward/testkit/postgres-global";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paths } from "../src/paths.ts";

const ADMIN = {
  name: "Alma Testwood",
  email: "alma@agency.test",
  password: "four plain words here",
};
const WORKER = {
  name: "Nils Sampleson",
  email: "nils@agency.test",
  password: "some other plain words",
};

const SETUP_TOKEN = "set-up token of the tests";

let database: TestDatabase;
let server: Api;
/** Cookies of the administrator, so that each journey begins signed in. */
let signedIn: Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>> | undefined;

beforeAll(async () => {
  database = await createTestDatabase({
    template: "admin-journeys",
    migrate: async (urls) => void (await runKinward(urls, ["db", "migrate"])),
  });
  server = await startApi({ urls: database, env: { KINWARD_SETUP_TOKEN: SETUP_TOKEN } });
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  // Whatever the screens showed, nothing inside may have gone wrong.
  expect(server.output()).not.toContain('"event":"bug"');
});

const asAdministrator = (work: (page: Page) => Promise<void>) => {
  if (signedIn === undefined) throw new Error("the agency was not set up, so nobody is signed in");
  return withPage({ origin: server.origin, storageState: signedIn }, (page) => work(page));
};

/** Types a date into the parts of a date field, as a person does. */
async function enterDate(scope: Page | Locator, label: string, digits: string): Promise<void> {
  const field = scope.getByRole("group", { name: label });
  await field.getByRole("spinbutton").first().click();
  await field.page().keyboard.type(digits);
}

/** Chooses from a list that is searched by typing; `field` is its name in the form. */
async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.locator(`[data-field="${field}"] button`).click();
  await page.getByRole("searchbox").fill(text);
  await page.getByRole("option", { name: text }).first().click();
}

const tick = (page: Page, words: string) =>
  page.locator(".chip").filter({ hasText: words }).first().click();

async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.getByLabel("E-mail").fill(who.email);
  await page.getByLabel("Password").fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

describe("an empty agency", () => {
  it("is set up with its first administrator, who signs in", async () => {
    await withPage({ origin: server.origin }, async (page, context) => {
      await page.goto(paths.home());
      await page.getByRole("heading", { name: "Set up Kinward" }).waitFor();
      await page.getByLabel("Name of the agency").fill("Sample Department");
      await choose(page, "timeZone", "America/Chicago");
      await page.getByLabel("Your name").fill(ADMIN.name);
      await page.getByLabel("Your e-mail").fill(ADMIN.email);
      await page.getByLabel("Password").fill(ADMIN.password);
      await page.getByLabel("Setup token").fill("not the token");
      await page.getByRole("button", { name: "Create agency and administrator" }).click();
      await page.locator("[data-field=token] .field-error").waitFor();
      await page.getByLabel("Setup token").fill(SETUP_TOKEN);
      await page.getByRole("button", { name: "Create agency and administrator" }).click();
      await page.getByRole("heading", { name: "The agency is set up" }).waitFor();
      await page.getByRole("link", { name: "Go to sign-in" }).click();
      await signIn(page, { ...ADMIN, password: "not the password" });
      await page.getByRole("alert").getByText("E-mail or password is not right").waitFor();
      await signIn(page, ADMIN);
      await page.getByRole("heading", { name: "Home" }).waitFor();
      signedIn = await context.storageState();
      await expectAccessible(page);
    });
  });

  it("gets two contractors in an area, subcontractors and a starter", async () => {
    await asAdministrator(async (page) => {
      for (const [name, kind] of [
        ["Harbor Example Services", "Contractor"],
        ["Prairie Example Bridge", "Contractor"],
        ["River Example Homes", "Contractor"],
        ["Little Steps Example", "Subcontractor"],
      ] as const) {
        await page.goto(paths.newOrganization());
        await page.getByLabel("Name").fill(name);
        await tick(page, kind);
        await page.getByLabel("Why").fill("Chosen by competitive bidding");
        await page.getByRole("button", { name: "Add organization" }).click();
        await page.getByRole("heading", { name, level: 1 }).waitFor();
      }
      await page.getByText("Chosen by competitive bidding").first().waitFor();

      for (const [contractor, position] of [
        ["Harbor Example Services", "First"],
        ["Prairie Example Bridge", "Second"],
      ] as const) {
        await page.goto(paths.newContract());
        await choose(page, "contractAreaId", "Ames");
        await choose(page, "organizationId", contractor);
        await page.getByText(position, { exact: true }).click();
        await enterDate(page, "First day", "07012020");
        await enterDate(page, "Last day", "12312099");
        await page.getByLabel("Procurement reference").fill("RFP-2025-17");
        await page.getByLabel("Why").fill("Award of June 2025");
        await page.getByRole("button", { name: "Save contract" }).click();
        await page.getByRole("heading", { name: contractor, level: 1 }).waitFor();
        // Nothing is confirmed yet, so activation says what is missing.
        await page.getByRole("button", { name: "Activate" }).click();
        await page.getByRole("dialog").getByText("Capacity: Concrete supports").waitFor();
        await page.getByRole("dialog").getByRole("link", { name: "Edit contract" }).click();
        for (const box of await page.locator("[data-field=capacities] .chip").all())
          await box.click();
        await page.getByLabel("Crisis contact").fill("515-555-0199");
        await page.getByLabel("Monthly rate").fill("1,250.00");
        await page.getByLabel("Why").fill("Capacities confirmed in writing");
        await page.getByRole("button", { name: "Save changes" }).click();
        await page.getByRole("button", { name: "Activate" }).click();
        await page.getByRole("dialog").getByLabel("Why").fill("Contract signed");
        await page.getByRole("button", { name: "Activate contract" }).click();
        await page.getByText("Contract activated.", { exact: true }).waitFor();
        await page.getByText("In force", { exact: true }).first().waitFor();
        await page.getByText("$1,250.00").first().waitFor();
        // The record says what the change was, in words.
        await page.getByText("Crisis contact: 515-555-0199").waitFor();
      }

      await page.getByRole("button", { name: "Add subcontractor" }).click();
      await choose(page, "organizationId", "Little Steps Example");
      await enterDate(page.getByRole("dialog"), "First day", "01012026");
      await page.getByRole("dialog").getByLabel("Why").fill("Named in the bid");
      await page.getByRole("dialog").getByRole("button", { name: "Add subcontractor" }).click();
      await page.getByRole("row", { name: /Little Steps Example/ }).waitFor();

      await page.goto(paths.starters());
      await page.getByRole("button", { name: "Name starter of Ames" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("Prairie Example Bridge").click();
      await dialog.getByRole("button", { name: "Today" }).click();
      await dialog.getByLabel("Why").fill("Drawn by lot");
      await dialog.getByRole("button", { name: "Name starter" }).click();
      await page.getByRole("row", { name: /Ames.*Prairie Example Bridge.*Named/ }).waitFor();

      await page.goto(paths.contracts());
      await page.getByText("Two contracts on every day shown").first().waitFor();
      await expectAccessible(page);
    });
  });

  it("refuses a third contract and says on which days", async () => {
    await asAdministrator(async (page) => {
      await page.goto(paths.newContract());
      await choose(page, "contractAreaId", "Ames");
      await choose(page, "organizationId", "River Example Homes");
      await page.getByText("First", { exact: true }).click();
      await enterDate(page, "First day", "01012090");
      await enterDate(page, "Last day", "12312099");
      await page.getByLabel("Procurement reference").fill("RFP-2028-02");
      await page.getByLabel("Why").fill("Successor");
      await page.getByRole("button", { name: "Save contract" }).click();
      await page
        .getByRole("alert")
        .getByText("more than two contracts on Jan 1, 2090 to Dec 31, 2099")
        .waitFor();
      await expectAccessible(page);
    });
  });

  it("moves a county from one area to another, and says what is left", async () => {
    await asAdministrator(async (page) => {
      const openArea = async (name: string) => {
        await page.goto(paths.areas());
        const group = page.locator("tbody", { has: page.getByRole("rowheader", { name }) });
        await group.getByRole("link").first().click();
        await page.getByRole("heading", { level: 1, name }).waitFor();
      };
      const add = async (digits?: string) => {
        await page.getByRole("button", { name: "Add county" }).click();
        await page.getByRole("dialog").getByLabel("County").fill("Boone");
        if (digits === undefined) await page.getByRole("button", { name: "Today" }).click();
        else await enterDate(page.getByRole("dialog"), "First day in this area", digits);
        await page.getByRole("dialog").getByLabel("Why").fill("County map of 2025");
        await page.getByRole("dialog").getByRole("button", { name: "Add county" }).click();
        await page.getByRole("dialog").waitFor({ state: "detached" });
      };
      await openArea("Ames");
      await add();
      await page.getByRole("row", { name: /Boone from/ }).waitFor();
      await openArea("Waterloo");
      await add("01012090");
      await page.getByRole("row", { name: /Boone from Jan 1, 2090/ }).waitFor();
      await openArea("Ames");
      await page.getByRole("row", { name: /Boone .* to Dec 31, 2089/ }).waitFor();
    });
  });

  it("invites a worker, who accepts and is told that administration is not theirs", async () => {
    let link = "";
    await asAdministrator(async (page) => {
      await page.goto(paths.invite());
      await page.getByLabel("Name").fill(WORKER.name);
      await page.getByLabel("E-mail").fill(WORKER.email);
      await page.getByText("The Department", { exact: true }).click();
      await tick(page, "Caseworker");
      await page.getByLabel("Why").fill("New in the Ames team");
      await page.getByRole("button", { name: "Send invitation" }).click();
      await page.getByRole("heading", { name: `${WORKER.name} is invited` }).waitFor();
      link = await page.getByRole("textbox", { name: "Link" }).inputValue();
      await expectAccessible(page);
    });
    await withPage({ origin: server.origin }, async (page) => {
      const { pathname, hash } = new URL(link);
      await page.goto(`${pathname}${hash}`);
      await page.getByText(WORKER.email).waitFor();
      await page.getByLabel("Password", { exact: false }).first().fill(WORKER.password);
      await page.getByLabel("The same password again").fill(WORKER.password);
      await page.getByRole("button", { name: "Open my account" }).click();
      await page.getByRole("heading", { name: "Your account is open" }).waitFor();
      await page.getByRole("link", { name: "Go to sign-in" }).click();
      await signIn(page, WORKER);
      await page.getByRole("heading", { name: "Not open to you" }).waitFor();
      // The link works once.
      await page.goto(`${pathname}${hash}`);
      await page.reload();
      await page.getByRole("heading", { name: "This invitation cannot be used" }).waitFor();
    });
    await asAdministrator(async (page) => {
      await page.goto(paths.people({ text: "nils" }));
      await page.getByRole("row", { name: /Nils Sampleson.*Caseworker.*Active/ }).waitFor();
      await page.getByRole("link", { name: WORKER.name }).click();
      await page.getByRole("link", { name: "Change access" }).click();
      await tick(page, "Supervisor");
      await page.getByLabel("Why").fill("Leads the team from today on");
      await page.getByRole("button", { name: "Save changes" }).click();
      await page.getByRole("row", { name: /Supervisor from/ }).waitFor();
      await page.getByText("Leads the team from today on").waitFor();
    });
  });

  it("keeps its last administrator", async () => {
    await asAdministrator(async (page) => {
      await page.goto(paths.people({ text: "alma" }));
      await page.getByRole("link", { name: ADMIN.name }).click();
      await page.getByRole("button", { name: "End access" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: "Today" }).click();
      await dialog.getByLabel("Why").fill("Leaves");
      await dialog.getByRole("button", { name: "End access" }).click();
      await dialog.getByText("At least one administrator must remain").first().waitFor();
    });
  });

  it("publishes a holiday, and next year's list from the rule", async () => {
    await asAdministrator(async (page) => {
      const year = 2090;
      await page.goto(paths.editHolidays({ profile: "IA_FSRP", year, propose: "yes" }));
      await page.getByRole("row", { name: /Labor Day/ }).waitFor();
      await page.getByRole("button", { name: "Add day" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Name of the holiday").fill("Day of mourning");
      await enterDate(dialog, "Closed on", `0314${year}`);
      await dialog.getByRole("button", { name: "Add to the list" }).click();
      await page.getByText(`Adds Mar 14, ${year}, Day of mourning`).waitFor();
      await page.getByLabel("Source").fill("Notice of the state");
      await page.getByLabel("Why").fill("Proclamation 12");
      await page.getByRole("button", { name: "Publish list" }).click();
      await page.getByText("published in policy book 1").waitFor();
      await page.getByRole("rowheader", { name: "Day of mourning" }).waitFor();
      await page.getByText("Published list").waitFor();
      await page.getByText("Proclamation 12").waitFor();
      await expectAccessible(page);
    });
  });

  it("has offices and teams", async () => {
    await asAdministrator(async (page) => {
      await page.goto(paths.offices());
      await page.getByRole("button", { name: "New office" }).click();
      await page.getByRole("dialog").getByLabel("Name").fill("Ames office");
      await page.getByRole("dialog").getByLabel("Why").fill("Opened in July");
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
      await page.getByRole("row", { name: /Ames office/ }).waitFor();
      await page.getByRole("button", { name: "New team" }).click();
      await page.getByRole("dialog").getByLabel("Name").fill("Ames team 1");
      await choose(page, "officeId", "Ames office");
      await page.getByRole("dialog").getByLabel("Why").fill("First team");
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
      await page.getByRole("row", { name: /Ames team 1 Ames office/ }).waitFor();
      await page.getByRole("button", { name: "Changes of Ames office" }).click();
      await page.getByRole("dialog").getByText("Opened in July").waitFor();
    });
  });

  it("shows each policy setting with its version and its lines", async () => {
    await asAdministrator(async (page) => {
      await page.goto(paths.settings());
      await page
        .getByRole("row", { name: /First face-to-face contact.*5 business days.*DEC-02.*lines 60/ })
        .waitFor();
      await page.getByRole("link", { name: "First face-to-face contact" }).click();
      await page.getByText("In force", { exact: true }).waitFor();
      await expectAccessible(page);
    });
  });
});
