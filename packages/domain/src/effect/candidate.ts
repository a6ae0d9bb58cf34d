import { type HolidaysPublished, withHolidayYear } from "../agency/holidays.ts";
import type { SettingChange } from "../approval/setting-change.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { type PolicyBook, withSettings } from "../policy/policy-book.ts";
import type { SettingKey } from "../policy/settings.ts";
import type { EffectBooks } from "./case-effect.ts";

/** The book in force beside the one that a change of settings would make of it. */
export const booksOfSettings = (book: PolicyBook, change: SettingChange): EffectBooks => {
  const { validFrom, source, steps } = change;
  return {
    before: book,
    after: {
      ...book,
      number: book.number + 1,
      settings: [
        ...book.settings,
        ...steps.map(({ key, after: value }) => ({ key, validFrom, value, source })),
      ],
    },
    throughout: withSettings(book, Object.fromEntries(steps.map(({ key, after }) => [key, after]))),
    from: validFrom,
  };
};

/** The book in force beside the one with another list of holidays: they count on their own dates, past ones too. */
export const booksOfHolidays = (
  book: PolicyBook,
  { year, added, removed }: HolidaysPublished,
  today: PlainDate,
): EffectBooks => {
  const after = { ...withHolidayYear(book, year), number: book.number + 1 };
  const [from = today] = [...added, ...removed].toSorted();
  return { before: book, after, throughout: after, from };
};

/** Two books beside each other, as if each had always been the one in force. */
export const booksToCompare = (
  before: PolicyBook,
  after: PolicyBook,
  today: PlainDate,
): EffectBooks => ({ before, after, throughout: after, from: today });

/**
 * Two versions of a setting beside each other, each as if it had been in force from the start and all else as it is.
 * @param first the place of a version among those of the setting in the book
 * @returns undefined where the book has no such version
 */
export const booksOfVersions = (
  book: PolicyBook,
  {
    key,
    first,
    second,
  }: { readonly key: SettingKey; readonly first: number; readonly second: number },
  today: PlainDate,
): EffectBooks | undefined => {
  const versions = book.settings.filter((version) => version.key === key);
  const [one, other] = [versions[first], versions[second]];
  if (one === undefined || other === undefined) return undefined;
  const always = ({ value }: typeof one) => withSettings(book, { [key]: value });
  return booksToCompare(always(one), always(other), today);
};
