import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { type Page, type PageOptions, withPage } from "@kinward/testkit/browser";

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

/** What the calls of the page that is open are answered from. */
let answers: Answers = {};

/**
 * Serves the built app and answers its calls from the `answers` of the page, by procedure: a value, a function of the
 * input, `Fails` or `NEVER`. Shows states that a real server reaches seldom; what the server does is tested by the
 * journeys. A server, and not routes of the browser: with those the browser caches nothing.
 */
const server = createServer((request, response) => void serve(request, response)).listen(
  0,
  "127.0.0.1",
);
await new Promise((ready) => server.once("listening", ready));
server.unref();
export const STUB_ORIGIN = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? "/", "http://stub").pathname;
  if (!path.startsWith("/api/trpc/")) return serveFile(path.replace(/^\/admin\//, ""), response);
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const inputs = JSON.parse(body === "" ? "{}" : body) as Record<string, unknown>;
  const names = path.replace("/api/trpc/", "").split(",");
  const results = names.map((name, index) => answerOf(answers[name], inputs[String(index)], name));
  if (results.includes(NEVER)) return;
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(results));
}

function serveFile(path: string, response: ServerResponse): void {
  const name = extname(path) === "" ? "index.html" : path;
  const type = TYPES[extname(name)] ?? "application/octet-stream";
  // Built files carry a hash in their name.
  const cache = name === "index.html" ? "no-store" : "public, max-age=31536000, immutable";
  try {
    const body = readFileSync(join(DIST, name));
    response.writeHead(200, { "content-type": type, "cache-control": cache }).end(body);
  } catch {
    response.writeHead(404).end();
  }
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

/** A page of the app that is answered from `given`. */
export async function withStub(
  options: Pick<PageOptions, "theme" | "viewport">,
  given: Answers,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  answers = given;
  await withPage({ origin: STUB_ORIGIN, ...options }, work);
}

/** Opens a screen and waits until it says what it has to say. */
export async function open(
  options: Pick<PageOptions, "theme" | "viewport">,
  given: Answers,
  path: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  await withStub(options, given, async (page) => {
    await page.goto(path);
    await page.locator("h1").first().waitFor();
    await work(page);
  });
}
