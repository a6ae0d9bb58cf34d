import { holidaysByRule } from "../calendar/holiday-rules.ts";
import { isPlainDate, type PlainDate, yearOf } from "../kernel/plain-date.ts";
import {
  defaultPolicyBook,
  type HolidayYear,
  type PolicyBook,
  type SettingVersion,
} from "../policy/policy-book.ts";
import {
  type CaseProfile,
  isSettingValue,
  type SettingKey,
  SETTINGS,
  type SettingValue,
} from "../policy/settings.ts";
import type { Json, JsonObject } from "./checker.ts";
import { isObject, objects, textOf } from "./compare.ts";

/** Names only the change that `given.holidays` makes; no setting of its own. */
const OFFICE_CALENDAR = "calendar.holidays";

interface Layer {
  readonly validFrom?: PlainDate;
  readonly values: JsonObject;
}

/** Settings stand flat, as one version with a date, or as a list of versions (DEC-48). */
const layersOf = (settings: Json | undefined): readonly Layer[] => {
  if (settings === undefined || settings === null) return [];
  const entries = Array.isArray(settings)
    ? objects(settings)
    : isObject(settings)
      ? [settings]
      : [];
  return entries.map((entry) => {
    const { validFrom, values, ...rest } = entry;
    const from = textOf(validFrom);
    return {
      ...(from !== undefined && isPlainDate(from) && { validFrom: from }),
      values: isObject(values) ? { ...rest, ...values } : rest,
    };
  });
};

const versionsOf = (layer: Layer, unknown: string[]): readonly SettingVersion[] =>
  Object.entries(layer.values).flatMap(([name, value]) => {
    if (name === OFFICE_CALENDAR || name === "source") return [];
    const key = name as SettingKey;
    if (!(name in SETTINGS) || !isSettingValue(key, value)) {
      unknown.push(name);
      return [];
    }
    return {
      key,
      ...(layer.validFrom !== undefined && { validFrom: layer.validFrom }),
      value: value as SettingValue,
      source: "worked case",
    };
  });

/** The dated lists that `given.holidays` makes of the rule: days added, days taken away. */
const holidayYears = (profile: CaseProfile, change: Json | undefined): readonly HolidayYear[] => {
  if (!isObject(change)) return [];
  const datesOf = (value: Json | undefined) =>
    (Array.isArray(value) ? (value as readonly Json[]) : []).flatMap((entry) => {
      const date = textOf(isObject(entry) ? entry["date"] : entry);
      const name = isObject(entry) ? textOf(entry["name"]) : undefined;
      return date !== undefined && isPlainDate(date) ? { date, name: name ?? "Added holiday" } : [];
    });
  const added = datesOf(change["add"]);
  const removed = new Set(datesOf(change["remove"]).map((holiday) => holiday.date));
  const years = new Set([...added.map(({ date }) => date), ...removed].map(yearOf));
  return [...years].map((year) => ({
    year,
    holidays: [
      ...holidaysByRule(profile, year).filter((holiday) => !removed.has(holiday.date)),
      ...added.filter((holiday) => yearOf(holiday.date) === year),
    ],
    source: "worked case",
  }));
};

/** The policy book of a worked case: defaults, then its settings, later ones winning; `unknown` names what fits nothing. */
export const bookOfCase = (
  profile: CaseProfile,
  settings: readonly (Json | undefined)[],
  holidays: Json | undefined,
): { readonly book: PolicyBook; readonly unknown: readonly string[] } => {
  const unknown: string[] = [];
  const base = defaultPolicyBook(profile);
  const versions = settings.flatMap(layersOf).flatMap((layer) => versionsOf(layer, unknown));
  return {
    book: {
      ...base,
      settings: [...base.settings, ...versions],
      holidayYears: holidayYears(profile, holidays),
    },
    unknown,
  };
};
