import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {} from "@kinward/testkit/postgres-global";
import { type Api, runKinward, startApi } from "@kinward/testkit/app";
import { type Page, type PageOptions, settled, withPage } from "@kinward/testkit/browser";
import { createTestDatabase, type TestDatabase } from "@kinward/testkit/postgres";
import { expect, inject } from "vitest";

export const PASSWORD = "correct horse battery staple";
/** Small enough to load in seconds, large enough for every state of a case. */
const CASES = "60";

export interface Account {
  readonly role: string;
  readonly email: string;
  readonly name: string;
  readonly organization: string;
}

type Session = NonNullable<PageOptions["storageState"]>;

export interface Agency extends Api {
  readonly database: TestDatabase;
  readonly accounts: readonly Account[];
  readonly sessions: Map<Account, Session>;
  /** The first account with the role; of an organization, if one is named. */
  account(role: string, organization?: string): Account;
  /** Names of the organizations that take turns. */
  contractors(): readonly string[];
}

/** The real server on the sample agency, in a database of its own. */
export async function startAgency(env: NodeJS.ProcessEnv = {}): Promise<Agency> {
  const state = join(
    tmpdir(),
    `kinward-web-${createHash("sha256").update(inject("kinwardPostgres")).digest("hex").slice(0, 12)}`,
  );
  const database = await createTestDatabase({
    template: "web-journeys",
    migrate: async (urls) => {
      await runKinward(urls, ["db", "migrate"]);
      await runKinward(urls, ["sample", "load", "--cases", CASES, "--password", PASSWORD], {
        KINWARD_STATE: state,
      });
    },
  });
  const api = await startApi({ urls: database, env });
  const file = readFileSync(join(state, "sample-accounts.json"), "utf8");
  // The file names roles for people: "care coordinator".
  const accounts = (JSON.parse(file) as readonly Account[]).map((account) => ({
    ...account,
    role: account.role.toUpperCase().replaceAll(/(?<!,) /gu, "_"),
  }));
  return {
    ...api,
    database,
    accounts,
    sessions: new Map(),
    account: (role, organization) => {
      const found = accounts.find(
        (each) =>
          each.role.split(", ").includes(role) &&
          (organization === undefined || each.organization === organization),
      );
      if (found === undefined) throw new Error(`no sample account with the role ${role}`);
      return found;
    },
    contractors: () => [
      ...new Set(
        accounts
          .filter((each) => each.role.includes("CONTRACTOR_SUPERVISOR"))
          .map((each) => each.organization),
      ),
    ],
    stop: async () => {
      await api.stop();
      await database.drop();
    },
  };
}

/** Signs in by the form, as a person does, and waits for the app. */
export async function signIn(page: Page, account: Account, path = "/"): Promise<void> {
  await page.goto(path);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: /^Account/u }).waitFor();
}

/** A page of someone who is signed in; who was in this agency before goes on with that session. */
export async function asPerson<T>(
  { origin, sessions }: Agency,
  account: Account,
  options: PageOptions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const storageState = sessions.get(account);
  const kept = storageState === undefined ? {} : { storageState };
  return withPage({ origin, ...kept, ...options }, async (page, context) => {
    if (storageState === undefined) {
      await signIn(page, account);
      sessions.set(account, await context.storageState());
    } else await show(page, "/");
    return work(page);
  });
}

/** Goes to an address and waits for what it shows. */
export async function show(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("heading").first().waitFor();
  await settled(page);
}

/** The address of the first case in which the person may log a contact: from a row of My work. */
export async function loggableCase(page: Page): Promise<string> {
  await page.goto("/");
  const link = page.locator("a[href*='/contacts/new?caseId=']").first();
  await link.waitFor();
  return ((await link.getAttribute("href")) ?? "").split("caseId=")[1] ?? "";
}

/** Someone of a contractor with work to do: the sample does not give everyone some. */
export async function busySupervisor(agency: Agency): Promise<Account> {
  for (const organization of agency.contractors()) {
    const account = agency.account("CONTRACTOR_SUPERVISOR", organization);
    const isBusy = await asPerson(agency, account, {}, async (page) => {
      await settled(page);
      return (await page.locator("a[href*='/contacts/new?caseId=']").count()) > 0;
    });
    if (isBusy) return account;
  }
  throw new Error("no contractor of the sample has a contact to log");
}

/** The address of the case of `loggableCase`. */
export const busyCase = async (page: Page): Promise<string> => `/cases/${await loggableCase(page)}`;

/** The address of the first person of the roster of a case, which is shown. */
export async function firstPerson(page: Page): Promise<string> {
  const link = page.locator("th a[href*='/people/']").first();
  await link.waitFor();
  return (await link.getAttribute("href")) ?? "";
}

/** Asks the API as whoever is signed in on the page. */
export async function callApi(
  { origin }: Pick<Agency, "origin">,
  page: Page,
  name: string,
  input: object,
): Promise<unknown> {
  const answer = await page.request.post(`${origin}/api/trpc/${name}?batch=1`, {
    data: { 0: input },
    headers: { origin },
  });
  const [result] = (await answer.json()) as [{ result?: { data: unknown } }];
  expect(result.result, `${name}: ${JSON.stringify(result)}`).toBeDefined();
  return result.result?.data;
}
