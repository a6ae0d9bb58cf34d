import { useState } from "react";
import { TextArea } from "@kinward/ui/TextArea";
import type { ComparedPerson } from "@kinward/domain/views";
import { trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { done } from "../../app/done.ts";
import { persons } from "../../messages/en/persons.ts";
import { faultsOfFailure } from "../shared/faults.ts";
import { FormDialog } from "../shared/FormDialog.tsx";

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
  const [reason, setReason] = useState("");
  const words = isTakenBack ? persons.maybeSame : persons.notSame;
  const { maybeSame, notSame } = trpcClient.persons;
  const decide = useCommand(isTakenBack ? maybeSame.mutate : notSame.mutate, {
    onSuccess: () => done(words.done, onDone),
  });
  const save = () => {
    if (reason.trim() === "") return [{ name: "reason", message: words.enterReason }];
    decide.mutate({ personId: a.personId, otherId: b.personId, reason });
    return [];
  };
  return (
    <FormDialog
      title={words.title}
      saveText={words.save}
      isSaving={decide.isPending}
      onClose={onClose}
      onSave={save}
      faults={decide.error ? faultsOfFailure(failureOf(decide.error), ["reason"]) : undefined}
    >
      {(faultOf) => (
        <TextArea
          name="reason"
          label={words.reason}
          value={reason}
          onChange={setReason}
          error={faultOf("reason")}
          rows={3}
        />
      )}
    </FormDialog>
  );
}
