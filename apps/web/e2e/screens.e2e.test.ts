import { expectFitsEverywhere, visitEach, withPage } from "@kinward/testkit/browser";
import { afterAll, beforeAll, describe, it } from "vitest";
import { NEW_REFERRAL, REFERRAL_TASKS } from "./screens.ts";
import {
  asPerson,
  busyCase,
  busySupervisor,
  firstPerson,
  show,
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

describe("every screen, at every width and in both themes, is accessible and never scrolls sideways", () => {
  it("signed out", async () => {
    await withPage({ origin: agency.origin }, async (page) => {
      for (const path of ["/sign-in?why=time-out", "/forgot-password", "/reset-password#token"]) {
        await show(page, path);
        await expectFitsEverywhere(page);
      }
      await page.goto("/sign-in");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("alert").waitFor();
      await expectFitsEverywhere(page);
    });
  });

  it("a caseworker", async () => {
    await asPerson(agency, agency.account("CASEWORKER"), {}, async (page) => {
      const screens = [
        "/",
        "/people",
        "/people/duplicates",
        "/people/merged",
        "/referrals",
        "/referrals/new",
        "/cases/begin",
        NEW_REFERRAL,
        ...REFERRAL_TASKS.map((task) => NEW_REFERRAL + task),
        "/inbox",
        "/calendar",
        "/calendar?show=month",
        "/account/notices",
        "/account/shortcuts",
        "/account/two-factor",
        "/cases/018f0000-0000-7000-8000-000000000000",
      ];
      await visitEach(page, screens, expectFitsEverywhere);
    });
  });

  it("an administrator", async () => {
    await asPerson(agency, agency.account("ADMINISTRATOR"), {}, (page) =>
      visitEach(page, ["/overview"], expectFitsEverywhere),
    );
  });

  it("a contractor's supervisor", async () => {
    await asPerson(agency, person, {}, async (page) => {
      const found = await busyCase(page);
      const person = `${found}/people`;
      const monthAgo = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
      await show(page, person);
      const personPage = await firstPerson(page);
      const screens = [
        "/",
        "/?within=30&columns=family,contractor,worker",
        "/cases",
        "/intake",
        found,
        person,
        `${found}/family`,
        `${person}/add`,
        `${found}/levels`,
        personPage,
        `${found}/contacts`,
        `${found}/history`,
        `${found}/team`,
        `${found}/team/coordinator`,
        "/team",
        `${found}/as-known`,
        `${found}/as-known?on=${monthAgo}`,
        `${found}/as-known/print?on=${monthAgo}`,
        `${found}/print`,
        `/contacts/new?caseId=${found.split("/").at(-1)}`,
      ];
      await visitEach(page, screens, expectFitsEverywhere);
    });
  });
});
