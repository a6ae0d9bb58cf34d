import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Api, runKinward, startApi } from "@kinward/testkit/app";
import { expectAccessible, type Locator, type Page, withPage } from "@kinward/testkit/browser";
import { createTestDatabase, type TestDatabase } from "@kinward/testkit/postgres";
import type {} from "@kinward/testkit/postgres-global";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Json, runWorkedCases } from "@kinward/domain/worked-cases";
import { paths } from "../src/paths.ts";

const PASSWORD = "correct horse battery staple";
/** Enough that areas have a ledger. */
const CASES = "40";

interface Account {
  readonly role: string;
  readonly email: string;
  readonly name: string;
}

let database: TestDatabase;
let server: Api;
let people: readonly Account[];
const sessions = new Map<string, SignedIn>();
type SignedIn = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

beforeAll(async () => {
  const state = join(
    tmpdir(),
    `kinward-admin-${createHash("sha256").update(inject("kinwardPostgres")).digest("hex").slice(0, 12)}`,
  );
  database = await createTestDatabase({
    template: "admin-two-people",
    migrate: async (urls) => {
      await runKinward(urls, ["db", "migrate"]);
      await runKinward(urls, ["sample", "load", "--cases", CASES, "--password", PASSWORD], {
        KINWARD_STATE: state,
      });
    },
  });
  server = await startApi({ urls: database });
  const file = readFileSync(join(state, "sample-accounts.json"), "utf8");
  people = (JSON.parse(file) as readonly Account[]).filter((one) =>
    one.role.toLowerCase().includes("administrator"),
  );
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  expect(server.output()).not.toContain('"event":"bug"');
});

/** A page of one of the two administrators, signed in by the form the first time. */
async function as(which: 0 | 1, work: (page: Page) => Promise<void>): Promise<void> {
  const person = people[which];
  if (person === undefined) throw new Error("the sample agency has too few administrators");
  const known = sessions.get(person.email);
  await withPage(
    { origin: server.origin, ...(known === undefined ? {} : { storageState: known }) },
    async (page, context) => {
      if (known === undefined) {
        await page.goto(paths.signIn());
        await page.getByLabel("E-mail").fill(person.email);
        await page.getByLabel("Password").fill(PASSWORD);
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.getByRole("heading", { name: "Home" }).waitFor();
        sessions.set(person.email, await context.storageState());
      }
      await work(page);
    },
  );
}

const enterToday = (scope: Page | Locator, label: string) =>
  scope
    .locator(".field")
    .filter({ hasText: label })
    .getByRole("button", { name: "Today", exact: true })
    .click();

/** Chooses from a list by the words of the field and of the choice. */
async function choose(page: Page, field: string, choice: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: new RegExp(field, "u") }).click();
  await page.getByRole("option", { name: choice }).click();
}

describe("a new version of a setting", () => {
  it("is tried on the cases of the agency first, which stay as they are", async () => {
    await as(0, async (page) => {
      await page.goto(paths.changeSettings({ key: "initialContactBusinessDays" }));
      const value = page.locator('[data-field="values.initialContactBusinessDays"] input');
      await value.fill("1");
      await value.blur();
      await enterToday(page, "First day");
      const effect = page.locator(".effect-view");
      await effect.getByRole("heading", { name: /^The last 90 days/u }).waitFor();
      // With one day instead of five, more of what was due is judged otherwise.
      const judged = effect.getByRole("table", { name: /^Duties that were due/u });
      await expect.poll(() => judged.locator("strong").count()).toBeGreaterThan(0);
      await effect.getByRole("table", { name: /^Cases, due dates that move/u }).waitFor();
      await expectAccessible(page);
      await page.goto(paths.approvals());
      await page.getByText("Nothing waits for you.").waitFor();
    });
  });

  it("is proposed by one administrator and published by another, never by the same", async () => {
    await as(0, async (page) => {
      await page.goto(paths.setting("allowSingleContractor"));
      await page.getByRole("link", { name: "New version" }).click();
      await page.getByRole("heading", { name: "New version of settings" }).waitFor();
      await page.getByRole("button", { name: "Send to a second person" }).click();
      await page.locator("[data-field=source] .field-error").waitFor();
      await page.getByText("Yes", { exact: true }).click();
      await enterToday(page, "First day");
      await page.getByText("Yes, instead of No.").waitFor();
      await page.getByLabel("Source").fill("Notice of the program, section 4");
      await page.getByLabel("Why").fill("Bids of one area are late");
      await page.getByRole("button", { name: "Send to a second person" }).click();
      await page.getByRole("heading", { name: "Approvals" }).waitFor();
      await page.getByText("Bids of one area are late").waitFor();
      // Nobody is offered to answer an own proposal.
      await expect.poll(() => page.getByRole("button", { name: /^Approve/u }).count()).toBe(0);
      await page.getByRole("button", { name: /^Take back/u }).waitFor();
    });
    await as(1, async (page) => {
      await page.goto(paths.home());
      await page.getByText("1 proposal waits for you as second person").waitFor();
      await page.getByRole("link", { name: "Open approvals" }).click();
      await page.getByRole("button", { name: /^Approve as second person/u }).click();
      const dialog = page.getByRole("dialog");
      await expectAccessible(page);
      await dialog.getByRole("button", { name: "Approve as second person" }).click();
      await page.getByText("Nothing waits for you.").waitFor();
      await page.goto(paths.setting("allowSingleContractor"));
      const row = page.getByRole("row").filter({ hasText: "Notice of the program, section 4" });
      await row.getByText("In force").waitFor();
    });
  });
});

