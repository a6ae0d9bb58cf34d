import { type HolidaysPublished, withHolidayYear } from "../agency/holidays.ts";
import type { SettingChange } from "../approval/setting-change.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { type PolicyBook, withSettings } from "../policy/policy-book.ts";
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
