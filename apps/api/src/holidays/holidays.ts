import { loadPolicyBook, publishBook } from "@kinward/db/admin";
import {
  decidePublishHolidays,
  PublishHolidaysInput,
  withHolidayYear,
} from "@kinward/domain/agency";
import { holidaysByRule, holidaysOf } from "@kinward/domain/calendar";
import { yearOf } from "@kinward/domain/kernel";
import { CASE_PROFILES, type PolicyBook } from "@kinward/domain/policy";
import type { HolidayYearView } from "@kinward/domain/views";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { decided } from "../trpc/failure.ts";
import { command, query } from "../trpc/procedures.ts";

const profile = z.enum(CASE_PROFILES);
const year = z.int().min(1900).max(2200);
const BY_RULE = "DEC-01";

/** The closures of a year as the book has them: its list, or computed by rule. */
function yearView(book: PolicyBook, ofYear: number): HolidayYearView {
  const { holidays, source: from } = holidaysOf(book, ofYear);
  const kept = book.holidayYears.find((one) => one.year === ofYear);
  return {
    year: ofYear,
    profile: book.profile,
    from,
    source: kept?.source ?? BY_RULE,
    holidays,
    bookNumber: book.number,
  };
}

const ofYear = query("holidays.year", z.strictObject({ profile, year }), async ({ trx }, input) =>
  yearView(await loadPolicyBook(trx, input.profile), input.year),
);

/** Years around today, and those that have a list. */
const years = query(
  "holidays.years",
  z.strictObject({ profile }),
  async ({ trx, today }, input) => {
    const book = await loadPolicyBook(trx, input.profile);
    const thisYear = yearOf(today);
    const shown = new Set([
      ...book.holidayYears.map((one) => one.year),
      ...[-1, 0, 1, 2].map((more) => thisYear + more),
    ]);
    return {
      years: [...shown]
        .toSorted((a, b) => a - b)
        .map((one) => {
          const { from, holidays } = yearView(book, one);
          return { year: one, from, count: holidays.length };
        }),
    };
  },
);

/** The year by rule, whatever list is kept: what an administrator begins a list from. */
const proposal = query(
  "holidays.proposal",
  z.strictObject({ profile, year }),
  async ({ trx }, input): Promise<HolidayYearView> => ({
    year: input.year,
    profile: input.profile,
    from: "RULE",
    source: BY_RULE,
    holidays: holidaysByRule(input.profile, input.year),
    bookNumber: (await loadPolicyBook(trx, input.profile)).number,
  }),
);

const publish = command(
  "holidays.publish",
  PublishHolidaysInput,
  async ({ trx, today, at, who, commandId, services }, input) => {
    const book = await loadPolicyBook(trx, input.profile);
    const before = holidaysOf(book, input.year).holidays;
    const { value } = decided(decidePublishHolidays(input, before, book, today));
    const next = { ...withHolidayYear(book, value.year), number: book.number + 1, publishedAt: at };
    await publishBook(trx, next, { publishedBy: who.actor.staffId, commandId });
    // With the book or not at all: until the job has run, lists say that they are being recalculated.
    await services.jobs.enqueue(trx, "rederive", { which: "olderBook" });
    return {
      result: { bookNumber: next.number },
      subject: { kind: "HOLIDAYS", id: `${input.profile}:${input.year}` },
      params: {
        profile: input.profile,
        year: input.year,
        number: next.number,
        added: value.added,
        removed: value.removed,
      },
    };
  },
);

export const holidaysRouter = router({ year: ofYear, years, proposal, publish });
