import {
  expectAccessible,
  expectFitsEverywhere,
  type Page,
  settled,
} from "@kinward/testkit/browser";
import { runStatement } from "@kinward/testkit/postgres";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asPerson, show, startAgency, type Account, type Agency } from "./support.ts";

let agency: Agency;
/** Workers of families whose services are over, so that these can be referred again. */
let workers: readonly Account[];
beforeAll(async () => {
  agency = await startAgency();
  const rows = await runStatement<{ email: string }>(
    agency.database.ownerUrl,
    `SELECT s.email::text FROM app.case_team t JOIN app.staff s USING (staff_id)
     WHERE t.role = 'CASEWORKER' AND t.to_on IS NULL AND EXISTS (
       SELECT FROM app.episode e WHERE e.case_id = t.case_id AND e.service_type = 'FSRP' AND e.last_service_day < current_date)
     AND NOT EXISTS (SELECT FROM app.episode e WHERE e.case_id = t.case_id AND e.last_service_day IS NULL)
     GROUP BY s.email ORDER BY count(*) DESC, s.email`,
  );
  workers = rows.flatMap(
    ({ email }) => agency.accounts.find((account) => account.email === email) ?? [],
  );
  expect(workers.length).toBeGreaterThanOrEqual(2);
});
afterAll(() => agency?.stop());

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name }).first().waitFor();
const go = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().click();
const next = (page: Page) => go(page, "Save and go on");

/** A day in the office's zone, some days from now, as it is typed into a date. */
const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString("en-US", {
    timeZone: "America/Chicago",
    month: "2-digit",
    day: "2-digit",
    year: "numeric",
  });

/** Answers what a further referral of a known family still asks, up to the check page. */
async function answer(page: Page, area: string, prior: () => Promise<void>): Promise<void> {
  await page.getByRole("link", { name: /^Service/u }).click();
  await heading(page, "Service");
  await page.getByRole("radio", { name: /FSRP/u }).press("Space");
  const [serviceArea = "", subarea] = area.split(" / ");
  await page.locator('[data-field="service.serviceAreaId"] button').click();
  await page.getByRole("option", { name: serviceArea, exact: true }).click();
  if (subarea !== undefined)
    await page.getByRole("radio", { name: subarea, exact: true }).press("Space");
  await page.getByRole("radio", { name: /^Preserve/u }).press("Space");
  await next(page);

  await heading(page, "Legal basis");
  if ((await page.locator('[data-field="legalBasis.openedOn"]').count()) > 0) {
    await page.getByRole("radio", { name: /^CINA assessment/u }).press("Space");
    await page.locator('[data-field="legalBasis.openedOn"]').getByText("Today").click();
  }
  await next(page);
  await heading(page, "Effective date");
  await page.locator('[data-field="form.effectiveDate"] [role="spinbutton"]').first().click();
  await page.keyboard.type(inDays(20).replaceAll("/", ""));
  await page.locator('[data-field="form.signedOn"]').getByText("Today").click();
  await next(page);
  await heading(page, "Prior services");
  await settled(page);
  await prior();
  await next(page);
  await heading(page, "Risks for visiting staff");
  await page.getByText("No risks are known").click();
  await next(page);
  await heading(page, "Check and submit");
  await settled(page);
}

async function submit(page: Page, name: string): Promise<string> {
  await go(page, name);
  // The effective date lies ahead: shown, and sent all the same.
  await go(page, "Submit all the same");
  await heading(page, "Receipt of the assignment");
  return (await page.locator(".receipt-turn").textContent()) ?? "";
}

/**
 * Begins a further referral of a family whose services are over, up to the check page: its people lead to who served it,
 * and that service is used.
 */
async function referAgain(page: Page): Promise<{ contractor: string; area: string }> {
  await show(page, "/referrals");
  const over = page.getByRole("row").filter({ hasText: "FSRP" }).filter({ hasText: "Closed" });
  await over.first().getByRole("link").first().click();
  await heading(page, "Receipt of the assignment");
  await settled(page);
  const fact = (label: string) =>
    page.locator("dt", { hasText: label }).locator("xpath=following-sibling::dd[1]");
  const area = (await fact("Contract area").textContent()) ?? "";
  const before = (await page.locator(".receipt-turn").textContent()) ?? "";
  const contractor = /to (.+), turn/u.exec(before)?.[1] ?? "";
  expect(contractor).not.toBe("");

  await go(page, "New referral for this family");
  await heading(page, /^New referral/u);
  await settled(page);
  await answer(page, area, async () => {
    await page.getByText("Found in Kinward").waitFor();
    const use = page.getByRole("button", { name: `Use this service: ${contractor}` });
    await use.first().waitFor();
    await expectAccessible(page);
    await use.first().click();
    await page.getByText("Used in this referral").waitFor();
  });
  return { contractor, area };
}

