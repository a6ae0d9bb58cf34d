import { withPage, type Page } from "@kinward/testkit/browser";
import { describe, expect, inject, test } from "vitest";
import type { GalleryPart } from "./Gallery.tsx";

const origin = inject("galleryOrigin");

function gallery(work: (page: Page) => Promise<void>, options = {}, part?: GalleryPart) {
  return withPage({ origin, ...options }, async (page) => {
    await page.goto(part === undefined ? "/" : `/?part=${part}`);
    await page.locator("main h2").first().waitFor();
    await work(page);
  });
}
const formParts = (work: (page: Page) => Promise<void>) => gallery(work, {}, "forms");

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const field = element?.closest("[data-field]")?.getAttribute("data-field");
    return { tag: element?.tagName, role: element?.getAttribute("role"), field };
  });

const dateText = (page: Page) =>
  page.locator('[data-field="seenOn"] [role="spinbutton"]').allInnerTexts();

describe("forms", () => {
  test("nothing is answered at first", () =>
    formParts(async (page) => {
      await expect.poll(() => page.locator("#forms input:checked").count()).toBe(0);
      await expect.poll(() => dateText(page)).toEqual(["mm", "dd", "yyyy"]);
      const filled = await page
        .locator("#forms form")
        .evaluate((form) =>
          [
            ...form.querySelectorAll<HTMLInputElement>(
              "input[type=text], input[type=tel], textarea",
            ),
          ]
            .filter((input) => input.value !== "")
            .map((input) => input.name),
        );
      expect(filled).toEqual([]);
    }));

  test("the error summary takes focus and leads to the first control of each field", () =>
    formParts(async (page) => {
      await page.getByRole("button", { name: "Save contact" }).click();
      await expect.poll(async () => (await focused(page)).role).toBe("alert");
      const fields = {
        "Select how the contact was made": { tag: "INPUT", field: "how" },
        "Enter the date of the contact": { role: "spinbutton", field: "seenOn" },
        "Select who was seen": { tag: "INPUT", field: "who" },
        "Select the interpreter, or none": { tag: "BUTTON", field: "language" },
        "Write what happened": { tag: "TEXTAREA", field: "notes" },
        "Confirm that the family was told": { tag: "INPUT", field: "told" },
      };
      for (const [name, expected] of Object.entries(fields)) {
        await page.getByRole("link", { name }).click();
        await expect.poll(() => focused(page), { message: name }).toMatchObject(expected);
      }
    }));

  test("an error stands above its control and is read with it", () =>
    formParts(async (page) => {
      await page.getByRole("button", { name: "Save contact" }).click();
      const notes = page.getByRole("textbox", { name: "Notes" });
      const describedBy = (await notes.getAttribute("aria-describedby")) ?? "";
      const words = await page.evaluate(
        (ids) => ids.split(" ").map((id) => document.getElementById(id)?.textContent),
        describedBy,
      );
      expect(words.join(" ")).toContain("Write what happened");
      const error = page.locator('[data-field="notes"] .field-error');
      await expect
        .poll(async () => (await error.boundingBox())?.y)
        .toBeLessThan((await notes.boundingBox())?.y ?? 0);
      await expect.poll(() => notes.getAttribute("aria-invalid")).toBe("true");
    }));

  test("a date is typed by digits, a year of two digits is the one that is meant", () =>
    formParts(async (page) => {
      await page.locator('[data-field="seenOn"] [role="spinbutton"]').first().click();
      await page.keyboard.type("11192026");
      await expect.poll(() => dateText(page)).toEqual(["11", "19", "2026"]);
      await page.keyboard.press("Backspace");
      await page.keyboard.press("Backspace");
      await expect.poll(() => dateText(page)).toEqual(["11", "19", "20"]);
      await page.getByRole("textbox", { name: "Notes" }).click();
      await expect.poll(() => dateText(page)).toEqual(["11", "19", "2020"]);
    }));

  test("Yesterday is a button; a later date than allowed says so in words", () =>
    formParts(async (page) => {
      await page.getByRole("button", { name: "Yesterday" }).click();
      await expect.poll(() => dateText(page)).toEqual(["11", "19", "2026"]);
      await page.locator('[data-field="seenOn"] [role="spinbutton"]').nth(1).click();
      await page.keyboard.type("25");
      await page.getByText("Enter Fri, Nov 20 or an earlier date").waitFor();
    }));

  test("a date that is no longer whole is no answer", () =>
    formParts(async (page) => {
      await page.getByRole("button", { name: "Today", exact: true }).click();
      await page.locator('[data-field="seenOn"] [role="spinbutton"]').nth(1).click();
      await page.keyboard.press("Backspace");
      await page.keyboard.press("Backspace");
      await expect.poll(() => dateText(page)).toEqual(["11", "dd", "2026"]);
      await page.getByRole("button", { name: "Save contact" }).click();
      await page.getByRole("link", { name: "Enter the date of the contact" }).waitFor();
      await page.locator('[data-field="seenOn"] [role="spinbutton"]').nth(1).click();
      await page.keyboard.type("20");
      await page.getByRole("button", { name: "Save contact" }).click();
      await expect
        .poll(() => page.getByRole("link", { name: "Enter the date of the contact" }).count())
        .toBe(0);
    }));

  test("an impossible day is refused, never moved to another", () =>
    formParts(async (page) => {
      await page.locator('[data-field="seenOn"] [role="spinbutton"]').first().click();
      await page.keyboard.type("02302026");
      await expect.poll(() => dateText(page)).toEqual(["02", "30", "2026"]);
      await page.getByRole("textbox", { name: "Notes" }).click();
      await page.getByText("There is no such day. Enter the date again").waitFor();
      await expect.poll(() => dateText(page)).toEqual(["mm", "dd", "yyyy"]);
      await page.locator('[data-field="seenOn"] [role="spinbutton"]').first().click();
      await page.keyboard.type("02282026");
      await expect
        .poll(() => page.getByText("There is no such day. Enter the date again").count())
        .toBe(0);
      await page.getByRole("button", { name: "Save contact" }).click();
      await page.getByRole("link", { name: "Select how the contact was made" }).waitFor();
      await expect
        .poll(() => page.getByRole("link", { name: "Enter the date of the contact" }).count())
        .toBe(0);
    }));

  test("the searching select is worked by keys alone", () =>
    formParts(async (page) => {
      await page.locator('[data-field="language"] button').focus();
      await page.keyboard.press("Enter");
      await page.getByRole("searchbox", { name: "Search: Interpreter" }).waitFor();
      await page.keyboard.type("swa");
      await expect.poll(() => page.getByRole("option").count()).toBe(1);
      // react-aria waits for screen readers before it marks the first result.
      await page.locator('[role="option"][data-focused]').waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await expect
        .poll(() => page.locator('[data-field="language"] .select-value').innerText())
        .toBe("Swahili");
      await expect.poll(async () => (await focused(page)).field).toBe("language");
    }));
});

