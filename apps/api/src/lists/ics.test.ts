import { instant, plainDate } from "@kinward/domain/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { folded, icsOf } from "./ics.ts";

test("an event is a whole day with a stable id, escaped and ended by CRLF", () => {
  const ics = icsOf(
    "Kinward; due",
    [{ uid: "a@kinward", on: plainDate("2026-12-31"), summary: "First contact, 2\nmore" }],
    instant("2026-11-20T15:04:05.678Z"),
  );
  expect(ics).toBe(
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Kinward//Due dates//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      String.raw`X-WR-CALNAME:Kinward\; due`,
      "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
      "BEGIN:VEVENT",
      "UID:a@kinward",
      "DTSTAMP:20261120T150405Z",
      "DTSTART;VALUE=DATE:20261231",
      "DTEND;VALUE=DATE:20270101",
      String.raw`SUMMARY:First contact\, 2\nmore`,
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n"),
  );
});

test("no line has more than 75 octets, and unfolded it is what it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      const line = text.replaceAll(/[\r\n]/gu, "");
      const parts = folded(line).split("\r\n");
      for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
      expect(parts.map((part, at) => (at === 0 ? part : part.slice(1))).join("")).toBe(line);
    }),
    { seed: 42 },
  );
  expect(folded("x".repeat(75))).not.toContain("\r\n");
  expect(folded("x".repeat(76))).toContain("\r\n ");
});
