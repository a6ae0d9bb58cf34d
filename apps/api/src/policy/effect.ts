import { findPolicyBook, loadPolicyBook } from "@kinward/db/policy";
import { countEffectCases, EFFECT_PART, effectOnCases } from "@kinward/db/duties";
import { decidePublishHolidays } from "@kinward/domain/agency";
import { decideSettingChange } from "@kinward/domain/approval";
import { holidaysOf } from "@kinward/domain/calendar";
import {
  addEffects,
  booksOfHolidays,
  booksOfSettings,
  booksOfVersions,
  booksToCompare,
  type Comparison,
  ComparisonEffectInput,
  type EffectBooks,
  HolidaysEffectInput,
  movesDuties,
  NO_EFFECT,
  SettingsEffectInput,
  summarizeCase,
} from "@kinward/domain/effect";
import type { CaseId } from "@kinward/domain/kernel";
import { type SettingKey, SETTINGS } from "@kinward/domain/policy";
import type { EffectPart } from "@kinward/domain/views";
import { decided, orNotFound } from "../trpc/failure.ts";
import { query, type ScopeContext } from "../trpc/procedures.ts";

/** Where the policy texts or the form ask for words, and a preview has none yet. */
const NOT_YET = "preview";

/** What new versions of settings would do to the next part of the cases. Nothing is written. */
export const settingsEffect = query(
  "policy.settingsEffect",
  SettingsEffectInput,
  async (context, { profile, validFrom, values, ...part }): Promise<EffectPart> => {
    const book = await loadPolicyBook(context.trx, profile);
    const change = decided(
      decideSettingChange({ validFrom, values, source: NOT_YET }, book, context.today),
    ).value;
    const books = booksOfSettings(book, change);
    return movesDuties(profile, Object.keys(values) as SettingKey[])
      ? nextPart(context, books, part)
      : nothing(context, books);
  },
);

/** What another list of holidays would do to the next part of the cases. Nothing is written. */
export const holidaysEffect = query(
  "policy.holidaysEffect",
  HolidaysEffectInput,
  async (context, { after, countsOnly, ...input }): Promise<EffectPart> => {
    const book = await loadPolicyBook(context.trx, input.profile);
    const before = holidaysOf(book, input.year).holidays;
    const published = decided(
      decidePublishHolidays(
        { ...input, source: NOT_YET, reason: NOT_YET },
        before,
        book,
        context.today,
      ),
    ).value;
    const books = booksOfHolidays(book, published, context.today);
    return movesDuties(input.profile)
      ? nextPart(context, books, { after, countsOnly })
      : nothing(context, books);
  },
);

/** What differs between two published books, or two versions of a setting, in the next part of the cases. */
export const comparisonEffect = query(
  "policy.comparisonEffect",
  ComparisonEffectInput,
  async (context, { comparison, ...part }): Promise<EffectPart> => {
    const books = await comparedBooks(context, comparison);
    const keys = comparison.of === "VERSIONS" ? [comparison.key] : undefined;
    return movesDuties(books.before.profile, keys)
      ? nextPart(context, books, part)
      : nothing(context, books);
  },
);

async function comparedBooks({ trx, today }: ScopeContext, of: Comparison): Promise<EffectBooks> {
  if (of.of === "VERSIONS") {
    const book = await loadPolicyBook(trx, SETTINGS[of.key].profile);
    return orNotFound(booksOfVersions(book, of, today));
  }
  const [first, second] = [
    orNotFound(await findPolicyBook(trx, of.profile, of.first)),
    orNotFound(await findPolicyBook(trx, of.profile, of.second)),
  ];
  return booksToCompare(first, second, today);
}

interface Part {
  readonly after?: CaseId | undefined;
  readonly countsOnly?: true | undefined;
}

function nothing({ saw, today }: ScopeContext, { before }: EffectBooks): EffectPart {
  saw([]);
  return { effect: NO_EFFECT, bookNumber: before.number, today, cases: 0 };
}

async function nextPart(
  { trx, today, saw }: ScopeContext,
  books: EffectBooks,
  { after, countsOnly }: Part,
): Promise<EffectPart> {
  const found = await effectOnCases(trx, books, today, after);
  const parts = found.map((one) => {
    const effect = summarizeCase(one, today);
    return countsOnly ? { ...effect, listed: [] } : effect;
  });
  saw(found.flatMap(({ caseId }, index) => (parts[index]?.listed.length ? [caseId] : [])));
  const last = found.length < EFFECT_PART ? undefined : found.at(-1);
  return {
    effect: parts.reduce(addEffects, NO_EFFECT),
    bookNumber: books.before.number,
    today,
    ...(after === undefined ? { cases: await countEffectCases(trx, books, today) } : {}),
    ...(last === undefined ? {} : { next: last.caseId }),
  };
}
