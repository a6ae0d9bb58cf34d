import {
  expectAccessible,
  expectNoSidewaysScroll,
  setViewport,
  visit,
} from "@kinward/testkit/browser";
import { describe, expect, it } from "vitest";
import { paths } from "../src/paths.ts";
import { example } from "./effect-fixtures.ts";
import { AMES, areas, badReplay, everything, me, proposals } from "./fixtures.ts";
import { SCREENS } from "./screens.ts";
import { Fails, NEVER, open, withStub } from "./stub.ts";

describe("states", () => {
  it("has no default facts: every form begins empty", async () => {
    await withStub({}, everything, async (page) => {
      await page.goto(paths.home());
      for (const path of [
        paths.newContract(),
        paths.newOrganization(),
        paths.invite(),
        paths.changeSettings({ key: "tieBreak" }),
      ]) {
        await visit(page, path);
        const filled = await page.locator("form input:not([type=hidden])").evaluateAll((inputs) =>
          inputs
            .map((input) => input as HTMLInputElement)
            .filter((input) =>
              /checkbox|radio/.test(input.type) ? input.checked : input.value !== "",
            )
            .map((input) => input.name || input.outerHTML),
        );
        expect(filled, path).toEqual([]);
      }
    });
  });

  it("opens the workbench to a worker, and nothing else of administration", async () => {
    const worker = {
      ...everything,
      "session.me": { ...me, menu: ["WORK", "CASES"], roles: ["CASEWORKER"] },
    };
    await withStub({}, worker, async (page) => {
      await page.goto(paths.workbench({ example: example.exampleId, version: 1 }));
      await page.getByText("This is version 1 as it was saved.").waitFor();
      // A file of one's own is anyone's; an example for all is not.
      await page.getByRole("button", { name: "Save as worked case" }).waitFor();
      await expect
        .poll(() => page.getByRole("button", { name: /^Save (?:as example|new version)/u }).count())
        .toBe(0);
      await expect.poll(() => page.getByRole("link", { name: "Areas" }).count()).toBe(0);
      await expectAccessible(page);
      await visit(page, paths.settings());
      await page.getByRole("heading", { level: 1, name: "Not open to you" }).waitFor();
    });
  });

  it("shows an error with a way to try again, and then the screen", async () => {
    let isBroken = true;
    const answers = {
      ...everything,
      "areas.list": () => (isBroken ? new Fails({ kind: "BUG", reference: "R-1" }) : { areas }),
    };
    await open({}, answers, paths.areas(), async (page) => {
      await page.getByText("Reference for support: R-1").waitFor();
      await expectAccessible(page);
      isBroken = false;
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByRole("table").first().waitFor();
    });
  });

  it("shows the grey layout while an answer takes long", async () => {
    await open({}, { ...everything, "areas.list": NEVER }, paths.areas(), async (page) => {
      await page.locator(".skeleton").waitFor();
      await expectAccessible(page);
    });
  });

  it("says of empty lists what they are for", async () => {
    const empty = {
      ...everything,
      "admin.home": { ...everything["admin.home"], items: [] },
      "areas.list": { areas: [] },
      "organizations.list": { organizations: [] },
      "contracts.matrix": { ...everything["contracts.matrix"], areas: [] },
      "staff.list": { staff: [], total: 0 },
      "offices.list": { offices: [] },
      "teams.list": { teams: [] },
      "rotation.list": { areas: [], organizations: {} },
      "proposals.list": { waiting: [], mine: [], decided: [] },
    };
    const words: Record<string, string> = {
      [paths.home()]: "Nothing waits for you.",
      [paths.areas()]: "No service areas yet",
      [paths.organizations()]: "No organizations yet",
      [paths.contractors()]: "No contractors yet",
      [paths.contracts()]: "No contract areas yet",
      [paths.people()]: "Nobody is invited yet",
      [paths.people({ text: "nobody" })]: "Nobody fits",
      [paths.offices()]: "No office yet.",
      [paths.rotations()]: "No contract areas yet",
      [paths.approvals()]: "Nothing has been answered yet.",
    };
    await withStub({}, empty, async (page) => {
      await page.goto(paths.home());
      for (const [path, text] of Object.entries(words)) {
        await visit(page, path);
        await page.getByText(text).waitFor();
        await expectAccessible(page);
      }
    });
  });

  it("tells someone without a part in administration whom to ask", async () => {
    const worker = {
      ...me,
      roles: ["CASEWORKER"],
      menu: ["WORK"],
      supervisor: { name: "Rosa Mockridge", email: "rosa@agency.test" },
    };
    await open({}, { "session.me": worker }, paths.contracts(), async (page) => {
      await page.getByText("Ask Rosa Mockridge").waitFor();
      await expectAccessible(page);
    });
  });

  it("shows an auditor everything and lets them change nothing", async () => {
    const read = ({ waiting, mine, decided }: typeof proposals) => ({
      waiting: [...waiting, ...mine].map((one) => ({ ...one, own: false, mayAnswer: false })),
      mine: [],
      decided,
    });
    const auditor = {
      ...everything,
      "session.me": { ...me, roles: ["AUDITOR"] },
      "proposals.list": read(proposals),
    };
    await withStub({}, auditor, async (page) => {
      await page.goto(paths.home());
      for (const path of Object.values(SCREENS)) {
        await visit(page, path);
        const verbs = await page
          .locator("main button, main a.btn")
          .filter({
            hasText:
              /^(New|Edit|Add|End|Invite|Change access|Activate|Name|Publish|Begin|Prepare|Pause|Correct|Move|Approve|Reject|Take)/,
          })
          .allTextContents();
        // On the workbench anybody may type a case of their own: it changes nothing of the agency until it is saved.
        const isBench = path.startsWith(paths.workbench());
        expect(isBench ? verbs.filter((verb) => !verb.startsWith("Add ")) : verbs, path).toEqual(
          [],
        );
      }
      await expectAccessible(page);
    });
  });

  it("says at the top of the home page and of the area that a ledger does not agree", async () => {
    const answers = { ...everything, "rotation.check": badReplay };
    for (const path of [paths.home(), paths.rotations(), paths.rotation(AMES)])
      await open({}, answers, path, async (page) => {
        await page.getByText("The ledger of Ames does not agree with the rule").first().waitFor();
        await page.getByText("Line 412 is not what the rule gives.").waitFor();
        await expectAccessible(page);
      });
  });

  it("keeps every section of the menu in sight, from a tablet to a desk", async () => {
    await open({}, everything, paths.offices(), async (page) => {
      for (const width of [720, 800, 1024, 1120, 1280, 1420]) {
        await page.setViewportSize({ width, height: 800 });
        const [wide, shown] = await page
          .locator(".nav-wide")
          .evaluate((nav) => [nav.scrollWidth, nav.clientWidth]);
        expect([width, wide]).toEqual([width, shown]);
      }
    });
  });

  it("has one answer for what does not exist", async () => {
    for (const path of ["/admin/areas/unknown", "/admin/settings/unknown"])
      await open({}, everything, path, async (page) => {
        await page.getByText("does not exist or is not open to you").waitFor();
        await expectAccessible(page);
      });
  });
});

