import { expectAccessible, expectFitsEverywhere, type Page } from "@kinward/testkit/browser";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  asPerson,
  busySupervisor,
  loggableCase,
  show,
  startAgency,
  type Agency,
} from "./support.ts";

let agency: Agency;
let caseId: string;
beforeAll(async () => {
  agency = await startAgency();
});
afterAll(() => agency?.stop());

/** A date is typed part by part. */
async function typeDate(page: Page, field: string, digits: string): Promise<void> {
  await page.locator(`[data-field="${field}"] [role="spinbutton"]`).first().click();
  await page.keyboard.type(digits);
}
/** Two days ago: in no time zone a day that has not come. */
const recently = (): string => {
  const [year, month, day] = new Date(Date.now() - 172_800_000)
    .toISOString()
    .slice(0, 10)
    .split("-");
  return `${month}${day}${year}`;
};
const NAME = "Wilhelmina Quist";

it("a contractor adds a sister who moved in and tells of a cousin; the Department receives and confirms", async () => {
  const contractor = await busySupervisor(agency);
  const workerName = await asPerson(agency, contractor, {}, async (page) => {
    caseId = await loggableCase(page);
    await show(page, `/cases/${caseId}/people`);
    const worker = page.locator("dt", { hasText: "Department worker" }).locator("+ dd");
    const name = await worker.innerText();
    await addSister(page);
    await page.getByText("Not yet confirmed by the Department").first().waitFor();
    await page.getByRole("button", { name: "Someone else moved in or out" }).click();
    await page.getByLabel("Who").fill("Ray, a cousin of the mother");
    await page.getByRole("dialog").getByText("Entered the home", { exact: true }).click();
    await typeDate(page, "on", recently());
    await page.getByRole("button", { name: "Record and tell" }).click();
    await page.getByRole("row", { name: /Ray, a cousin/u }).waitFor();
    await page
      .getByRole("button", { name: "Why: Notice about Ray, a cousin of the mother" })
      .click();
    await page.getByRole("dialog").getByText("Iowa, Topic 6, line 48").waitFor();
    await page.keyboard.press("Escape");
    // Further down, the head of the case stands before a part of the list.
    await page.evaluate("scrollTo(0, 0)");
    await expectFitsEverywhere(page);
    await correctNeeds(page);
    return name;
  });

  const worker = agency.accounts.find((one) => one.name === workerName);
  if (worker === undefined) throw new Error("the worker of the case has no account");
  await asPerson(agency, worker, {}, async (page) => {
    await show(page, `/cases/${caseId}/people`);
    await page.getByRole("button", { name: "Received: Ray, a cousin of the mother" }).click();
    await page
      .getByRole("row", { name: /Ray, a cousin/u })
      .getByText(worker.name)
      .waitFor();
    await page.getByRole("button", { name: "Confirm language and culture" }).click();
    await correctOpening(page);
    await page.getByRole("button", { name: `Confirm: ${NAME}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Confirm", exact: true }).click();
    await page.getByRole("alert").getByText("Choose why the child belongs to the case").waitFor();
    await expectAccessible(page);
    await page.getByText("Sibling in the household").last().click();
    await page.getByRole("dialog").getByText("Half sibling").click();
    await page.getByRole("dialog").getByRole("button", { name: "Confirm", exact: true }).click();
    await page
      .getByText("Not yet confirmed by the Department")
      .first()
      .waitFor({ state: "detached" });
    const row = page.getByRole("row", { name: new RegExp(NAME, "u") }).first();
    await row.getByText(/Half sibling/u).waitFor();

    // Her name was heard wrongly: both names find her, and the form says what a birth date would move.
    await row.getByRole("link", { name: NAME }).click();
    await page.getByRole("button", { name: "Correct", exact: true }).first().click();
    await page.getByLabel("Called").fill("Mina");
    await typeDate(page, "birthDate", "02292012");
    await page.getByText("Comes of age on Mar 1, 2030").waitFor();
    await page.getByRole("button", { name: "Save the correction" }).click();
    await page.getByRole("alert").getByText("Choose how exact the birth date is").waitFor();
    await expectAccessible(page);
    await page.getByText("Exact", { exact: true }).click();
    await page.getByLabel("Why it is corrected").fill("Her mother spelled it");
    await page.getByRole("button", { name: "Save the correction" }).click();
    await page.getByRole("heading", { name: "Mina Quist", exact: true }).waitFor();
    await show(page, `/cases/${caseId}/people`);

    // What else may be done: the time in the case ends with a reason.
    await page.getByRole("button", { name: "More about Mina Quist" }).click();
    await page.getByRole("menuitem", { name: "Left the case" }).click();
    await page.getByRole("button", { name: "Record", exact: true }).click();
    await page.getByRole("alert").getByText("Enter the last day in the case").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await openReasonsAsKnown(page);
  });
});

/** Beside what was known stands why, for what is expected as for what is owed. */
async function openReasonsAsKnown(page: Page): Promise<void> {
  // In the agency's zone it may still be the day before, which is the last that can be known.
  const today = new Date().toISOString().slice(0, 10);
  await show(page, `/cases/${caseId}/as-known?on=${today}`);
  const part = (name: string) => page.getByRole("region", { name });
  const dialog = page.getByRole("dialog");
  await part("What else is expected")
    .getByText(/^\d+ the same$/u)
    .click();
  await page
    .getByRole("button", { name: /Notice of a household change, Entered the home: Ray/u })
    .first()
    .click();
  await dialog.getByText("Iowa, Topic 6, line 48").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  const duties = part("Who must be seen, and what is owed");
  await duties.getByText(/^\d+ the same$/u).click();
  await duties
    .getByRole("button", { name: /^Why: On /u })
    .first()
    .click();
  await dialog
    .getByText(/^Iowa, Topic 6/u)
    .first()
    .waitFor();
  await expectAccessible(page);
}

/** What the family needs was said wrongly in the referral; what was typed outlives the closed form. */
async function correctNeeds(page: Page): Promise<void> {
  const open = () => page.getByRole("button", { name: "Correct language and culture" }).click();
  await open();
  await page.getByLabel("Culture and customs to respect").fill("Shoes are taken off");
  await page.getByRole("button", { name: "Save the correction" }).click();
  await page.getByRole("alert").getByText("Enter why it is corrected").waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await open();
  await page.getByText("These are the answers that you had typed before").waitFor();
  await page.getByLabel("Why it is corrected").fill("Asked at the first visit");
  await page.getByRole("button", { name: "Save the correction" }).click();
  await page.getByText("Corrected: Asked at the first visit").waitFor();
}

async function correctOpening(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Correct the opening" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Juvenile court action").click();
  await dialog.getByLabel("Why it is corrected").fill("The order came first");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the correction" }).click();
  await page.getByText("Corrected: The order came first").waitFor();
}

async function addSister(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Add a person" }).click();
  const [given = "", family = ""] = NAME.split(" ");
  await page.getByLabel("First name").fill(given);
  await page.getByLabel("Family name").fill(family);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("button", { name: "Add as a new person" }).click();
  await page.getByRole("button", { name: "Add to the case" }).click();
  await page.getByRole("alert").getByText("Choose the role in the family").waitFor();
  await expectAccessible(page);
  await page.getByText("Child", { exact: true }).click();
  await page.locator('[data-field="living.setting"] button').click();
  await page.getByRole("option", { name: "Parental home" }).click();
  await page.locator('[data-field="living.state"] button').click();
  await page.getByRole("option", { name: "Iowa" }).click();
  await typeDate(page, "living.since", recently());
  await typeDate(page, "joined", recently());
  // Why a child belongs to the case is the Department's to say.
  await expect.poll(() => page.getByText("Sibling in the household").count()).toBe(0);
  await page.getByRole("button", { name: "Add to the case" }).click();
  await page
    .getByRole("row", { name: new RegExp(NAME, "u") })
    .first()
    .waitFor();
}