describe("overlays", () => {
  test("a change of page moves focus to main and is announced", () =>
    gallery(async (page) => {
      await expect.poll(() => page.title()).toBe("Components");
      await page.getByRole("button", { name: "Next page" }).click();
      await expect.poll(() => page.title()).toBe("Components, page 2");
      await expect.poll(async () => (await focused(page)).tag).toBe("MAIN");
      await expect
        .poll(() => page.locator("#route-announcer").innerText())
        .toBe("Components, page 2");
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    }));

  test("the skip link is the first stop and leads to main", () =>
    gallery(async (page) => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect.poll(async () => (await focused(page)).tag).toBe("MAIN");
    }));

  test("the palette opens, searches and acts by keys; focus returns", () =>
    gallery(async (page) => {
      const find = page.getByRole("button", { name: "Find or do" });
      await find.focus();
      await page.keyboard.press("Control+k");
      await page.getByRole("searchbox", { name: "Find or do" }).waitFor();
      await page.keyboard.type("okaf");
      await expect.poll(() => page.getByRole("menuitem").count()).toBe(1);
      await page.locator('[role="menuitem"][data-focused]').waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByText("Chosen: f3").waitFor();
      await expect.poll(() => find.evaluate((e) => e === document.activeElement)).toBe(true);
    }));

  test("a dialog keeps the focus inside, and Escape gives it back", () =>
    gallery(async (page) => {
      const opener = page.getByRole("button", { name: "Open dialog" });
      await opener.click();
      const dialog = page.getByRole("dialog", { name: "Record why it is late" });
      await dialog.waitFor();
      for (let step = 0; step < 6; step++) {
        await page.keyboard.press("Tab");
        await expect
          .poll(() => dialog.evaluate((e) => e.contains(document.activeElement)))
          .toBe(true);
      }
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await expect.poll(() => opener.evaluate((e) => e === document.activeElement)).toBe(true);
    }));

  test("Undo of a message runs once and closes it", () =>
    gallery(async (page) => {
      await page.getByRole("button", { name: "Show message" }).click();
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByText("Contact taken back.").waitFor();
      await expect.poll(() => page.getByRole("button", { name: "Undo" }).count()).toBe(0);
    }));
});

