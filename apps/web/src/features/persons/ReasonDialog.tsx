import { useState } from "react";
import { TextArea } from "@kinward/ui/TextArea";
import { failureOf } from "../../api/failure.ts";
import { faultsOfFailure } from "../shared/faults.ts";
import { FormDialog } from "../shared/FormDialog.tsx";

export interface ReasonWords {
  readonly title: string;
  readonly reason: string;
  readonly save: string;
  readonly enterReason: string;
}

/** An answer about two records that is nothing but its reason. */
export function ReasonDialog({
  words,
  act,
  onSave,
  onClose,
}: {
  words: ReasonWords;
  act: { readonly isPending: boolean; readonly error: Error | null };
  onSave: (reason: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  const save = () => {
    if (reason.trim() === "") return [{ name: "reason", message: words.enterReason }];
    onSave(reason);
    return [];
  };
  return (
    <FormDialog
      title={words.title}
      saveText={words.save}
      isSaving={act.isPending}
      onClose={onClose}
      onSave={save}
      faults={act.error ? faultsOfFailure(failureOf(act.error), ["reason"]) : undefined}
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
