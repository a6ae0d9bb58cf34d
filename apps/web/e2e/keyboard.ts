import type { Page } from "@kinward/testkit/browser";

/** The name that the focused element has for whoever hears it. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "";
    const by = element.getAttribute("aria-labelledby");
    const named = by ? by.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ") : "";
    const labels = element.labels ? [...element.labels].map((label) => label.textContent).join(" ") : "";
    return (element.getAttribute("aria-label") || named || labels || element.textContent || "").trim();
  })()`);

/** Presses Tab until the focus is on the element with this name. Fails when it cannot be reached. */
export async function reach(page: Page, name: RegExp, limit = 160): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < limit; step++) {
    const now = await focusedName(page);
    if (name.test(now)) return;
    passed.push(now.slice(0, 40));
    await page.keyboard.press("Tab");
  }
  throw new Error(
    `${String(name)} cannot be reached by Tab; passed: ${passed.slice(-60).join(" | ")}`,
  );
}

/** Goes to a button or link and presses it. */
export async function press(page: Page, name: RegExp): Promise<void> {
  await reach(page, name);
  await page.keyboard.press("Enter");
}

/** Goes to a field and types. */
export async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await reach(page, name);
  await page.keyboard.type(text);
}

/** Goes to the answers of a question, which begin with `first`, and chooses one by the arrow keys. */
export async function choose(page: Page, first: RegExp, answer: RegExp): Promise<void> {
  await reach(page, first);
  if (answer.test(await focusedName(page))) return page.keyboard.press("Space");
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press("ArrowDown");
    if (answer.test(await focusedName(page))) return;
  }
  throw new Error(`no answer ${String(answer)}`);
}

/** Goes to a box and ticks it. */
export async function tick(page: Page, name: RegExp): Promise<void> {
  await reach(page, name);
  await page.keyboard.press("Space");
}

/** Opens a list and picks an entry by typing its beginning. */
export async function pick(page: Page, name: RegExp, entry: string): Promise<void> {
  await reach(page, name);
  await page.keyboard.press("Enter");
  await page.getByRole("listbox").waitFor();
  await page.keyboard.type(entry);
  await page.locator('[role="option"][data-focused]', { hasText: entry }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("listbox").waitFor({ state: "detached" });
}

/** "Find or do": the palette by keys alone. Its results come with a delay, for screen readers. */
export async function findOrDo(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Find or do" }).waitFor();
  await page.keyboard.type(text);
  await page.locator('[role="menuitem"][data-focused]', { hasText: text }).waitFor();
  await page.keyboard.press("Enter");
}