it("goes on with the contractor that served the family, is withdrawn, and returns to it", async () => {
  await asPerson(agency, workers[0] as Account, {}, async (page) => {
    const { contractor, area } = await referAgain(page);
    await page.getByRole("link", { name: "Ask for a continuity override" }).click();
    await heading(page, "Continuity override");
    await page.getByRole("radio", { name: contractor }).waitFor();
    await expectFitsEverywhere(page);
    // Nothing is answered beforehand, and what is missing is said beside its question.
    await expect.poll(() => page.getByRole("radio", { checked: true }).count()).toBe(0);
    await page.getByRole("radio", { name: contractor }).press("Space");
    await go(page, "Use this override");
    await page.getByRole("alert").waitFor();
    await expectAccessible(page);
    await page.getByText("The family", { exact: true }).click();
    await page.getByText("Continuity of service", { exact: true }).click();
    await go(page, "Use this override");
    await heading(page, "Check and submit");
    await settled(page);
    await page.getByRole("heading", { name: "Continuity override" }).waitFor();
    await expectFitsEverywhere(page);
    const said = await submit(page, "Submit with the override");
    expect(said).toContain(`${contractor}, turn`);
    expect(said).toContain(": override");
    await settled(page);
    await page.getByText(/found in case/u).waitFor();

    await go(page, "Withdraw the referral");
    await page.getByText(/The turn is taken back/u).waitFor();
    await expectAccessible(page);
    await page.getByLabel("Reason", { exact: true }).fill("The family moved away for now");
    await page.getByRole("dialog").getByRole("button", { name: "Withdraw", exact: true }).click();
    await page.getByText(/was taken back by line/u).waitFor();
    await settled(page);
    await expectFitsEverywhere(page);

    await go(page, "New referral for this family");
    await heading(page, /^New referral/u);
    await settled(page);
    await answer(page, area, async () => {
      await page.getByText(/No (other )?earlier services are known/u).click();
    });
    const again = await submit(page, "Submit and assign");
    expect(again).toContain(`${contractor}, turn`);
    expect(again).toContain("same contractor as before");
  });
});

describe("where a supervisor has to agree", () => {
  it("asks the worker's supervisor, who approves, before the case goes out of turn", async () => {
    await requireSupervisor();
    const worker = workers[1] as Account;
    const asked = await asPerson(agency, worker, {}, async (page) => {
      const { contractor } = await referAgain(page);
      await page.getByRole("link", { name: "Ask for a continuity override" }).click();
      await heading(page, "Continuity override");
      await page.getByRole("radio", { name: contractor }).press("Space");
      await page.getByText("The family", { exact: true }).click();
      await page.getByText("Continuity of service", { exact: true }).click();
      await page.getByText("Your supervisor has not been asked").waitFor();
      await go(page, "Ask the supervisor");
      await page.getByText("Enter why, for the supervisor").first().waitFor();
      await page.getByLabel("Why this family").fill("The children trust this team");
      await go(page, "Ask the supervisor");
      await page.getByText(/It waits for the supervisor's answer/u).waitFor();
      await expectAccessible(page);
      return { contractor, path: new URL(page.url()).pathname };
    });

    const answered: string[] = [];
    for (const supervisor of agency.accounts.filter((one) => one.role.includes("SUPERVISOR"))) {
      if (supervisor.role.includes("CONTRACTOR")) continue;
      await asPerson(agency, supervisor, {}, async (page) => {
        await show(page, "/referrals");
        await page.getByRole("link", { name: "Override requests" }).click();
        const request = page.getByText("The children trust this team");
        await request.or(page.getByText("Nothing waits for you")).first().waitFor();
        // Of somebody else's team nothing is there.
        if ((await request.count()) === 0) return;
        await expectFitsEverywhere(page);
        await go(page, /^Decline: /u);
        await page.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
        await page.getByRole("alert").waitFor();
        await page.keyboard.press("Escape");
        await go(page, /^Approve: /u);
        await page.getByRole("dialog").getByText(`may go to ${asked.contractor}`).waitFor();
        await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
        await page.getByText("Nothing waits for you").waitFor();
        answered.push(supervisor.name);
      });
    }
    expect(answered).toHaveLength(1);

    await asPerson(agency, worker, {}, async (page) => {
      await show(page, asked.path);
      await page.getByText(`Approved by ${answered[0]}`).waitFor();
      await go(page, "Use this override");
      await heading(page, "Check and submit");
      await settled(page);
      const said = await submit(page, "Submit with the override");
      expect(said).toContain(`${asked.contractor}, turn`);
      expect(said).toContain(": override");
      await page
        .getByText(answered[0] as string)
        .first()
        .waitFor();
    });
  });
});

/** Two administrators publish the setting that asks a supervisor for each override. */
async function requireSupervisor(): Promise<void> {
  const [first, second] = agency.accounts.filter((one) => one.role === "ADMINISTRATOR");
  const proposalId = await asPerson(agency, first as Account, {}, async (page) => {
    const { today } = (await call(page, "session.me", {})) as { today: string };
    const proposed = await call(page, "settings.propose", {
      commandId: uuidv7(),
      profile: "IA_FSRP",
      validFrom: today,
      values: { overrideRequiresSupervisor: true },
      source: "Notice of the program",
      reason: "Overrides have risen",
    });
    return (proposed as { proposalId: string }).proposalId;
  });
  await asPerson(agency, second as Account, {}, (page) =>
    call(page, "proposals.answer", { commandId: uuidv7(), proposalId, decision: "APPROVED" }),
  );
}

/** Calls a procedure with the session of the page. */
async function call(page: Page, name: string, input: object): Promise<unknown> {
  const answer = await page.request.post(`${agency.origin}/api/trpc/${name}?batch=1`, {
    data: { 0: input },
    headers: { origin: agency.origin },
  });
  const [result] = (await answer.json()) as [{ result?: { data: unknown } }];
  expect(result.result, `${name}: ${JSON.stringify(result)}`).toBeDefined();
  return result.result?.data;
}
