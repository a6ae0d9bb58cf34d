import { expectAccessible, withPage, settled } from "@kinward/testkit/browser";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  asPerson,
  busySupervisor,
  loggableCase,
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

it("keeps what was typed through a reload and a sign-out, and comes back into it", async () => {
  await withPage({ origin: agency.origin }, async (page) => {
    const account = person;
    await signIn(page, account);
    await page.goto(`/contacts/new?caseId=${await loggableCase(page)}`);
    await page.getByText("Face to face").click();
    await page.getByLabel("Notes").fill("The kitchen was warm and the children had eaten.");
    // Opening the form made no draft; the first answer did, and it is in the address.
    await page.waitForURL(/draft=/u);
    await page.getByText(/Saved \d/u).waitFor();

    await page.reload();
    await settled(page);
    await expect
      .poll(() => page.getByLabel("Notes").inputValue())
      .toContain("The kitchen was warm");
    await expect
      .poll(() => page.getByRole("radio", { name: "Face to face" }).isChecked())
      .toBe(true);

    // What is typed in the last moment before a sign-out goes along.
    await page.getByLabel("Notes").fill("The kitchen was warm. Mother asked about school.");
    const address = new URL(page.url());
    await page.getByRole("button", { name: /^Account/u }).click();
    await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    await signIn(page, account, address.pathname + address.search);
    await settled(page);
    await expect
      .poll(() => page.getByLabel("Notes").inputValue())
      .toBe("The kitchen was warm. Mother asked about school.");

    // It stands in the list of drafts, and can be thrown away with an undo.
    await page.goto("/");
    await page.getByRole("heading", { name: "Drafts you have begun" }).waitFor();
    await page.goto(address.pathname + address.search);
    await page.getByRole("button", { name: "Discard draft" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForURL(/draft=/u);
    await page.getByLabel("Notes").waitFor();
    await expect
      .poll(() => page.getByLabel("Notes").inputValue())
      .toContain("Mother asked about school");
  });
});

it("keeps on the device what cannot be sent, unreadable without the key, and sends it later", async () => {
  await asPerson(agency, person, {}, async (page) => {
    await page.goto(`/contacts/new?caseId=${await loggableCase(page)}`);
    await page.getByLabel("Notes").waitFor();
    await page.route("**/api/trpc/drafts.save*", (route) => route.abort());
    await page.getByLabel("Notes").fill("SECRET-WORDS on the road");
    await page.getByText("Saved on this device only").waitFor();
    const kept = await page.evaluate<string>(`new Promise((resolve, reject) => {
      const opening = indexedDB.open("kinward");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const all = opening.result.transaction("drafts").objectStore("drafts").getAll();
        all.onsuccess = () => resolve(all.result.map((draft) => draft.draftId + new TextDecoder("latin1").decode(draft.sealed.bytes)).join());
      };
    })`);
    expect(kept.length).toBeGreaterThan(40);
    expect(kept).not.toContain("SECRET-WORDS");
    await page.unroute("**/api/trpc/drafts.save*");
    await page.getByText(/Saved \d/u).waitFor({ timeout: 20_000 });

    // The same draft in another window: both versions are shown, and both texts are kept.
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByLabel("Notes").fill("Written at the office");
    await other.getByText(/Saved \d/u).waitFor();
    await other.close();
    await page.getByLabel("Notes").fill("Written on the road");
    await page.getByRole("button", { name: "Compare both versions" }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Saved elsewhere" }).waitFor();
    await dialog.getByRole("button", { name: "Go on with this" }).press("Enter");
    await dialog.getByRole("alert").getByText("Choose what goes on: Notes").waitFor();
    await expectAccessible(page);
    await dialog.getByRole("radio", { name: "Keep both" }).press("Space");
    await dialog.getByRole("button", { name: "Go on with this" }).press("Enter");
    await page.getByText(/Saved \d/u).waitFor();
    await expect
      .poll(() => page.getByLabel("Notes").inputValue())
      .toBe("Written on the road\n\nWritten at the office");
    // The comparison is a form of its own: it sent nothing but itself.
    await expect.poll(() => page.getByRole("alert").count()).toBe(0);
  });
});
