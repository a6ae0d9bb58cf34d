import { past as words } from "../../../messages/en/past.ts";

const TYPED_TIME = /^(\d{1,2})[:.](\d{2})\s*([ap])?\.?(?:m\.?)?$/iu;

/** A typed time of day as `hh:mm`, from "14:30" or "2:30 pm"; nothing for what is none. */
export function timeOf(typed: string): string | undefined {
  const [, hours, minutes, half] = TYPED_TIME.exec(typed.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const whole = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (whole > 23 || Number(minutes) > 59) return undefined;
  return `${String(whole).padStart(2, "0")}:${minutes}`;
}

/** "2:30 pm" of `14:30`. */
export function timeText(at: string): string {
  const [hour = 0, minute = 0] = at.split(":").map(Number);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, "0")} ${hour < 12 ? "am" : "pm"}`;
}

/** A day, or a time of it. */
export const momentText = (day: string, at: string | undefined): string =>
  at === undefined ? day : words.atTime(day, timeText(at));
