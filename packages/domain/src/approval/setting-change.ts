import { ia } from "../kernel/citation.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import { type PolicyBook, settingOn } from "../policy/policy-book.ts";
import {
  isSettingValue,
  type SettingKey,
  SETTINGS,
  type SettingValue,
} from "../policy/settings.ts";

/** New values of some settings of one profile from a day on. */
export interface SettingChangeInput {
  readonly validFrom: PlainDate;
  readonly values: Readonly<Partial<Record<SettingKey, SettingValue>>>;
  /** Where the change comes from: a contract clause, a notice, a decision. */
  readonly source: string;
}

/** What one setting would be from the day on. */
export interface SettingStep {
  readonly key: SettingKey;
  /** The value that the day would have otherwise. */
  readonly before: SettingValue;
  readonly after: SettingValue;
  /** The day from which a version that is published already takes over again. */
  readonly until?: PlainDate;
}

export interface SettingChange {
  readonly validFrom: PlainDate;
  readonly source: string;
  readonly steps: readonly SettingStep[];
}

/**
 * Judges a new version of settings (DEC-48): versions are added, never edited, from a day that is not past, and each
 * says something else than the one it follows. Asked when it is proposed and again when it is approved.
 */
export const decideSettingChange = rule(
  {
    id: "X-6",
    cites: [ia("34")],
    decisions: ["DEC-32", "DEC-33", "DEC-34", "DEC-35", "DEC-36", "DEC-38", "DEC-42", "DEC-48"],
  },
  (input: SettingChangeInput, book: PolicyBook, today: PlainDate): Result<SettingChange> => {
    const refusals: Refusal[] = [];
    const { validFrom } = input;
    if (validFrom < today)
      refusals.push({ code: "DATE_IN_PAST", path: ["validFrom"], params: { earliest: today } });
    if (input.source.trim() === "")
      refusals.push({ code: "FIELD_REQUIRED", path: ["source"], params: { of: "source" } });
    const steps = settingSteps(input, book);
    if (steps.length === 0)
      refusals.push({ code: "FIELD_REQUIRED", path: ["values"], params: { of: "values" } });
    for (const { key, before, after } of steps) {
      const path = ["values", key];
      if (SETTINGS[key].profile !== book.profile || !isAllowed(key, after))
        refusals.push({ code: "VALUE_NOT_ALLOWED", path, params: { of: key } });
      else if (sameSetting(before, after))
        refusals.push({ code: "VALUE_UNCHANGED", path, params: { of: key } });
    }
    if (refusals.length > 0) return refuse(...refusals);
    return accept({ validFrom, source: input.source.trim(), steps });
  },
);

/** What a change says of each setting, in the order of the register, whether or not it may be made. */
export const settingSteps = (
  { validFrom, values }: Pick<SettingChangeInput, "validFrom" | "values">,
  book: PolicyBook,
): readonly SettingStep[] =>
  (Object.keys(SETTINGS) as SettingKey[])
    .filter((key) => key in values)
    .map((key) => {
      const until = nextVersion(book, key, validFrom);
      return {
        key,
        before: settingOn(book, key, validFrom),
        after: values[key] as SettingValue,
        ...(until === undefined ? {} : { until }),
      };
    });

const isAllowed = (key: SettingKey, value: SettingValue): boolean =>
  isSettingValue(key, value) && (!Array.isArray(value) || new Set(value).size === value.length);

/** Whether two values of a setting mean the same; the order of a list of codes says nothing. */
export const sameSetting = (a: SettingValue, b: SettingValue): boolean =>
  isList(a) && isList(b) ? [...a].toSorted().join() === [...b].toSorted().join() : a === b;

const isList = (value: SettingValue): value is readonly string[] => Array.isArray(value);

/** The first later day from which the book has another version of the setting. */
const nextVersion = (book: PolicyBook, key: SettingKey, from: PlainDate): PlainDate | undefined =>
  book.settings
    .flatMap((version) =>
      version.key === key && version.validFrom !== undefined && version.validFrom > from
        ? version.validFrom
        : [],
    )
    .toSorted()[0];

/** The next policy book with a change put in; nothing that was published before is touched. */
export const withSettingChange = (
  book: PolicyBook,
  { validFrom, source, steps }: SettingChange,
  { publishedAt, publishedBy }: { readonly publishedAt: Instant; readonly publishedBy: string },
): PolicyBook & { readonly publishedAt: Instant } => ({
  ...book,
  number: book.number + 1,
  publishedAt,
  settings: [
    ...book.settings,
    ...steps.map(({ key, after: value }) => ({
      key,
      validFrom,
      value,
      source,
      publishedAt,
      publishedBy,
    })),
  ],
});
