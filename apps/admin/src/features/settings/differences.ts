import { holidaysOf } from "@kinward/domain/calendar";
import type { PlainDate } from "@kinward/domain/kernel";
import { type PolicyBook, type SettingKey, SETTINGS } from "@kinward/domain/policy";
import { dayWords } from "../shared/periods.ts";
import { valueWords } from "../shared/setting/value-words.ts";
import { settingGroups, settingWords } from "../shared/setting/words.ts";
import { settings } from "./messages.ts";

const m = settings.compare;

/** One thing that two policy books say differently, in words. */
export interface Difference {
  readonly id: string;
  readonly what: string;
  readonly first: string;
  readonly second: string;
}

/** "5 business days; 3 business days from Jan 1, 2027". */
const versionsWords = (book: PolicyBook, key: SettingKey, today: PlainDate): string =>
  book.settings
    .filter((version) => version.key === key)
    .map(({ value, validFrom }) =>
      validFrom === undefined
        ? valueWords(key, value)
        : m.from(valueWords(key, value), dayWords(validFrom, today)),
    )
    .join("; ");

/** The closed days of a year that only the first of two books has. */
const onlyIn = (one: PolicyBook, other: PolicyBook, year: number, today: PlainDate): string => {
  const others = new Set(holidaysOf(other, year).holidays.map((day) => day.date));
  const days = holidaysOf(one, year).holidays.filter((day) => !others.has(day.date));
  return days.length === 0
    ? m.noOther
    : days.map((day) => `${day.name}, ${dayWords(day.date, today)}`).join("; ");
};

/** Everything that two books of a profile say differently: settings in the order of their page, then holidays. */
export function differencesOf(
  first: PolicyBook,
  second: PolicyBook,
  today: PlainDate,
): readonly Difference[] {
  const settingsOf = settingGroups
    .flatMap((group) => group.keys)
    .filter((key) => SETTINGS[key].profile === first.profile)
    .map((key) => ({
      id: key as string,
      what: settingWords[key].name,
      first: versionsWords(first, key, today),
      second: versionsWords(second, key, today),
    }));
  const years = new Set([...first.holidayYears, ...second.holidayYears].map(({ year }) => year));
  const holidays = [...years]
    .toSorted((a, b) => a - b)
    .map((year) => ({
      id: String(year),
      what: m.holidays(year),
      first: onlyIn(first, second, year, today),
      second: onlyIn(second, first, year, today),
    }));
  return [...settingsOf, ...holidays].filter((row) => row.first !== row.second);
}
