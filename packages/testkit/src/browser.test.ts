import { expect, test } from "vitest";
import {
  expectAccessible,
  expectFitsEverywhere,
  expectNoSidewaysScroll,
  screenshot,
  withPage,
} from "./browser.ts";

const page = (body: string) =>
  `data:text/html,<!doctype html><html lang="en"><title>Page</title><meta name="viewport" content="width=device-width"><main><h1>Page</h1>${body}</main>`;

test("a clean page passes, and a picture of it can be kept", { timeout: 60_000 }, async () => {
  await withPage({}, async (tab) => {
    await tab.goto(page("<p>Text</p>"));
    await expectFitsEverywhere(tab);
    expect(await screenshot(tab, "testkit/clean page")).toMatch(/testkit\/clean-page\.png$/);
  });
});

test("axe reports a field without a label", async () => {
  await withPage({}, async (tab) => {
    await tab.goto(page("<input>"));
    await expect(expectAccessible(tab)).rejects.toThrow("Form elements must have labels");
  });
});

test("what cannot be read in the dark only is found", async () => {
  const style = "<style>@media (prefers-color-scheme: dark) { p { color: %23eee; } }</style>";
  await withPage({}, async (tab) => {
    await tab.goto(page(`${style}<p>Text</p>`));
    await expectAccessible(tab);
    await expect(expectFitsEverywhere(tab)).rejects.toThrow("color-contrast");
  });
});

test("what is too close to be hit at the narrowest width only is found", async () => {
  const style =
    "<style>button { margin: 20px; } @media (max-width: 330px) { button { margin: 0; padding: 0; border: 0; height: 10px; } }</style>";
  await withPage({}, async (tab) => {
    await tab.goto(page(`${style}<p><button>One</button><br><button>Two</button></p>`));
    await expectAccessible(tab);
    await expect(expectFitsEverywhere(tab)).rejects.toThrow("target-size");
  });
});

test("a page that scrolls sideways is reported with what is too wide", async () => {
  await withPage({ viewport: "narrow" }, async (tab) => {
    await tab.goto(page('<div class="wide" style="width:500px">Text</div>'));
    await expect(expectNoSidewaysScroll(tab)).rejects.toThrow("div.wide");
  });
});

test("an error that the page did not catch fails the test", async () => {
  const broken = withPage({}, async (tab) => {
    await tab.goto(page("<script>throw new Error('broken page')</script>"));
  });
  await expect(broken).rejects.toThrow("broken page");
});
