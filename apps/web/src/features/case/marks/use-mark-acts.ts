import type { CaseId } from "@kinward/domain/kernel";
import type { CorrectMark, EndMark, Mark, MarkKind, RecordMark } from "@kinward/domain/people";
import { trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { done } from "../../../app/done.ts";
import { marks } from "../../../messages/en/marks.ts";

const { frequencies, marks: members } = trpcClient;
type OfMembers<T extends (input: never) => unknown> = Parameters<T>[0];

/** Levels have procedures and rights of their own (requirements D9); the forms are the same. */
const run = {
  record: (input: RecordMark) =>
    input.mark.kind === "FREQUENCY"
      ? frequencies.record.mutate(input as OfMembers<typeof frequencies.record.mutate>)
      : members.record.mutate(input as OfMembers<typeof members.record.mutate>),
  end: (input: EndMark) =>
    input.kind === "FREQUENCY"
      ? frequencies.end.mutate(input as OfMembers<typeof frequencies.end.mutate>)
      : members.end.mutate(input as OfMembers<typeof members.end.mutate>),
  correct: (input: CorrectMark) =>
    input.kind === "FREQUENCY"
      ? frequencies.correct.mutate(input as OfMembers<typeof frequencies.correct.mutate>)
      : members.correct.mutate(input as OfMembers<typeof members.correct.mutate>),
};

/** The case as it is seen: what the acts are about. */
export interface SeenCase {
  readonly caseId: CaseId;
  readonly revision: number;
}
export interface SeenMark {
  readonly id: string;
  readonly fact: Mark;
}
export type { MarkKind };

/** Recording, ending and correcting; what was derived from the facts is read again afterwards. */
export function useMarkActs(onDone: () => void) {
  const onSuccess = () => done(marks.form.saved, onDone);
  return {
    record: useCommand(run.record, { onSuccess }),
    end: useCommand(run.end, { onSuccess }),
    correct: useCommand(run.correct, { onSuccess }),
  };
}