describe("forms", () => {
  it("leads from the summary of errors to the field, and keeps what was typed", async () => {
    await open({}, everything, paths.newOrganization(), async (page) => {
      await page.getByRole("textbox", { name: /^Phone/ }).fill("515-555-0100");
      await page.getByRole("button", { name: "Add organization" }).click();
      await page.getByRole("alert").waitFor();
      await expectAccessible(page);
      await page.getByRole("link", { name: "Enter the name" }).click();
      await expect
        .poll(() => page.evaluate("document.activeElement.closest('[data-field]').dataset.field"))
        .toBe("name");
      await expect
        .poll(() => page.getByRole("textbox", { name: /^Phone/ }).inputValue())
        .toBe("515-555-0100");
    });
  });

  it("puts a refusal beside its field and a lost connection at the top, with everything still there", async () => {
    let answer: Fails = new Fails({
      kind: "REFUSED",
      refusals: [{ code: "DUPLICATE_NAME", path: ["name"], params: { of: "Harbor" } }],
    });
    const answers = { ...everything, "organizations.save": () => answer };
    await open({}, answers, paths.newOrganization(), async (page) => {
      await page.getByLabel("Name").fill("Harbor");
      await page.getByText("Contractor", { exact: true }).click();
      await page.getByLabel("Why").fill("New contractor");
      await page.getByRole("button", { name: "Add organization" }).click();
      await page.locator("[data-field=name] .field-error").waitFor();
      answer = new Fails({ kind: "BUG", reference: "R-2" });
      await page.getByRole("button", { name: "Add organization" }).click();
      await page.getByText("R-2").waitFor();
      await expect.poll(() => page.getByLabel("Why").inputValue()).toBe("New contractor");
    });
  });

  it("keeps the screen when the session ends, and goes on after signing in again", async () => {
    const answers = { ...everything, "organizations.save": new Fails({ kind: "SIGNED_OUT" }) };
    await open({}, answers, paths.newOrganization(), async (page) => {
      await page.getByLabel("Name").fill("Harbor");
      await page.getByText("Contractor", { exact: true }).click();
      await page.getByLabel("Why").fill("New contractor");
      await page.getByRole("button", { name: "Add organization" }).click();
      const dialog = page.getByRole("alertdialog", { name: "You are signed out" });
      await dialog.waitFor();
      await expectAccessible(page);
      await page.route(`**/api/auth/**`, (route) =>
        route.fulfill({ contentType: "application/json", body: JSON.stringify({ user: {} }) }),
      );
      await dialog.getByLabel("Password").fill("four plain words here");
      await dialog.getByRole("button", { name: "Sign in" }).click();
      await dialog.waitFor({ state: "detached" });
      await expect.poll(() => page.getByLabel("Why").inputValue()).toBe("New contractor");
    });
  });

  it("asks before leaving what is not saved", async () => {
    await open({}, everything, paths.newOrganization(), async (page) => {
      await page.getByLabel("Name").fill("Harbor");
      await page.getByRole("link", { name: "Holidays" }).first().click();
      const dialog = page.getByRole("alertdialog", { name: "Leave without saving?" });
      await dialog.waitFor();
      await expectAccessible(page);
      await dialog.getByRole("button", { name: "Stay here" }).click();
      await expect.poll(() => page.getByLabel("Name").inputValue()).toBe("Harbor");
      await page.getByRole("link", { name: "Holidays" }).first().click();
      await dialog.getByRole("button", { name: "Leave without saving" }).click();
      await page.getByRole("heading", { name: "Holidays", level: 1 }).waitFor();
    });
  });

  it("shows both lists when somebody else published the holidays meanwhile", async () => {
    let book = 4;
    const year = everything["holidays.year"];
    const answers = {
      ...everything,
      "holidays.year": (input: Parameters<typeof year>[0]) => {
        const view = year(input);
        return book === 4 ? view : { ...view, bookNumber: book, holidays: view.holidays.slice(1) };
      },
      "holidays.publish": (input: { expectedBook: number }) => {
        if (input.expectedBook === 5) return { bookNumber: 6 };
        book = 5;
        return new Fails({
          kind: "REFUSED",
          refusals: [{ code: "BOOK_CHANGED", params: { number: 5 } }],
        });
      },
    };
    const path = paths.editHolidays({ profile: "IA_FSRP", year: 2026 });
    await open({}, answers, path, async (page) => {
      await page.getByRole("button", { name: "Remove Labor Day" }).click();
      await page.getByText("Removes Sep 7, Labor Day").waitFor();
      await page.getByLabel("Source").fill("Notice");
      await page.getByLabel("Why").fill("Offices stay open");
      await page.getByRole("button", { name: "Publish list" }).click();
      await page.getByText("Policy book 5 was published meanwhile").waitFor();
      await page.getByText("Adds Jan 1, New Year's Day").waitFor();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Go on with my list" }).click();
      await page.getByRole("button", { name: "Publish list" }).click();
      await page.getByText("published in policy book 6").waitFor();
    });
  });

  const DIALOGS: readonly [button: string | RegExp, title: string, path: string][] = [
    ["Begin contract area", "Begin contract area", paths.areas()],
    ["Add county", "Add a county", SCREENS["area"] ?? ""],
    ["End Boone", "End Boone in this area", SCREENS["area"] ?? ""],
    ["End area", "End Ames", SCREENS["area"] ?? ""],
    ["Add subcontractor", "Add a subcontractor", SCREENS["contract"] ?? ""],
    [
      "Activate",
      "What is missing before it can be activated",
      SCREENS["contract not activated"] ?? "",
    ],
    [/^Name starter of/, "Who begins in", paths.starters()],
    ["Add day", "Add a closed day", SCREENS["edit holidays"] ?? ""],
    ["End access", "End the access of", SCREENS["person"] ?? ""],
    ["New office", "New office", paths.offices()],
    ["New team", "New team", paths.offices()],
    ["Pause referrals", "Pause referrals to Ames", paths.rotation(AMES)],
    [/^Correct line/, "Correct line 427", paths.rotation(AMES)],
    [/^Move cases of/, "Move the open cases of", paths.rotations()],
    [/^Approve as second person: Line/, "Approve as second person?", paths.approvals()],
    [/^Reject: Line/, "Reject this proposal", paths.approvals()],
    ["Changes of Ames office", "Changes of Ames office", paths.offices()],
  ];

  it("opens every dialog accessibly, wide and narrow", async () => {
    await withStub({}, everything, async (page) => {
      await page.goto(paths.home());
      for (const [button, title, path] of DIALOGS) {
        await visit(page, path);
        for (const viewport of ["desk", "narrow"] as const) {
          await setViewport(page, viewport);
          await page.getByRole("button", { name: button }).first().click();
          await page.getByRole("dialog").getByText(title).first().waitFor();
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
          await page.keyboard.press("Escape");
          await page.getByRole("dialog").waitFor({ state: "detached" });
        }
      }
    });
  });

  it("asks before a dialog with content is closed", async () => {
    await open({}, everything, SCREENS["area"] ?? "", async (page) => {
      await page.getByRole("button", { name: "Add county" }).click();
      await page.getByRole("textbox", { name: /^County/ }).fill("Boone");
      await page.keyboard.press("Escape");
      await page.getByRole("alertdialog", { name: "Leave without saving?" }).waitFor();
      await page.getByRole("button", { name: "Stay here" }).click();
      await expect
        .poll(() => page.getByRole("textbox", { name: /^County/ }).inputValue())
        .toBe("Boone");
    });
  });
});
