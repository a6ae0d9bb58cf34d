import type { Instant, PlainDate } from "@kinward/domain/kernel";
import { addDays } from "@kinward/domain/kernel";

/** A day on which something is due, as another program may know it. */
export interface IcsEvent {
  /** The same for the same thing at every reading. */
  readonly uid: string;
  readonly on: PlainDate;
  readonly summary: string;
}

const encoder = new TextEncoder();
const MOST_OCTETS = 75;

/** Text of a property (RFC 5545, 3.3.11). */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/gu, String.raw`\$&`).replaceAll(/\r\n|\r|\n/gu, String.raw`\n`);

/** Content lines have at most 75 octets, and no character is divided (RFC 5545, 3.1). */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      // A continued line begins with a blank, which counts.
      [part, octets] = [" ", 1];
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}

const basicDate = (date: PlainDate): string => date.replaceAll("-", "");
const basicInstant = (instant: Instant): string =>
  `${instant.replaceAll(/\.\d+/gu, "").replaceAll(/[-:]/gu, "")}`;

/** Whole-day events as an iCalendar stream; free time, so that nobody's day looks taken. */
export const icsOf = (name: string, events: readonly IcsEvent[], madeAt: Instant): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Kinward//Due dates//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
    ...events.flatMap(({ uid, on, summary }) => [
      "BEGIN:VEVENT",
      `UID:${escaped(uid)}`,
      `DTSTAMP:${basicInstant(madeAt)}`,
      `DTSTART;VALUE=DATE:${basicDate(on)}`,
      `DTEND;VALUE=DATE:${basicDate(addDays(on, 1))}`,
      `SUMMARY:${escaped(summary)}`,
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
