import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { type Page, type PageOptions, withPage } from "@kinward/testkit/browser";

/** Pages are served from here without any server: the address exists only inside the browser of the test. */
export const STUB_ORIGIN = "http://kinward.test";
const DIST = join(import.meta.dirname, "../dist");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
};

/** Makes a procedure fail with a fault as the API spells it. */
export class Fails {
  readonly kinward: object;
  constructor(kinward: object) {
    this.kinward = kinward;
  }
}
/** Makes a procedure never answer. */
export const NEVER = Symbol("never");

export type Answers = Readonly<Record<string, unknown>>;

/**
 * Serves the built app and answers its calls from `answers`, by procedure: a value, a function of the input, `Fails` or
 * `NEVER`. Shows states that a real server reaches seldom; what the server does is tested by the journeys.
 */
export async function stubApp(page: Page, answers: Answers): Promise<void> {
  await page.route(`${STUB_ORIGIN}/admin/**`, async (route) => {
    const path = new URL(route.request().url()).pathname.replace(/^\/admin\//, "");
    const name = extname(path) === "" ? "index.html" : path;
    const body = await readFile(join(DIST, name)).catch(() => undefined);
    if (body === undefined) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({ body, contentType: TYPES[extname(name)] ?? "application/octet-stream" });
  });
  await page.route(`${STUB_ORIGIN}/api/trpc/**`, async (route) => {
    const names = new URL(route.request().url()).pathname.replace("/api/trpc/", "").split(",");
    const inputs = route.request().postDataJSON() as Record<string, unknown>;
    const results = names.map((name, index) =>
      answerOf(answers[name], inputs[String(index)], name),
    );
    if (results.includes(NEVER)) return;
    return route.fulfill({ contentType: "application/json", body: JSON.stringify(results) });
  });
}

function answerOf(answer: unknown, input: unknown, name: string): unknown {
  const given: unknown = typeof answer === "function" ? answer(input) : answer;
  if (given === NEVER) return NEVER;
  if (given === undefined) throw new Error(`no answer for ${name}`);
  if (!(given instanceof Fails)) return { result: { data: given } };
  return {
    error: {
      message: "failed",
      code: -32_000,
      data: { code: "BAD_REQUEST", httpStatus: 400, path: name, kinward: given.kinward },
    },
  };
}

/** Opens a screen and waits until it says what it has to say. */
export async function open(
  options: Pick<PageOptions, "theme" | "viewport">,
  answers: Answers,
  path: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  await withPage({ origin: STUB_ORIGIN, ...options }, async (page) => {
    await stubApp(page, answers);
    await page.goto(path);
    await page.locator("h1").first().waitFor();
    await work(page);
  });
}

/** Nothing is being loaded any more. */
export const settled = (page: Page) =>
  page.locator(".skeleton").first().waitFor({ state: "detached" });
