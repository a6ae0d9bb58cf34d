import { expectAccessible, withPage, type Page, settled } from "@kinward/testkit/browser";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  asPerson,
  busySupervisor,
  loggableCase,
  show,
  signIn,
  startAgency,
  type Account,
  type Agency,
} from "./support.ts";

let agency: Agency;
let person: Account;
let caseId: string;
beforeAll(async () => {
  agency = await startAgency();
  person = await busySupervisor(agency);
  caseId = await asPerson(agency, person, {}, loggableCase);
});
afterAll(() => agency?.stop());

/** A visit of today to whoever is offered first. */
async function fillVisit(page: Page, notes: string): Promise<void> {
  await page.goto(`/contacts/new?caseId=${caseId}`);
  await page.getByText("Face to face", { exact: true }).click();
  await page.getByRole("button", { name: "Today" }).click();
  await page.getByRole("checkbox").first().check({ force: true });
  await page.getByText("School", { exact: true }).click();
  const joint = page.getByText("No, another visit");
  if (await joint.isVisible()) await joint.click();
  await page.getByLabel("Notes").fill(notes);
  await page.getByRole("button", { name: "Save contact" }).click();
}

it("asks before it records the same visit twice, and takes a yes", async () => {
  await asPerson(agency, person, {}, async (page) => {
    await fillVisit(page, "First record of the visit");
    await page.getByRole("heading", { name: "Contact saved" }).waitFor();
    await fillVisit(page, "Second record of the visit");
    const yes = page.getByRole("button", { name: "Save all the same" });
    await yes.waitFor();
    await expect
      .poll(() => page.getByLabel("Notes").inputValue())
      .toBe("Second record of the visit");
    await yes.click();
    await page.getByRole("heading", { name: "Contact saved" }).waitFor();
  });
});

it("corrects a contact for a reason and keeps what stood before", async () => {
  await asPerson(agency, person, {}, async (page) => {
    await page.goto(`/cases/${caseId}/contacts`);
    await settled(page);
    await page
      .getByRole("link", { name: /Correct the contact/u })
      .first()
      .click();
    await page.getByLabel("Notes").fill("What was really said");
    await page.getByRole("button", { name: "Save correction" }).click();
    await page.getByRole("alert").getByText("Enter why it is corrected").waitFor();
    await page.getByLabel("Why it is corrected").fill("Two visits were mixed up");
    await page.getByText(/Saved \d/u).waitFor();

    // Left unfinished, it stands in My work and leads back to the contact that it corrects.
    await page.goto("/");
    await page.getByRole("link", { name: "Correct a contact" }).click();
    const reason = page.getByLabel("Why it is corrected");
    await reason.waitFor();
    await expect.poll(() => reason.inputValue()).toBe("Two visits were mixed up");
    await page.getByRole("button", { name: "Save correction" }).click();
    // It equals the other record of the same visit, which is asked about here too.
    await page.getByRole("button", { name: "Save all the same" }).click();
    await page.getByRole("heading", { name: "Contact corrected" }).waitFor();
    await page.goto(`/cases/${caseId}/contacts`);
    await page.getByText("Corrected once").first().waitFor();
    await page.goto(`/cases/${caseId}/history`);
    await page
      .getByText(/Corrected the contact/u)
      .first()
      .waitFor();
  });
});

it("records where someone lives from a day on", async () => {
  await asPerson(agency, person, {}, async (page) => {
    await page.goto(`/cases/${caseId}/people`);
    await settled(page);
    await page
      .getByRole("button", { name: /^Record a move/u })
      .first()
      .click();
    await page.getByText("Group care", { exact: true }).click();
    await page.getByRole("button", { name: /State/u }).click();
    await page.getByRole("option", { name: "Iowa" }).click();
    await page.getByRole("button", { name: "Today" }).click();
    await page.getByRole("button", { name: "Record move" }).click();
    await page.waitForURL(new RegExp(`/cases/${caseId}/people$`, "u"));
    await page
      .getByText(/Group care/u)
      .first()
      .waitFor();
  });
});

it("hands over cases that were chosen in the list, by keyboard", async () => {
  await asPerson(agency, person, {}, async (page) => {
    await show(page, "/cases");
    await page.getByRole("button", { name: "Hand over cases" }).press("Enter");
    await page
      .getByRole("checkbox", { name: /^Choose /u })
      .first()
      .press("Space");
    await page.getByRole("status").getByText("1 case chosen").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Hand over", exact: true }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Hand over" }).click();
    await page.getByRole("alert").getByText("Choose who takes over").waitFor();
    const note = dialog.getByLabel("Note for whoever takes over");
    await note.fill("Ask at school first");
    // What was typed waits on the device for whoever leaves the dialog.
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Hand over", exact: true }).press("Enter");
    await expect.poll(() => note.inputValue()).toBe("Ask at school first");
    await page.locator('[data-field="staffId"] button').click();
    await page.getByRole("option").first().click();
    await dialog.getByRole("button", { name: "Today" }).click();
    await dialog.getByRole("button", { name: "Hand over" }).click();
    await page.getByText(/1 case goes to/u).waitFor();
    await page.getByRole("status").getByText("No case chosen").waitFor();
  });
});

it("begins a Kentucky case without a referral", async () => {
  await withPage({ origin: agency.origin }, async (page) => {
    await signIn(page, agency.account("CASEWORKER"));
    await page.goto("/referrals/new");
    await page.getByText("Begin a Kentucky in-home case").click();
    await page.getByRole("heading", { name: "Begin a Kentucky in-home case" }).waitFor();
    await page.getByRole("button", { name: "Begin case" }).click();
    await page.getByRole("alert").waitFor();
    await page.getByText("Child protective assessment", { exact: true }).click();
    for (const today of await page.getByRole("button", { name: "Today" }).all())
      await today.click();
    await page.getByLabel("First name").fill("Wren");
    await page.getByLabel("Family name").fill("Larchfield");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Add as a new person" }).click();
    await page.getByText("Parent", { exact: true }).click();
    await page.getByRole("button", { name: /Lives/u }).click();
    await page.getByRole("option", { name: /Parental/u }).click();
    await page.getByRole("button", { name: /^Done/u }).click();
    await page.getByRole("button", { name: "Begin case" }).click();
    await page
      .getByRole("heading", { name: /Larchfield/u })
      .first()
      .waitFor();
  });
});
