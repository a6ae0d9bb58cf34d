import type { AccessEntry, Me } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { trail } from "../../../messages/en/trail.ts";

const words = trail.access;

export interface AccessView {
  readonly id: string;
  readonly by: string;
  readonly organization: string;
  readonly what: string;
  readonly when: string;
  readonly times: string;
  readonly reason: string | undefined;
}

/** Looks as rows of a table, in the agency's zone. */
export const presentAccess = (
  entries: readonly AccessEntry[],
  { agency, today }: Pick<Me, "agency" | "today">,
): readonly AccessView[] =>
  entries.map((entry) => {
    const first = dates.moment(entry.firstAt, agency.timeZone, { today });
    const until = dates.time(entry.lastAt, agency.timeZone);
    return {
      id: entry.accessId,
      by: entry.by,
      organization: entry.organizationName,
      what: whatOf(entry),
      when: entry.count === 1 || first.endsWith(until) ? first : words.between(first, until),
      times: words.times(entry.count),
      reason: entry.reason,
    };
  });

const whatOf = ({ kind, procedure }: AccessEntry): string => {
  const file = (words.files as Readonly<Record<string, string>>)[procedure];
  return kind === "EXPORTED" && file !== undefined
    ? words.file(words.kinds[kind], file)
    : words.kinds[kind];
};
