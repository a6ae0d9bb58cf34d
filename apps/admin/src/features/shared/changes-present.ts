import type { ChangeEntry } from "@kinward/domain/views";
import { fieldLine } from "./change-fields.ts";
import { changeTitles, shared as m } from "./messages.ts";

export interface ChangeLine {
  readonly key: string;
  readonly title: string;
  readonly by: string;
  readonly at: string;
  readonly reason?: string;
  readonly details: readonly string[];
}

/** One change in words: what was done, what it changed, who, when, why. */
export const changeLine = (
  entry: ChangeEntry,
  momentWords: (at: string) => string,
): ChangeLine => ({
  key: `${entry.at} ${entry.procedure}`,
  title: changeTitles[entry.procedure as keyof typeof changeTitles] ?? m.changes.other,
  by: entry.by,
  at: momentWords(entry.at),
  ...(entry.reason === undefined ? {} : { reason: entry.reason }),
  details: entry.changes.flatMap((change) => fieldLine(change) ?? []),
});

/** A moment in the agency's zone: "Nov 20, 2026, 9:41 AM". */
export const momentIn =
  (timeZone: string) =>
  (at: string): string =>
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      dateStyle: "medium",
      timeStyle: "short",
    }).format(new Date(at));
