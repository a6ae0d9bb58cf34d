import {
  expectAccessible,
  expectFitsEverywhere,
  withPage,
  type Page,
} from "@kinward/testkit/browser";
import { startSmtp, type TestSmtp } from "@kinward/testkit/smtp";
import { totp } from "@kinward/testkit/totp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asPerson, PASSWORD, signIn, startAgency, type Agency } from "./support.ts";

let smtp: TestSmtp;
let agency: Agency;
beforeAll(async () => {
  smtp = await startSmtp();
  agency = await startAgency({ SMTP_URL: smtp.url });
});
afterAll(async () => {
  await agency?.stop();
  await smtp?.stop();
});

const MINUTE = 60_000;

/** A page whose clock stands still draws nothing by itself, so that nothing can be waited for but its network. */
const quiet = (page: Page) => page.waitForLoadState("networkidle");

describe("the time-out", () => {
  it("warns two minutes before, stays on request, and leads back after signing in again", async () => {
    await withPage({ origin: agency.origin }, async (page) => {
      await page.clock.install();
      await signIn(page, agency.account("CASEWORKER"));
      await quiet(page);
      const warning = page.getByRole("alertdialog");
      // The list is on screen and refreshes itself, but not for an empty chair.
      await page.clock.runFor(27 * MINUTE);
      await expect.poll(() => warning.count()).toBe(0);
      await page.clock.runFor(2 * MINUTE);
      await warning.waitFor();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Stay signed in" }).click();
      await warning.waitFor({ state: "detached" });
      await page.goto("/cases?sort=family");
      await page.getByRole("heading", { name: "Cases" }).waitFor();
      await quiet(page);
      await page.clock.runFor(31 * MINUTE);
      await page.getByText("nothing was done for a while").waitFor();
      await page.getByLabel("E-mail").fill(agency.account("CASEWORKER").email);
      await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("heading", { name: "Cases" }).waitFor();
      expect(new URL(page.url()).search).toBe("?sort=family");
    });
  });
});

describe("two-factor sign-in", () => {
  it("is set up, asked for at the next sign-in, opened once by a backup code, and turned off", async () => {
    const account = agency.account("CARE_COORDINATOR");
    const keep = { key: "", backup: "" };
    await asPerson(agency, account, {}, async (page) => {
      await page.goto("/account/two-factor");
      await page.getByLabel("Your password").fill("wrong password");
      await page.getByRole("button", { name: "Set up two-factor sign-in" }).click();
      await page.getByText("The password is not right").waitFor();
      await page.getByLabel("Your password").fill(PASSWORD);
      await page.getByRole("button", { name: "Set up two-factor sign-in" }).click();
      keep.key = await page.locator("code.secret").innerText();
      keep.backup = await page.locator(".backup-codes code").first().innerText();
      await expectFitsEverywhere(page);
      await page.getByLabel("Code", { exact: true }).fill("000000");
      await page.getByRole("button", { name: "Turn on" }).click();
      await page.getByText("The code does not match").waitFor();
      await page.getByLabel("Code", { exact: true }).fill(totp(keep.key));
      await page.getByRole("button", { name: "Turn on" }).click();
      await page.getByRole("heading", { name: "Two-factor sign-in is on" }).waitFor();
    });
    await withPage({ origin: agency.origin }, async (page) => {
      const password = async () => {
        await page.goto("/cases");
        await page.getByLabel("E-mail").fill(account.email);
        await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.getByLabel("Code", { exact: true }).waitFor();
      };
      await password();
      await expectFitsEverywhere(page);
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByRole("alert").getByText("Enter the code").waitFor();
      await page.getByLabel("Code", { exact: true }).fill(totp(keep.key));
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByRole("heading", { name: "Cases" }).waitFor();
      await page.getByRole("button", { name: /^Account/u }).click();
      await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
      await page.getByText("You are signed out.").waitFor();
      await password();
      await page.getByRole("button", { name: "Use a backup code" }).click();
      await page.getByLabel("Backup code").fill(keep.backup);
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByRole("heading", { name: "Cases" }).waitFor();
      await page.goto("/account/two-factor");
      await page.getByLabel("Your password").fill(PASSWORD);
      await page.getByRole("button", { name: "Turn off two-factor sign-in" }).click();
      await page.getByRole("heading", { name: "Two-factor sign-in is off" }).waitFor();
    });
    await withPage({ origin: agency.origin }, (page) => signIn(page, account));
  });
});

describe("a forgotten password", () => {
  it("is replaced through the link of the mail, once", async () => {
    const account = agency.account("SUPERVISOR");
    const fresh = "a new sentence that only I know";
    await withPage({ origin: agency.origin }, async (page) => {
      await page.goto("/sign-in");
      await page.getByRole("link", { name: "Forgotten your password?" }).click();
      await page.getByRole("heading", { name: "Reset your password" }).waitFor();
      await page.getByLabel("E-mail").fill(account.email);
      await page.getByRole("button", { name: "Send the link" }).click();
      await page.getByRole("heading", { name: "Look into your mailbox" }).waitFor();
      await expect.poll(() => smtp.mails.length, { timeout: 20_000 }).toBe(1);
      expect(smtp.mails[0]?.to).toBe(account.email);
      // A line of a mail ends softly with "=", and "=3D" is "=".
      const text = (smtp.mails[0]?.data ?? "").replaceAll("=\n", "").replaceAll("=3D", "=");
      const link = /\S+\/reset-password#\S+/u.exec(text)?.[0] ?? "";
      const { pathname, hash } = new URL(link);
      const choose = async (password: string, again = password) => {
        await page.getByLabel("New password", { exact: true }).fill(password);
        await page.getByLabel("New password once more").fill(again);
        await page.getByRole("button", { name: "Save password" }).click();
      };
      await page.goto(pathname + hash);
      await choose("short");
      await page.getByRole("alert").getByText("Use at least 12 characters").waitFor();
      await choose(fresh, `${fresh}!`);
      await page.getByRole("alert").getByText("Both entries must be the same").waitFor();
      await choose(fresh);
      await page.getByText("Your password is changed.").waitFor();
      await page.goto("about:blank");
      await page.goto(pathname + hash);
      await choose("yet another long sentence");
      await page.getByText("This link is used, ended or unknown.").waitFor();
      await page.goto("/sign-in");
      await page.getByLabel("E-mail").fill(account.email);
      await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("alert").getByText("do not match").waitFor();
      await page.getByLabel("Password", { exact: true }).fill(fresh);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("button", { name: /^Account/u }).waitFor();
    });
  });
});
