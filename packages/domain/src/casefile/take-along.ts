import type { PlainDate } from "../kernel/plain-date.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import type { CaseFile } from "./case-file.ts";

const isUntil = (until: PlainDate | undefined, on: PlainDate | undefined): boolean =>
  until === undefined || on === undefined || on <= until;

/**
 * The case file as a document to take along, with the policy that its dates were counted by: what `evaluate` makes of it
 * is what the case page shows. Notes, which no rule reads, and the names of who published the policy stay behind.
 * @param until last day of which the taker may read facts; absent: all
 */
export const takeAlong = (file: CaseFile, book: PolicyBook, until?: PlainDate): CaseFile => {
  const { tasksInput, ...rest } = file;
  return {
    ...rest,
    members: file.members
      .filter((member) => isUntil(until, member.joined))
      .map((member) => ({
        ...member,
        living: member.living.filter(
          (stay) => until === undefined || stay.from === undefined || stay.from <= until,
        ),
      })),
    contacts: file.contacts.filter((contact) => isUntil(until, contact.date)),
    ...(tasksInput === undefined
      ? {}
      : {
          tasksInput: tasksInput
            .filter((task) => isUntil(until, "sentOn" in task ? task.sentOn : task.date))
            .map((task) => {
              if (!("note" in task)) return task;
              const { note: _, ...kept } = task;
              return kept;
            }),
        }),
    policy: {
      ...book,
      settings: book.settings.map(({ publishedBy: _, ...version }) => version),
    },
  };
};
