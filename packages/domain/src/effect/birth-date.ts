import type { CaseFile } from "../casefile/case-file.ts";
import { evaluate } from "../contacts/evaluate.ts";
import { ia } from "../kernel/citation.ts";
import type { PersonId } from "../kernel/ids.ts";
import { birthdayOf, type PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import { type PolicyBook, settingOn } from "../policy/policy-book.ts";
import { type DutyChange, dutyChanges } from "./case-effect.ts";

/** What a corrected birth date does to one case. */
export interface BirthDateEffect {
  /** The birthday that ends childhood, as it was and as it will be; absent: no child, or no date. */
  readonly ofAge: { readonly before?: PlainDate; readonly after?: PlainDate };
  /** Open, settled and missed duties that come out otherwise. */
  readonly changes: readonly DutyChange[];
}

/**
 * What moves when a birth date is corrected, by the very evaluation that follows the correction. Someone born on
 * February 29 comes of age on March 1 of a year that has no such day.
 */
export const effectOfBirthDate = rule(
  { id: "CON-13", also: ["X-4"], cites: [ia("162")], decisions: ["DEC-15"] },
  (
    file: CaseFile,
    book: PolicyBook,
    today: PlainDate,
    { personId, birthDate }: { readonly personId: PersonId; readonly birthDate?: PlainDate },
  ): BirthDateEffect => {
    const members = file.members.map((member) => {
      if (member.id !== personId) return member;
      const { dob: _, ...rest } = member;
      return { ...rest, ...(birthDate && { dob: birthDate }) };
    });
    const limit = settingOn(book, "childAgeLimit", today);
    const ofAge = (in_: CaseFile): PlainDate | undefined => {
      const child = in_.members.find((one) => one.id === personId && one.role === "CHILD");
      return child?.dob === undefined ? undefined : birthdayOf(child.dob, limit);
    };
    const after = { ...file, members };
    const [was, will] = [ofAge(file), ofAge(after)];
    return {
      ofAge: { ...(was && { before: was }), ...(will && { after: will }) },
      changes: dutyChanges(evaluate(file, book, today).duties, evaluate(after, book, today).duties),
    };
  },
);
