import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import {
  type CaseProfile,
  SETTINGS,
  type SettingKey,
  type SettingValue,
  type SettingValues,
} from "./settings.ts";

/** One value of one setting from a day on. Versions are added, never edited (DEC-48). */
export interface SettingVersion {
  readonly key: SettingKey;
  /** First day whose clocks this version governs; absent in the first version of a setting. */
  readonly validFrom?: PlainDate;
  readonly value: SettingValue;
  readonly source: string;
  readonly publishedAt?: Instant;
  readonly publishedBy?: string;
}

export interface Holiday {
  /** The day on which offices are closed. */
  readonly date: PlainDate;
  readonly name: string;
  /** The holiday itself where it is observed on another day. */
  readonly actual?: PlainDate;
}

/** The office closures of one year, kept by administrators (DEC-01). A year without a list is computed by rule. */
export interface HolidayYear {
  readonly year: number;
  readonly holidays: readonly Holiday[];
  readonly source: string;
}

/** All policy of one profile as published at one moment: immutable, numbered, taken whole by every rule. */
export interface PolicyBook {
  readonly profile: CaseProfile;
  readonly number: number;
  readonly publishedAt?: Instant;
  readonly settings: readonly SettingVersion[];
  readonly holidayYears: readonly HolidayYear[];
}

/** The policy as the two texts and the decision register have it: defaults only, holidays by rule. */
export const defaultPolicyBook = (profile: CaseProfile): PolicyBook => ({
  profile,
  number: 0,
  settings: (Object.keys(SETTINGS) as SettingKey[])
    .filter((key) => SETTINGS[key].profile === profile)
    .map((key) => ({ key, value: SETTINGS[key].default, source: SETTINGS[key].decision })),
  holidayYears: [],
});

/** The version of a setting in force on the day that DEC-48 names for the question; of one day the newest published. */
export const findSettingVersion = (
  book: PolicyBook,
  key: SettingKey,
  on: PlainDate,
): SettingVersion | undefined => {
  let found: SettingVersion | undefined;
  for (const version of book.settings)
    if (
      version.key === key &&
      (version.validFrom ?? "") <= on &&
      (found === undefined || (version.validFrom ?? "") >= (found.validFrom ?? ""))
    )
      found = version;
  return found;
};

/** The value of a setting on a day; the register's default where the book says nothing. */
export const settingOn = <K extends SettingKey>(
  book: PolicyBook,
  key: K,
  on: PlainDate,
): SettingValues[K] => {
  // `null` is a value (switched off), so only a missing version falls back to the default.
  const version = findSettingVersion(book, key, on);
  return (version === undefined ? SETTINGS[key].default : version.value) as SettingValues[K];
};

/** A copy of the book in which some settings have another value from the start: for worked cases and comparisons. */
export const withSettings = (
  book: PolicyBook,
  values: Partial<SettingValues>,
  source = "variant",
): PolicyBook => ({
  ...book,
  settings: [
    ...book.settings.filter((version) => !(version.key in values)),
    ...(Object.keys(values) as SettingKey[]).map((key) => ({
      key,
      value: values[key] as SettingValue,
      source,
    })),
  ],
});