describe("lists", () => {
  test("a table is sorted by its header and turns into cards in a narrow container", () =>
    gallery(async (page) => {
      const header = page.getByRole("columnheader", { name: "Due" });
      await header.getByRole("button").click();
      await expect.poll(() => header.getAttribute("aria-sort")).toBe("ascending");
      await header.getByRole("button").click();
      await expect.poll(() => header.getAttribute("aria-sort")).toBe("descending");
      await page.setViewportSize({ width: 390, height: 844 });
      await page.locator("#work .row-card").first().waitFor();
      await expect.poll(() => page.locator("#work table").count()).toBe(0);
      await expect.poll(() => page.locator("#work .row-card").count()).toBe(6);
    }));

  test("a count filters, and a second press shows all again", () =>
    gallery(async (page) => {
      const tile = page.getByRole("button", { name: /^Late 2/ });
      await tile.click();
      await expect.poll(() => tile.getAttribute("aria-pressed")).toBe("true");
      await expect.poll(() => page.locator("#work tbody tr:not(.table-group)").count()).toBe(2);
      await tile.click();
      await expect.poll(() => page.locator("#work tbody tr:not(.table-group)").count()).toBe(6);
    }));

  test("the wide grid is a tab stop only where it scrolls", () =>
    gallery(async (page) => {
      const region = page.getByRole("region", { name: "Contact requirements for each person" });
      await expect.poll(() => region.count()).toBe(0);
      await page.setViewportSize({ width: 390, height: 844 });
      await region.waitFor();
      await expect.poll(() => region.getAttribute("tabindex")).toBe("0");
    }));

  test("every tag of a state holds its icon and words", () =>
    gallery(async (page) => {
      const bare = await page
        .locator(".tag[data-due], .coverage-cell")
        .evaluateAll((tags) =>
          tags
            .filter((tag) => !tag.querySelector("svg") || !tag.textContent?.trim())
            .map((tag) => tag.outerHTML),
        );
      expect(bare).toEqual([]);
    }));
});

describe("media", () => {
  test("in high contrast the current item differs from the rest, and tags keep their borders", () =>
    gallery(async (page) => {
      await page.emulateMedia({ forcedColors: "active" });
      const styles = await page.locator(".nav .nav-link").evaluateAll((links) =>
        links.map((link) => {
          const style = getComputedStyle(link);
          const current = link.getAttribute("aria-current") === "page";
          return { current, border: style.borderBottomColor, line: style.textDecorationLine };
        }),
      );
      const current = styles.filter((style) => style.current);
      const others = styles.filter((style) => !style.current);
      expect(current).toHaveLength(1);
      expect(others.length).toBeGreaterThan(0);
      for (const other of others) {
        expect(other.border).not.toBe(current[0]?.border);
        expect(other.line).not.toBe(current[0]?.line);
      }
      const width = (state: string) =>
        page
          .locator(`.tag[data-due="${state}"]`)
          .first()
          .evaluate((tag) => Number.parseFloat(getComputedStyle(tag).borderTopWidth));
      await expect.poll(() => width("today")).toBeGreaterThanOrEqual(1);
      await expect.poll(() => width("late")).toBeGreaterThan(await width("today"));
    }));

  test("print has no bars, no buttons and no fills", () =>
    gallery(async (page) => {
      await page.emulateMedia({ media: "print" });
      for (const part of [".top", ".banner", "#buttons .btn", ".print-tools"]) {
        const isVisible = await page.locator(part).first().isVisible();
        expect({ part, isVisible }).toEqual({ part, isVisible: false });
      }
      const late = await page
        .locator('.tag[data-due="late"]')
        .first()
        .evaluate((tag) => {
          const style = getComputedStyle(tag);
          return [style.backgroundColor, style.color, style.borderTopColor];
        });
      expect(late).toEqual(["rgba(0, 0, 0, 0)", "rgb(0, 0, 0)", "rgb(0, 0, 0)"]);
    }));

  test("the phone bar has its widest target for the main thing", () =>
    gallery(
      async (page) => {
        const widths = await page
          .locator(".phone-bar .nav-link")
          .evaluateAll((links) =>
            links.map((link) => [
              link.classList.contains("nav-primary"),
              link.getBoundingClientRect().width,
            ]),
          );
        const of = (wanted: boolean) =>
          widths.filter(([isPrimary]) => isPrimary === wanted).map(([, width]) => Number(width));
        expect(Math.min(...of(true))).toBeGreaterThan(Math.max(...of(false)));
      },
      { viewport: "phone" },
    ));

  test("focus never hides behind the bars", () =>
    gallery(async (page) => {
      await page.locator("#forms").scrollIntoViewIfNeeded();
      await page.getByRole("checkbox").first().focus();
      for (let step = 0; step < 12; step++) {
        await page.keyboard.press("Shift+Tab");
        const hidden = await page.evaluate(() => {
          const element = document.activeElement;
          const box = element?.getBoundingClientRect();
          if (!element || !box || box.height === 0) return "";
          const x = box.left + box.width / 2;
          const above = document.elementFromPoint(x, Math.max(0, box.top + 2));
          const bar = above?.closest(".top, .record-head, .phone-bar");
          return bar && !bar.contains(element) ? element.outerHTML.slice(0, 120) : "";
        });
        expect(hidden).toBe("");
      }
    }));
});