/** A cousin moves in, and the Department is not told; what is taken out comes back. */
async function typeHouseholdChange(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Add household change" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await dialog.getByRole("alert").getByText("Enter the day of the change").waitFor();
  await expectAccessible(page);
  await dialog.getByText("Entered the home", { exact: true }).click();
  await choose(page, "Who", "Somebody else");
  await dialog.getByLabel("Who it is, in words").fill("a cousin");
  await dialog.locator('[data-field="date"]').getByRole("spinbutton").first().click();
  await page.keyboard.type("11202026");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  const told = page.getByRole("listitem").filter({ hasText: "Not told yet" });
  await told.waitFor();
  await page.getByRole("button", { name: "Remove a cousin, Nov 20" }).click();
  await told.waitFor({ state: "detached" });
  await page.getByText("Removed: a cousin, Nov 20").waitFor();
  await page.keyboard.press("Enter");
  await told.waitFor();
}

describe("the date workbench", () => {
  it("counts a worked case with the book that was published, says why, and saves it as an example", async () => {
    await as(0, async (page) => {
      await page.goto(paths.workbench({ from: "S01" }));
      await choose(page, "Counted with", "The policy texts, nothing changed");
      await choose(page, "Compare with", /^Settings in force, policy book/u);
      await page.getByText("No duty differs.").waitFor();
      await page.getByRole("button", { name: "Why: Care coordinator" }).first().click();
      await page.getByRole("dialog").getByText("Iowa, Topic 6, line 47").waitFor();
      await page.keyboard.press("Escape");
      await typeHouseholdChange(page);
      await page.getByRole("button", { name: "Save as example" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Save as example" }).click();
      await page.getByText("Saved as version 1.").waitFor();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save as worked case" }).click(),
      ]);
      const file = readFileSync(await download.path(), "utf8");
      const { cases, unsupported } = runWorkedCases(JSON.parse(file) as Json);
      expect(cases.flatMap((one) => one.differences)).toEqual([]);
      expect(unsupported).toEqual([]);
      expect(file).toContain('"key": "HOUSEHOLD:h1"');
    });
  });
});

describe("a line of the ledger", () => {
  it("is corrected by two people, and the ledger computed again agrees", async () => {
    let area = "";
    await as(0, async (page) => {
      await page.goto(paths.rotations());
      await page.getByRole("table").first().waitFor();
      await page.getByRole("rowheader").getByRole("link").first().click();
      await page
        .getByRole("button", { name: /^Correct line/u })
        .first()
        .waitFor();
      area = new URL(page.url()).pathname;
      await page
        .getByRole("button", { name: /^Correct line/u })
        .first()
        .click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("No, it counts for nobody").click();
      await dialog.getByRole("radio").first().focus();
      await page.keyboard.press("Space");
      await dialog.getByText("What the balance would become").waitFor();
      await expectAccessible(page);
      await dialog.getByLabel("Why").fill("Entered for the wrong family");
      await dialog.getByRole("button", { name: "Send to a second person" }).click();
      await page.getByText("Correction waits").waitFor();
    });
    await as(1, async (page) => {
      await page.goto(paths.approvals());
      await page.getByText("Entered for the wrong family").waitFor();
      await page.getByRole("button", { name: /^Approve as second person/u }).click();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: "Approve as second person" })
        .click();
      await page.getByText("Nothing waits for you.").waitFor();
      await page.goto(area);
      await page
        .getByText(/^Correction, about line/u)
        .first()
        .waitFor();
      await page.getByText(/lines agree\./u).waitFor();
    });
  });
});

describe("a contract area", () => {
  it("is paused, stands on the home page, and takes referrals again", async () => {
    await as(0, async (page) => {
      await page.goto(paths.rotations());
      await page.getByRole("rowheader").getByRole("link").first().click();
      await page.getByRole("button", { name: "Pause referrals" }).click();
      const dialog = page.getByRole("dialog");
      await enterToday(dialog, "First day of the pause");
      await dialog.getByLabel("Why").fill("The bids are opened again");
      await dialog.getByRole("button", { name: "Pause referrals" }).click();
      await page.getByText("No end is set").waitFor();
      await page.getByText(/Referrals to this contract area are paused/u).waitFor();
      await page.goto(paths.home());
      await page.getByText(/^Referrals are paused:/u).waitFor();
      await page.getByRole("link", { name: "Open area" }).click();
      await page.getByRole("button", { name: /^Take referrals again/u }).click();
      await enterToday(page.getByRole("dialog"), "Referrals again from");
      await page.getByRole("dialog").getByLabel("Why").fill("The bids stand");
      await page.getByRole("dialog").getByRole("button", { name: "Take referrals again" }).click();
      await page.getByText("The area takes referrals, and no pause is planned.").waitFor();
    });
  });
});
