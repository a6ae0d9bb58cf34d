import {
  expectAccessible,
  expectFitsEverywhere,
  expectNoSidewaysScroll,
  withPage,
  type Page,
} from "@kinward/testkit/browser";
import { describe, expect, inject, test } from "vitest";
import type { GalleryPart } from "./Gallery.tsx";

const origin = inject("galleryOrigin");

async function show(page: Page, part?: GalleryPart): Promise<void> {
  await page.goto(part === undefined ? "/" : `/?part=${part}`);
  await page.locator("main h2").first().waitFor();
}

/** Opens something and proves that it is open: axe has nothing to say about what never opened. */
const STATES: Record<string, readonly [GalleryPart, (page: Page) => Promise<void>]> = {
  "form with errors": [
    "forms",
    async (page) => {
      await page.getByRole("button", { name: "Save contact" }).click();
      await page.getByRole("alert").filter({ hasText: "There is a problem" }).waitFor();
    },
  ],
  "answered form": [
    "forms",
    async (page) => {
      await page.getByText("Face to face", { exact: true }).click();
      await page.getByText("Mateo Reed").click();
      await page.getByRole("button", { name: "Today", exact: true }).click();
      await expect
        .poll(() => page.getByRole("radio", { name: "Face to face" }).isChecked())
        .toBe(true);
      await expect
        .poll(() => page.getByRole("checkbox", { name: "Mateo Reed" }).isChecked())
        .toBe(true);
    },
  ],
  calendar: [
    "forms",
    async (page) => {
      await page.getByRole("button", { name: "Open calendar" }).click();
      await page.getByRole("grid", { name: "November 2026" }).waitFor();
    },
  ],
  select: [
    "forms",
    async (page) => {
      await page.locator('[data-field="place"] button').click();
      await page.getByRole("option", { name: "Family home" }).waitFor();
    },
  ],
  "searching select": [
    "forms",
    async (page) => {
      await page.locator('[data-field="language"] button').click();
      await page.getByRole("searchbox", { name: "Search: Interpreter" }).fill("sw");
      await expect.poll(() => page.getByRole("option").count()).toBe(1);
    },
  ],
  dialog: [
    "actions",
    async (page) => {
      await page.getByRole("button", { name: "Open dialog" }).click();
      await page.getByRole("dialog", { name: "Record why it is late" }).waitFor();
    },
  ],
  "question to confirm": [
    "actions",
    async (page) => {
      await page.getByRole("button", { name: "Ask to confirm" }).click();
      await page.getByRole("alertdialog", { name: "Discard this draft?" }).waitFor();
    },
  ],
  "time-out warning": [
    "actions",
    async (page) => {
      await page.getByRole("button", { name: "Show time-out warning" }).click();
      await page.getByRole("alertdialog").getByText("1 min 58 s").waitFor();
    },
  ],
  "account menu": [
    "states",
    async (page) => {
      await page.getByRole("button", { name: "Account: Dana Whitfield" }).click();
      await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
    },
  ],
  message: [
    "actions",
    async (page) => {
      await page.getByRole("button", { name: "Show message" }).click();
      await page.getByRole("button", { name: "Undo" }).waitFor();
    },
  ],
  "reason of a cell": [
    "reading",
    async (page) => {
      await page.getByRole("button", { name: /^Marisol Alvarez, First contact/ }).click();
      await page.getByRole("dialog").getByText("Veterans Day, not counted").waitFor();
    },
  ],
  "coverage by person": [
    "reading",
    async (page) => {
      await page.getByRole("button", { name: "By person" }).click();
      await page.getByRole("heading", { name: "Marisol Alvarez" }).waitFor();
    },
  ],
  "sources of a fact": [
    "reading",
    async (page) => {
      await page.getByRole("button", { name: "1: Where this comes from, 2 records" }).click();
      await page.getByRole("dialog").getByText("From 2 records").waitFor();
    },
  ],
  palette: [
    "states",
    async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("menuitem", { name: /Log a contact/ }).waitFor();
    },
  ],
  "palette without a match": [
    "states",
    async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("searchbox", { name: "Find or do" }).fill("zzz");
      await page.getByText("Nothing found").waitFor();
    },
  ],
};

describe("axe and reflow", () => {
  test("the whole gallery, at 1440, 390 and 320, light and dark", () =>
    withPage({ origin }, async (page) => {
      await show(page);
      await expectFitsEverywhere(page);
    }));

  test.each(Object.entries(STATES))("%s", (_name, [part, open]) =>
    withPage({ origin }, async (page) => {
      await show(page, part);
      await open(page);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }),
  );

  test.each(["form with errors", "calendar", "dialog", "palette", "reason of a cell"])(
    "%s on a phone in the dark",
    (name) =>
      withPage({ origin, viewport: "phone", theme: "dark" }, async (page) => {
        const [part, open] = STATES[name] ?? [];
        if (part === undefined || open === undefined) throw new Error(`no state ${name}`);
        await show(page, part);
        await open(page);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }),
  );

  test("Spanish has room at 320 and at the 720 of a laptop at 200%", () =>
    withPage({ origin, viewport: "narrow" }, async (page) => {
      await page.goto("/?es");
      await page.getByText("3 días de atraso").first().waitFor();
      await expectNoSidewaysScroll(page);
      await page.setViewportSize({ width: 720, height: 450 });
      await expectNoSidewaysScroll(page);
    }));
});
