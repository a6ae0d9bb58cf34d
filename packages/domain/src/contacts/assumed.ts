import type { CaseFile } from "../casefile/case-file.ts";
import type { ContactId, EpisodeId } from "../kernel/ids.ts";
import { type PlainDate, plainDate } from "../kernel/plain-date.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import { explain } from "./explain/explain.ts";
import type { Explanation } from "./explain/explanation.ts";
import { withoutLaterContacts } from "./project.ts";
import { statusOn } from "./status.ts";

const ASSUMED_CONTACT = "assumed" as ContactId;

/** The case file as if everyone were seen on a day: the weekly windows that would follow (DEC-05). */
export const asIfSeen = (caseFile: CaseFile, on: PlainDate): CaseFile => ({
  ...caseFile,
  contacts: [
    ...caseFile.contacts.filter((contact) => contact.date <= on),
    {
      id: ASSUMED_CONTACT,
      date: on,
      mode: "FACE_TO_FACE",
      with: caseFile.members.map((member) => member.id),
    },
  ],
});

/**
 * Why something would be owed that is only expected: the same structure as for a duty, with what it assumes. A weekly
 * window assumes that the family is seen today, a later month that nothing new happens. Undefined where nothing is expected
 * under the key.
 */
export const explainProjected = (
  caseFile: CaseFile,
  book: PolicyBook,
  asOf: PlainDate,
  episodeId: EpisodeId,
  key: string,
): Explanation | undefined => {
  const month = /^(?:MONTH|PLAN):(\d{4}-\d{2})/u.exec(key)?.[1];
  const found =
    month === undefined
      ? key.startsWith("WEEK:")
        ? explain(asIfSeen(caseFile, asOf), book, asOf, episodeId, key)
        : undefined
      : `${month}-01` > asOf
        ? explain(
            withoutLaterContacts(caseFile, asOf),
            book,
            plainDate(`${month}-01`),
            episodeId,
            key,
          )
        : undefined;
  return (
    found && {
      ...found,
      asOf,
      status: statusOn(found.duty, asOf),
      steps: [
        {
          step: "ASSUMES",
          what: month === undefined ? "FAMILY_SEEN_TODAY" : "NOTHING_NEW",
          on: asOf,
        },
        // An invented contact is no record.
        ...found.steps
          .filter((step) => !(step.step === "CONTACT" && step.contact === ASSUMED_CONTACT))
          .map((step) =>
            step.step === "JUDGED_ON" && step.because === "AS_OF" && step.on > asOf
              ? { ...step, because: "EXPECTED_BEGIN" as const }
              : step,
          ),
      ],
    }
  );
};
