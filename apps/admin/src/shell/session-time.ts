import type { Instant } from "@kinward/domain/kernel";
import type { Me } from "@kinward/domain/views";

/**
 * Seconds until the session ends: idle for too long, or at its last moment, whichever comes first. Counted from the
 * server's clock, since the device's own may be wrong.
 */
export function secondsLeft(given: {
  readonly session: Me["session"];
  readonly serverNow: Instant;
  readonly millisSinceAnswer: number;
  readonly millisSinceCall: number;
}): number {
  const untilEnd =
    Date.parse(given.session.endsAt) - Date.parse(given.serverNow) - given.millisSinceAnswer;
  const untilIdle = given.session.idleMinutes * 60_000 - given.millisSinceCall;
  return Math.floor(Math.min(untilEnd, untilIdle) / 1000);
}
