import { readFile } from "node:fs/promises";
import { fairnessTable } from "@kinward/domain/fairness";
import { expectAccessible, expectFitsEverywhere, settled } from "@kinward/testkit/browser";
import { describe, expect, it } from "vitest";
import { paths } from "../src/paths.ts";
import { fairnessReport, orderReview, simulation } from "./fairness-fixtures.ts";
import { AMES, everything, me } from "./fixtures.ts";
import { Fails, open } from "./stub.ts";

describe("the fairness report", () => {
  it("asks for an area first, by keyboard, and keeps it in the address", async () => {
    await open({}, everything, paths.fairness(), async (page) => {
      await page.getByText("The report is made for one area and one calendar year.").waitFor();
      await page.getByRole("button", { name: /Contract area/ }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("option", { name: "Ames" }).waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("table", { name: /Referrals by contractor/ }).waitFor();
      const { searchParams } = new URL(page.url());
      expect([searchParams.get("area"), searchParams.get("year")]).toEqual([AMES, "2026"]);
      // The next report is about the same area.
      await page.getByRole("link", { name: "Order review" }).click();
      await page.getByRole("table", { name: "Overrides by worker" }).waitFor();
      expect(new URL(page.url()).searchParams.get("area")).toBe(AMES);
    });
  });

  it("hands out a file with exactly the rows of the screen", async () => {
    await open({}, everything, paths.fairness({ area: AMES, year: 2026 }), async (page) => {
      await settled(page);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Download as CSV" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("fairness-2026.csv");
      const file = await readFile(await download.path(), "utf8");
      const rows = await page
        .locator("main table tbody tr")
        .evaluateAll((found) =>
          found.map((row) => [...row.querySelectorAll("th, td")].map((one) => one.textContent)),
        );
      expect(rows.length).toBe(7);
      const lines = file.trimEnd().split("\r\n").slice(1);
      expect(lines.map((line) => line.split(",").slice(4))).toEqual(rows);
    });
  });

  it("says of an area without referrals that there are none, and does not publish a running year", async () => {
    const none = {
      ...everything,
      "fairness.report": { ...fairnessReport({ year: 2025 }), names: {}, table: fairnessTable([]) },
    };
    await open({}, none, paths.fairness({ area: AMES, year: 2025 }), async (page) => {
      await page.getByText("No referral was assigned in this time.").waitFor();
      await expect.poll(() => page.getByText("Do not publish it").count()).toBe(0);
      await expect
        .poll(() => page.getByRole("button", { name: "Download as CSV" }).count())
        .toBe(0);
      await expectAccessible(page);
    });
  });
});

describe("the review of the order", () => {
  it("asks and does not accuse, and states how often honest people are marked", async () => {
    const { list: _, ...reentries } = orderReview.reentries;
    const numbers = { ...everything, "fairness.orderReview": { ...orderReview, reentries } };
    await open({}, numbers, paths.orderReview({ area: AMES, year: 2026 }), async (page) => {
      await page.getByText("Worth a question").first().waitFor();
      await expect
        .poll(() =>
          page.getByText(/If everyone is honest and alike, this list marks somebody in/).count(),
        )
        .toBe(4);
      await expect
        .poll(() => page.locator("main").textContent())
        .not.toMatch(/suspect|guilty|cheat|fraud|violat/i);
      // Without the list that leads to families.
      await page.getByText("Administrators see numbers here.").waitFor();
      await expect.poll(() => page.getByRole("table").count()).toBe(3);
      expect(page.url()).not.toMatch(/Exampleton|Mockridge/);
    });
  });

  it("is not there for someone who may not see it", async () => {
    const refused = {
      ...everything,
      "session.me": { ...me, roles: ["AUDITOR"] },
      "fairness.orderReview": new Fails({ kind: "FORBIDDEN", because: "ROLE" }),
    };
    await open({}, refused, paths.orderReview({ area: AMES, year: 2026 }), async (page) => {
      await page.getByText("does not exist or is not open to you").waitFor();
    });
  });
});

describe("the simulation", () => {
  it("begins with a choice, says what is missing, and passes on what was chosen by its address", async () => {
    const asked: unknown[] = [];
    const answers = {
      ...everything,
      "fairness.simulate": (input: unknown) => {
        asked.push(input);
        return simulation;
      },
    };
    await open({}, answers, paths.simulation(), async (page) => {
      await page.getByText("Choose what to run").waitFor();
      await page.getByRole("button", { name: "Run" }).click();
      await page.getByText("Choose the contract area").waitFor();
      await expectAccessible(page);
      await page.getByText("Invented", { exact: true }).click();
      await page.getByLabel("Of them with an override").fill("12");
      await expectFitsEverywhere(page);
      // The field is left by pressing the button, which must not move away under the pointer.
      await page.getByLabel(/Days in which a withdrawn family/).fill("0");
      await page.getByRole("button", { name: "Run" }).click();
      await page.getByRole("table", { name: /Figures under the rules/ }).waitFor();
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
        arrivals: "10",
        days: "365",
        safety: "30",
        asked: "12",
        lean: "50",
        withdrawn: "3",
        window: "0",
      });
      expect(asked).toEqual([
        {
          source: {
            kind: "GENERATED",
            perTenDays: 10,
            days: 365,
            safetyPlanPercent: 30,
            overridePercent: 12,
            leanPercent: 50,
            withdrawalPercent: 3,
          },
          seed: 1,
          rules: { resubmissionWindowDays: 0 },
        },
      ]);
      // The picture has its tables.
      await page.getByText("Show the figures: Other rules").click();
      await page.getByRole("table", { name: /Balance over time: Other rules/ }).waitFor();
    });
  });
});
