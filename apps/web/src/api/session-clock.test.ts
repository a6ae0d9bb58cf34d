import { describe, expect, it } from "vitest";
import { createSessionClock } from "./session-clock.ts";

const MINUTE = 60_000;
const start = Date.parse("2026-11-20T15:00:00.000Z");

function clockAt() {
  const time = { now: start };
  return { time, clock: createSessionClock(() => time.now) };
}

describe("session clock", () => {
  it("knows no end while nobody is signed in", () => {
    expect(clockAt().clock.left()).toBeUndefined();
  });
  it("counts idle time from the last answer", () => {
    const { clock, time } = clockAt();
    clock.limits(
      { idleMinutes: 30, endsAt: "2026-11-21T03:00:00.000Z" },
      "2026-11-20T15:00:00.000Z",
    );
    time.now += 28 * MINUTE;
    expect(clock.left()).toBe(2 * MINUTE);
    clock.answered();
    expect(clock.left()).toBe(30 * MINUTE);
  });
  it("ends at the absolute limit however busy the session is, by the server's clock", () => {
    const { clock, time } = clockAt();
    // The device is ten minutes slow.
    clock.limits(
      { idleMinutes: 30, endsAt: "2026-11-20T15:30:00.000Z" },
      "2026-11-20T15:10:00.000Z",
    );
    time.now += 19 * MINUTE;
    clock.answered();
    expect(clock.left()).toBe(1 * MINUTE);
    time.now += 5 * MINUTE;
    expect(clock.left()).toBe(0);
  });
  it("tells when the server ended it", () => {
    const { clock } = clockAt();
    let told = 0;
    const stop = clock.onEnd(() => told++);
    clock.limits({ idleMinutes: 30, endsAt: "2026-11-20T20:00:00.000Z" });
    clock.ended();
    expect(told).toBe(1);
    expect(clock.left()).toBeUndefined();
    stop();
    clock.ended();
    expect(told).toBe(1);
  });
});
