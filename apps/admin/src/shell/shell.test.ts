import { instant } from "@kinward/domain/kernel";
import { describe, expect, it } from "vitest";
import { paths } from "../paths.ts";
import { guestNav, isForEveryone, navFor, phoneNavFor } from "./nav.ts";
import { secondsLeft } from "./session-time.ts";

const currentOf = (path: string) =>
  navFor(path)
    .filter((item) => item.isCurrent)
    .map((item) => item.label);

describe("navFor", () => {
  it.each([
    [paths.home(), "Home"],
    ["/admin", "Home"],
    [paths.starters(), "Areas"],
    [paths.contractors(), "Organizations"],
    ["/admin/contracts/new", "Contracts"],
    [paths.offices(), "People"],
  ])("%s is in %s", (path, label) => expect(currentOf(path)).toEqual([label]));
  it("does not take contractors for contracts", () =>
    expect(currentOf("/admin/contractors")).toEqual(["Organizations"]));
  it("has at most five places on a phone, the last one for the rest", () => {
    expect(phoneNavFor(paths.holidays())).toHaveLength(5);
    expect(phoneNavFor(paths.holidays()).at(-1)?.isCurrent).toBe(true);
    expect(phoneNavFor(paths.people()).at(-1)?.isCurrent).toBe(false);
  });
});

describe("someone without a part in administration", () => {
  it("has the way back and the workbench, and no other page", () => {
    expect(guestNav("/workbench").map((item) => [item.label, item.isCurrent ?? false])).toEqual([
      ["Worker app", false],
      ["Date workbench", true],
    ]);
    expect(isForEveryone("/admin/workbench")).toBe(true);
    for (const path of ["/admin/settings", "/admin/", "/admin/workbenches"])
      expect(isForEveryone(path)).toBe(false);
  });
});

describe("secondsLeft", () => {
  const session = { idleMinutes: 30, endsAt: instant("2026-11-21T20:00:00Z") };
  const serverNow = instant("2026-11-21T15:00:00Z");
  it("counts idle time from the last call", () =>
    expect(
      secondsLeft({ session, serverNow, millisSinceAnswer: 60_000, millisSinceCall: 60_000 }),
    ).toBe(29 * 60));
  it("ends at the last moment however busy someone is", () =>
    expect(
      secondsLeft({
        session: { ...session, endsAt: instant("2026-11-21T15:01:00Z") },
        serverNow,
        millisSinceAnswer: 15_000,
        millisSinceCall: 0,
      }),
    ).toBe(45));
});
