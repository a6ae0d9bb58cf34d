import type { CaseFile } from "../casefile/case-file.ts";
import { addDays, type PlainDate, startOfMonth } from "../kernel/plain-date.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import { type Duty, dutyId } from "./duty.ts";
import { evaluate } from "./evaluate.ts";

/** A duty that would be owed if nothing new happened. Never stored as a duty, and shown as a projection. */
export interface ProjectedDuty extends Pick<
  Duty,
  | "episodeId"
  | "key"
  | "rule"
  | "kind"
  | "subject"
  | "owner"
  | "opensOn"
  | "dueOn"
  | "level"
  | "missing"
> {
  readonly projected: true;
}

/** The case file without contacts of later days: what would be if nothing new happened. */
export const withoutLaterContacts = (caseFile: CaseFile, asOf: PlainDate): CaseFile =>
  caseFile.contacts.some((contact) => contact.date > asOf)
    ? { ...caseFile, contacts: caseFile.contacts.filter((contact) => contact.date <= asOf) }
    : caseFile;

/**
 * What would be owed up to a day if nothing new happens: windows that begin after the as-of day, month by month. Dated
 * facts of the file (a planned move, a birthday, a new settings version) are taken into account.
 * @param owed the duties of the as-of day, for whoever has evaluated them already
 */
export const project = (
  caseFile: CaseFile,
  book: PolicyBook,
  asOf: PlainDate,
  until: PlainDate,
  owed: readonly Duty[] = evaluate(caseFile, book, asOf).duties,
): readonly ProjectedDuty[] => {
  const listed = new Set(owed.map((duty) => dutyId(duty)));
  const file = withoutLaterContacts(caseFile, asOf);
  return evaluate(file, book, until)
    .duties.filter(
      (duty) => duty.opensOn > asOf && duty.cancelledOn === undefined && !listed.has(dutyId(duty)),
    )
    .map(({ settledOn: _on, settledBy: _by, ...duty }) => ({ ...duty, projected: true }));
};

/** First day of the month after a day. */
export const nextMonthStart = (day: PlainDate): PlainDate =>
  startOfMonth(addDays(startOfMonth(day), 31));
