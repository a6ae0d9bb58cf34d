import {
  expectAccessible,
  expectFitsEverywhere,
  type Page,
  settled,
} from "@kinward/testkit/browser";
import { runStatement } from "@kinward/testkit/postgres";
import type { CaseId } from "@kinward/domain/kernel";
import type { PersonView } from "@kinward/domain/views";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memberOf } from "../src/features/referrals/content.ts";
import { asPerson, callApi, show, startAgency, type Account, type Agency } from "./support.ts";

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

const call = (page: Page, name: string, input: object) => callApi(agency, page, name, input);
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

/** Chooses FSRP in an area, on the page of the service. */
async function chooseService(page: Page, area: string): Promise<void> {
  await page.getByRole("radio", { name: /FSRP/u }).press("Space");
  const [serviceArea = "", subarea] = area.split(" / ");
  await page.locator('[data-field="service.serviceAreaId"] button').click();
  await page.getByRole("option", { name: serviceArea, exact: true }).click();
  if (subarea !== undefined)
    await page.getByRole("radio", { name: subarea, exact: true }).press("Space");
  await page.getByRole("radio", { name: /^Preserve/u }).press("Space");
}

/** The same day as the record has it. */
const isoIn = (days: number): string => inDays(days).replace(/(..)\/(..)\/(....)/u, "$3-$1-$2");

/** Answers what a further referral of a known family still asks, up to the check page. */
async function answer(page: Page, area: string, prior: () => Promise<void>): Promise<void> {
  await page.getByRole("link", { name: /^Service/u }).click();
  await heading(page, "Service");
  await chooseService(page, area);
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

/** Families by what services they have. */
const STANDING = {
  SAFETY_PLAN: "e.service_type = 'SAFETY_PLAN' AND e.last_service_day IS NULL",
  FSRP: "e.service_type = 'FSRP' AND e.last_service_day IS NULL",
  OVER: "e.service_type = 'FSRP' AND e.last_service_day < current_date - 40",
} as const;

/** One such family with its supervisor, the service area of its contract, and another one. */
async function familyWith(which: keyof typeof STANDING) {
  const [row] = await runStatement<{ caseId: CaseId; email: string; area: string; other: string }>(
    agency.database.ownerUrl,
    `SELECT e.case_id AS "caseId", s.email::text, concat_ws(' / ', a.name, c.subarea_name) AS area,
        (SELECT o.name FROM app.service_area o JOIN app.contract_area n USING (service_area_id)
          WHERE o.name <> a.name AND n.subarea_name IS NULL AND n.to_on IS NULL ORDER BY o.name LIMIT 1) AS other
      FROM app.episode e JOIN app.episode_contractor x USING (episode_id)
      JOIN app.contract_area c ON c.contract_area_id = x.contract_area_id JOIN app.service_area a USING (service_area_id)
      JOIN app.case_team t ON t.case_id = e.case_id AND t.to_on IS NULL
      JOIN app.supervisor_line l ON l.staff_id = t.staff_id AND l.to_on IS NULL
      JOIN app.staff s ON s.staff_id = l.supervisor_id
      WHERE ${STANDING[which]}
        AND e.effective_date < current_date AND NOT e.withdrawn
        AND NOT EXISTS (SELECT FROM app.episode n WHERE n.case_id = e.case_id AND n.no > e.no) ORDER BY e.case_id LIMIT 1`,
  );
  if (row === undefined) throw new Error(`the sample has no family with ${which}`);
  return row;
}

/** Refers a family again: what every referral asks is answered already, the service and the rest are chosen now. */
async function referOnce(
  page: Page,
  family: { readonly caseId: CaseId; readonly area: string },
  transfer?: string,
): Promise<string> {
  const { caseId, area } = family;
  const known = (await call(page, "referrals.caseForReferral", { caseId })) as {
    readonly people: readonly PersonView[];
    readonly openedOn?: string;
  };
  const today = isoIn(0);
  const draftId = uuidv7();
  await call(page, "drafts.save", {
    commandId: uuidv7(),
    draftId,
    kind: "REFERRAL",
    title: "Referral",
    expectedVersion: 0,
    content: {
      caseId,
      family: { members: known.people.map(memberOf) },
      form: { effectiveDate: isoIn(20), signedOn: today },
      priorServices: { noneKnown: true },
      risks: { noneKnown: true },
      ...(known.openedOn === undefined && {
        legalBasis: { openingBasis: "CINA_ASSESSMENT", openedOn: today },
      }),
    },
  });
  await show(page, `/referrals/new/${draftId}/service`);
  await chooseService(page, area);
  if (transfer !== undefined) await page.getByLabel("Reason for a transfer").fill(transfer);
  await next(page);
  await heading(page, "Legal basis");
  await show(page, `/referrals/new/${draftId}/check`);
  return submit(page, "Submit and assign");
}

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

it("lets safety plan services go on as FSRP, transfers services to another area, and opens a closed case again", async () => {
  const again = async (which: keyof typeof STANDING, transfer?: string): Promise<string> => {
    const { email, caseId, area, other } = await familyWith(which);
    const supervisor = agency.accounts.find((account) => account.email === email) as Account;
    return asPerson(agency, supervisor, {}, (page) =>
      referOnce(page, { caseId, area: transfer === undefined ? area : other }, transfer),
    );
  };
  const goesOn = await again("SAFETY_PLAN");
  expect(goesOn).toContain("same contractor as the safety plan");
  const moved = await again("FSRP", "Moved to kin");
  expect(moved).toContain("in turn, transferred");
  const opened = await again("OVER");
  expect(opened).toMatch(/: (in turn|repays)/u);
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
