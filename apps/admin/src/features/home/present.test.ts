import { plainDate } from "@kinward/domain/kernel";
import type { AdminHome } from "@kinward/domain/views";
import { describe, expect, it } from "vitest";
import { paths } from "../../paths.ts";
import { homeRows } from "./present.ts";

const TODAY = plainDate("2026-11-21");
const rows = (...items: AdminHome["items"]) =>
  homeRows({ today: TODAY, items, counts: { areas: 0, contracts: 0, organizations: 0, staff: 0 } });

it("puts first what stops work, then what is to be done, then what waits by itself", () =>
  expect(
    rows(
      { kind: "RECALCULATING", count: 3 },
      { kind: "CONTRACT_ENDING", name: "Harbor", on: plainDate("2026-12-31") },
      { kind: "NO_STARTER", name: "Ames" },
      { kind: "AREA_GAP", name: "Dubuque", on: TODAY },
    ).map((row) => row.state),
  ).toEqual(["late", "today", "later", "waiting"]));

describe("a row", () => {
  it("leads to where the work is done", () => {
    expect(rows({ kind: "NO_STARTER", name: "Ames" })[0]).toMatchObject({
      title: "No starter is named: Ames",
      href: paths.starters(),
      verb: "Open starters",
    });
    expect(
      rows({ kind: "HOLIDAYS_MISSING", on: plainDate("2027-01-01"), name: "IA_FSRP" })[0],
    ).toMatchObject({
      title: "No holiday list for 2027: Iowa family services",
      href: paths.holidays({ profile: "IA_FSRP", year: 2027 }),
    });
  });
  it("has no button where nothing can be done here", () =>
    expect(rows({ kind: "MAIL_WAITING", count: 1 })[0]).toMatchObject({
      title: "1 mail waits to be sent",
    }));
  it("says the day when there is one", () =>
    expect(rows({ kind: "AREA_GAP", name: "Ames", on: plainDate("2026-11-25") })[0]).toMatchObject({
      when: "Nov 25",
      state: "week",
    }));
});
