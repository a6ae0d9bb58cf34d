import type { PlainDate } from "../kernel/plain-date.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import type { CaseFile } from "./case-file.ts";
import { factsUntil } from "./facts-until.ts";

/**
 * The case file as a document to take along, with the policy that its dates were counted by: what `evaluate` makes of it
 * is what the case page shows. What notes say, which no rule reads, and the names of who published the policy stay behind.
 * @param until last day of which the taker may read facts; absent: all
 */
export const takeAlong = (file: CaseFile, book: PolicyBook, until?: PlainDate): CaseFile => {
  const readable = until === undefined ? file : factsUntil(file, until);
  const { tasksInput, ...rest } = readable;
  return {
    ...rest,
    ...(tasksInput && {
      tasksInput: tasksInput.map((task) => {
        if (!("note" in task)) return task;
        const { note: _, ...kept } = task;
        // That there is a note tells a joint meeting without the worker from none (DEC-21); what it says stays behind.
        return kept.type === "JOINT_MEETING" && !kept.workerPresent ? { ...kept, note: "" } : kept;
      }),
    }),
    policy: {
      ...book,
      settings: book.settings.map(({ publishedBy: _, ...version }) => version),
    },
  };
};
