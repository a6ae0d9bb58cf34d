import { expect, test } from "vitest";
import { dayIn } from "./instant.ts";

test("a moment has the day of the clocks on the wall, in summer and in winter", () => {
  const [chicago, utc] = [dayIn("America/Chicago"), dayIn("UTC")];
  expect(chicago("2026-11-21T05:59:59.999Z")).toBe("2026-11-20");
  expect(chicago("2026-11-21T06:00:00.000Z")).toBe("2026-11-21");
  expect(chicago("2026-07-01T04:59:59.999Z")).toBe("2026-06-30");
  expect(chicago("2026-07-01T05:00:00.000Z")).toBe("2026-07-01");
  expect(utc("2026-11-21T05:59:59.999Z")).toBe("2026-11-21");
});
