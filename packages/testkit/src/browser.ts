import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { RunOptions } from "axe-core";
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type Request,
} from "playwright-core";
import { expect } from "vitest";
import { packagedChromium } from "./chromium.ts";

export type { Browser, BrowserContext, Locator, Page } from "playwright-core";

export type Theme = "light" | "dark";

/** The widths at which screens are checked: a desk, a phone, and the narrowest that WCAG asks for. */
export const VIEWPORTS = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
} as const;

export type Viewport = keyof typeof VIEWPORTS;

export interface PageOptions {
  /** Relative addresses in `page.goto` are resolved against it. */
  readonly origin?: string;
  readonly viewport?: Viewport;
  readonly theme?: Theme;
  readonly locale?: string;
  /** Cookies and storage of an earlier page: see `context.storageState()`. */
  readonly storageState?: NonNullable<Parameters<Browser["newContext"]>[0]>["storageState"];
}

const SCREENSHOTS = join(import.meta.dirname, "../../../.kinward/screenshots");

/** Success criteria of WCAG 2.2, levels A and AA; axe names them by the version that brought each. */
const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Without its comments: it is read by the browser once for each document. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const ARGUMENTS = [
  // The sandbox needs rights that root and many containers do not have; only our own pages are opened.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** One for each process, started by its first page; Playwright ends it with the process. */
let launching: Promise<Browser> | undefined;

const SYSTEM_CHROMIUM = "/usr/bin/chromium";

/**
 * `KINWARD_CHROMIUM`, or else the one from npm and then the system's, whichever starts. The one from npm is the same
 * version everywhere and opens pages in half the time; it lacks libraries on some machines.
 * @throws when no browser starts: a journey that was not made must never look like one that passed.
 */
async function launch(): Promise<Browser> {
  const named = process.env["KINWARD_CHROMIUM"];
  if (named !== undefined && named !== "") return start(named);
  const faults: string[] = [];
  for (const find of [packagedChromium, () => Promise.resolve(SYSTEM_CHROMIUM)])
    try {
      return await start(await find());
    } catch (fault) {
      faults.push(String(fault));
    }
  throw new Error(
    `The browser journeys need Chromium: set KINWARD_CHROMIUM to its executable.\n${faults.join("\n")}`,
  );
}

const start = (executablePath: string) => chromium.launch({ executablePath, args: ARGUMENTS });

/**
 * Opens a page in a context of its own, and closes it afterwards. An error that the page did not catch, or a
 * violation of its content security policy, fails the test; after a failure a picture of the page is kept.
 */
export async function withPage<T>(
  options: PageOptions,
  work: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const { origin, viewport = "desk", theme = "light", locale = "en-US", storageState } = options;
  const browser = await (launching ??= launch());
  const context = await browser.newContext({
    viewport: VIEWPORTS[viewport],
    colorScheme: theme,
    locale,
    reducedMotion: "reduce",
    ...(origin === undefined ? {} : { baseURL: origin }),
    ...(storageState === undefined ? {} : { storageState }),
  });
  const page = await context.newPage();
  watchRequests(page);
  const faults = watchFaults(page);
  try {
    const result = await work(page, context);
    expectNone("Errors in the page", faults);
    return result;
  } catch (error) {
    await screenshot(page, `failed/${expect.getState().currentTestName ?? "page"}`).catch(
      () => undefined,
    );
    throw error;
  } finally {
    await context.close();
  }
}

const requests = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): void {
  const open = new Set<Request>();
  requests.set(page, open);
  page.on("request", (request) => open.add(request));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
}

/**
 * What has arrived is drawn, and what that asks for has been asked. A browser that has nothing to draw may draw nothing
 * at all: after a second that counts as drawn. Text for the browser, see below.
 */
const DRAWN = `new Promise((done) => {
  setTimeout(done, 1000);
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => setTimeout(done))));
})`;
const NOT_SETTLED_MS = 30_000;

/**
 * Waits until nothing is being loaded any more, so that a check sees the whole screen. Playwright's "networkidle" means
 * half a second of silence each time; this goes on as soon as the page has drawn its last answer and asks for nothing.
 */
export async function settled(page: Page): Promise<void> {
  const open = requests.get(page) ?? new Set();
  const until = Date.now() + NOT_SETTLED_MS;
  for (let quiet = 0; quiet < 2;) {
    if (Date.now() > until)
      throw new Error(
        `Not settled: ${[...open].map((each) => each.url()).join(", ") || page.url()}`,
      );
    // A page that is being left has nothing to say yet, and one that does not answer must not be waited for without end.
    const isLoading = await Promise.race([
      page
        .evaluate<boolean>(
          `${DRAWN}.then(() => document.querySelector('.skeleton, main[aria-busy="true"]') !== null)`,
        )
        .catch(() => true),
      setTimeout(NOT_SETTLED_MS / 3, true, { ref: false }),
    ]);
    quiet = isLoading || open.size > 0 ? 0 : quiet + 1;
    if (quiet === 0) await setTimeout(10);
  }
}

