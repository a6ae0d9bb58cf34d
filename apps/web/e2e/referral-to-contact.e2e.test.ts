import { readFileSync } from "node:fs";
import { withPage, type Page, settled } from "@kinward/testkit/browser";
import { afterAll, beforeAll, expect, it } from "vitest";
import { choose, findOrDo, pick, press, reach, tick, type } from "./keyboard.ts";
import { PASSWORD, startAgency, type Account, type Agency } from "./support.ts";

let agency: Agency;
beforeAll(async () => void (agency = await startAgency()));
afterAll(() => agency?.stop());

/** Signs in without a mouse. */
async function enter(page: Page, account: Account): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  await type(page, /^E-mail/u, account.email);
  await type(page, /^Password/u, PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Account/u }).waitFor();
  await settled(page);
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name }).first().waitFor();

/** Adds somebody: search first, then new, then the questions about them. */
async function addPerson(page: Page, given: string, role: RegExp): Promise<void> {
  await type(page, /^First name/u, given);
  await type(page, /^Family name/u, "Quillfeather");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add as a new person" }).waitFor();
  await press(page, /^Add as a new person/u);
  await page.getByText(`${given} Quillfeather`).first().waitFor();
  await choose(page, /^Child/u, role);
  await pick(page, /Lives/u, "Parental");
  await press(page, /^Done/u);
}

it("leads from a referral to a satisfied contact by keyboard alone", async () => {
  const contractor = await withPage({ origin: agency.origin }, async (page) => {
    await enter(page, agency.account("CASEWORKER"));
    await findOrDo(page, "New referral");
    await heading(page, "New referral");
    await press(page, /^Begin a referral/u);
    await press(page, /^Family and people/u);
    await heading(page, "Family and people");
    await addPerson(page, "Wren", /^Parent$/u);
    await addPerson(page, "Pip", /^Child/u);
    await press(page, /^Save and go on/u);

    await heading(page, "Service");
    await choose(page, /^Safety plan services/u, /FSRP/u);
    await pick(page, /Service area/u, "Ames");
    await choose(page, /^Preserve the family/u, /^Preserve/u);
    await press(page, /^Save and go on/u);

    await heading(page, "Legal basis");
    await choose(page, /^Child protective/u, /^Child protective/u);
    await press(page, /^Today/u);
    await reach(page, /^Abuse victim/u);
    await tick(page, /^Abuse victim/u);
    await choose(page, /^Yes/u, /^Yes/u);
    await press(page, /^Save and go on/u);

    await heading(page, "Effective date");
    await press(page, /^Today/u);
    await page.keyboard.press("Tab");
    await press(page, /^Today/u);
    await press(page, /^Save and go on/u);

    await heading(page, "Prior services");
    await tick(page, /^No earlier services/u);
    await press(page, /^Save and go on/u);
    await heading(page, "Risks for visiting staff");
    await tick(page, /^No risks/u);
    await press(page, /^Save and go on/u);

    await heading(page, "Check and submit");
    // Nobody learns before submission whose turn it is (ASG-4).
    for (const name of agency.contractors())
      await expect.poll(() => page.getByText(name).count()).toBe(0);
    await press(page, /^Submit and assign/u);
    await heading(page, "Receipt of the assignment");
    const said = await page.getByText(/^This case goes to/u).textContent();
    const found = /goes to (.+), turn (\d+)/u.exec(said ?? "");
    expect(found?.[1]).toBeDefined();
    // The receipt as a file witnesses the line, and says nothing of the family.
    const saving = page.waitForEvent("download");
    await press(page, /^Save receipt/u);
    const saved = readFileSync(await (await saving).path(), "utf8");
    expect(JSON.parse(saved)).toMatchObject({ format: "kinward.receipt", seq: Number(found?.[2]) });
    expect(saved).not.toContain("Quillfeather");
    return found?.[1] ?? "";
  });

  const coordinator = await withPage({ origin: agency.origin }, async (page) => {
    await enter(page, agency.account("CONTRACTOR_SUPERVISOR", contractor));
    await press(page, /^Intake/u);
    await heading(page, "Intake");
    await press(page, /^Acknowledge: Quillfeather/u);
    await page.getByRole("button", { name: /^Assign coordinator: Quillfeather/u }).waitFor();
    await press(page, /^Assign coordinator: Quillfeather/u);
    await page.getByRole("radio").first().waitFor();
    const options = await page
      .getByRole("radio")
      .evaluateAll((radios) =>
        radios.map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent ?? ""),
      );
    const chosen = agency.accounts.find((account) => options[0]?.includes(account.name));
    if (chosen === undefined) throw new Error(`nobody among ${options.join(", ")}`);
    await choose(page, new RegExp(`^${chosen.name}`, "u"), new RegExp(`^${chosen.name}`, "u"));
    await press(page, /^Today/u);
    await press(page, /^Assign coordinator/u);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    return chosen;
  });

  await withPage({ origin: agency.origin }, async (page) => {
    await enter(page, coordinator);
    await press(page, /^Log contact: First face-to-face contact, Quillfeather/u);
    await heading(page, "Log a contact");
    await page.getByText("Wren Quillfeather").waitFor();
    await choose(page, /^Face to face/u, /^Face to face/u);
    await press(page, /^Today/u);
    await tick(page, /^Wren/u);
    await tick(page, /^Pip/u);
    await choose(page, /^Family home/u, /^Family home/u);
    await press(page, /^Save contact/u);
    await heading(page, "Contact saved");
    const receipt = await page.getByRole("region", { name: "Contact saved" }).textContent();
    expect(receipt).toMatch(/First face-to-face contact met for .*(Wren|Pip)/u);
    expect(receipt).toMatch(/Weeks 1 to 3 now run/u);
    await press(page, /^Send first-meeting notice/u);
    await page.getByRole("button", { name: /^Send to/u }).waitFor();
    await press(page, /^Send to/u);
    await page.getByText("The first-meeting notice is sent.").waitFor();
    await press(page, /^Back to My work/u);
    await settled(page);
    await page
      .getByRole("link", { name: /First face-to-face contact, Quillfeather/u })
      .waitFor({ state: "detached" });
    await page.getByText("Weekly family contact, week 1").waitFor();
  });
});
