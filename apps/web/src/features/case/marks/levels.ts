import type { LevelWindow } from "@kinward/domain/contacts";
import { dates } from "@kinward/wording/en/dates";
import { timesPer } from "@kinward/wording/en/marks";
import { marks } from "../../../messages/en/marks.ts";
import { capital } from "./present.ts";

const words = marks.levels;

/** "Twice a calendar month, minimum once, for Jan 1 to Jan 31". */
export function windowText(window: LevelWindow, today: string): string {
  const { minimum, effective, per, from, to } = window;
  const range = dates.range(from, to, { today });
  return [
    capital(timesPer(effective, per)),
    minimum === effective
      ? undefined
      : minimum === 0
        ? words.noMinimum
        : words.minimum(timesPer(minimum, per)),
    words.window(range),
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}