/**
 * Shows another screen as a link does, without loading the app anew: the browser keeps what it has compiled of the app
 * and of axe, which is half the time of a check.
 */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate(`history.pushState(null, "", ${JSON.stringify(path)})`);
  await settled(page);
  await page.getByRole("heading").first().waitFor();
}

/** Visits screens one after the other; @throws if two of them show the same: one was not there yet when it was checked. */
export async function visitEach(
  page: Page,
  paths: readonly string[],
  check: (page: Page) => Promise<void>,
): Promise<void> {
  const seen = new Map<string, string>();
  for (const path of paths) {
    await visit(page, path);
    const text = await page.locator("main").innerText();
    expectNone(`${path} shows the same as another screen`, [seen.get(text) ?? []].flat());
    seen.set(text, path);
    await check(page);
  }
}

function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy"))
      faults.push(message.text());
  });
  return faults;
}

/** What is printed of a finding of axe. */
interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly {
    readonly target: readonly string[];
    readonly failureSummary?: string;
  }[];
}

/**
 * Describing in full what passed takes as long as finding it. Style sheets and media are fetched once more for two rules
 * only: one is an experiment that is not asked, the other is about media, which no screen has.
 */
const SPARING: RunOptions = { resultTypes: ["violations"], preload: false };

const EVERYTHING: RunOptions = { ...SPARING, runOnly: { type: "tag", values: WCAG_22_AA } };
/** A theme changes colors and nothing else: of a page that was checked in the other one, these rules are left to ask. */
const COLORS: RunOptions = {
  ...SPARING,
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

/**
 * Between a phone and the narrowest width that must work, no screen shows anything else or says it otherwise: things
 * only move closer. These rules are left to ask, and that nothing scrolls sideways.
 */
const PLACES: RunOptions = {
  ...SPARING,
  runOnly: { type: "rule", values: ["target-size", "scrollable-region-focusable"] },
};

/** What react-aria reads out stays for seconds, unseen, and points at a list or a button that may be gone by then. */
const READ_OUT = "[data-live-announcer]";

/** axe finds nothing against WCAG 2.2 AA on the page as it is now. */
export const expectAccessible = (page: Page): Promise<void> => expectNothing(page, EVERYTHING);

async function expectNothing(page: Page, options: RunOptions): Promise<void> {
  if (page.frames().length > 1) throw new Error(`A frame on ${page.url()} would go unchecked.`);
  // Once for each document: a screen is checked several times, and reading half a megabyte takes longer than a check.
  if (await page.evaluate<boolean>("window.axe === undefined")) await page.evaluate(AXE);
  const violations = await page.evaluate<AxeViolation[]>(
    `axe.run({ exclude: ["${READ_OUT}"] }, ${JSON.stringify(options)}).then((report) => report.violations)`,
  );
  const found = violations.map(({ id, help, nodes }) => {
    const places = nodes.map(
      ({ target, failureSummary }) => `    ${target.join(" ")}: ${failureSummary ?? ""}`,
    );
    return [`${id}: ${help}`, ...places].join("\n");
  });
  expectNone(`axe violations on ${page.url()}`, found);
}

/** The page as a whole never scrolls sideways; what is wide scrolls in its own frame. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  // Text for the browser: this package is checked without the types of the DOM.
  const overflow = await page.evaluate<string[]>(`(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5)
      .slice(0, 10)
      .map((element) => element.tagName.toLowerCase() + "." + element.className);
    return [root.scrollWidth + " > " + root.clientWidth, ...wide];
  })()`);
  expectNone(`Sideways scroll on ${page.url()}`, overflow);
}

/** @throws with every finding in full: in a report of a test run there is nothing else to look at. */
function expectNone(title: string, findings: readonly string[]): void {
  if (findings.length > 0)
    throw new Error([title, ...findings.map((finding) => `  ${finding}`)].join("\n"));
}

/** Goes on once the page is drawn anew: axe reports what is taken out of the page while it looks. */
export async function setViewport(page: Page, viewport: Viewport): Promise<void> {
  await page.setViewportSize(VIEWPORTS[viewport]);
  await Promise.race([
    page.evaluate(DRAWN),
    setTimeout(NOT_SETTLED_MS / 3, undefined, { ref: false }),
  ]);
}

export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
}

/** Checks one state of a screen at every width and in both themes: axe, and no sideways scroll. */
export async function expectFitsEverywhere(page: Page): Promise<void> {
  for (const viewport of ["desk", "phone"] as const) {
    await setViewport(page, viewport);
    await expectNoSidewaysScroll(page);
    await setTheme(page, "light");
    await expectAccessible(page);
    await setTheme(page, "dark");
    await expectNothing(page, COLORS);
  }
  await setViewport(page, "narrow");
  await expectNoSidewaysScroll(page);
  await expectNothing(page, PLACES);
  await setViewport(page, "desk");
  await setTheme(page, "light");
}

/** Keeps a picture in `.kinward/screenshots`; answers with its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const file = join(SCREENSHOTS, `${name.replaceAll(/[^\w/-]+/g, "-")}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file, fullPage: true });
  return file;
}
