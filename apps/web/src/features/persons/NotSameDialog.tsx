import type { ComparedPerson } from "@kinward/domain/views";
import { trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { done } from "../../app/done.ts";
import { persons } from "../../messages/en/persons.ts";
import { serverFaults } from "../shared/faults.ts";
import { ReasonDialog } from "../shared/reason/ReasonDialog.tsx";

/** Two people whose records look alike, remembered so that nobody looks again; or that word taken back. */
export function NotSameDialog({
  a,
  b,
  isTakenBack,
  onClose,
  onDone,
}: {
  a: ComparedPerson;
  b: ComparedPerson;
  /** Somebody said that they are two: look again. */
  isTakenBack: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const words = isTakenBack ? persons.maybeSame : persons.notSame;
  const { maybeSame, notSame } = trpcClient.persons;
  const decide = useCommand(isTakenBack ? maybeSame.mutate : notSame.mutate, {
    onSuccess: () => done(words.done, onDone),
  });
  return (
    <ReasonDialog
      title={words.title}
      saveText={words.save}
      words={words.reason}
      isSaving={decide.isPending}
      faults={serverFaults(decide.error, ["reason"])}
      onClose={onClose}
      onSave={(reason) => decide.mutate({ personId: a.personId, otherId: b.personId, reason })}
    />
  );
}
