import { useState } from "react";
import { TextArea } from "@kinward/ui/TextArea";
import type { CaseId, EpisodeId } from "@kinward/domain/kernel";
import { trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { failureOf } from "../../../api/failure.ts";
import { done } from "../../../app/done.ts";
import { shared } from "../../../messages/en/shared.ts";
import { faultsOfFailure } from "../faults.ts";
import { FormDialog } from "../FormDialog.tsx";

export interface RecordWhyProps {
  caseId: CaseId;
  episodeId: EpisodeId;
  keys: readonly string[];
  /** What was late: "First face-to-face contact". */
  title: string;
  onClose: () => void;
}

/** Why a duty was late or missed: one note for all duties of the row (DEC-25). */
export default function RecordWhy({ caseId, episodeId, keys, title, onClose }: RecordWhyProps) {
  const words = shared.why;
  const [note, setNote] = useState("");
  const record = useCommand(trpcClient.work.recordWhy.mutate, {
    onSuccess: () => done(words.done, onClose),
  });
  const save = () => {
    if (note.trim() === "") return [{ name: "note", message: shared.problem.required }];
    record.mutate({ caseId, episodeId, keys: [...keys], note });
    return [];
  };
  return (
    <FormDialog
      title={words.title}
      saveText={words.save}
      isSaving={record.isPending}
      onClose={onClose}
      onSave={save}
      faults={record.error ? faultsOfFailure(failureOf(record.error), ["note"]) : undefined}
    >
      {(faultOf) => (
        <>
          <p>{words.lead(title)}</p>
          <TextArea
            name="note"
            label={words.note}
            value={note}
            onChange={setNote}
            error={faultOf("note")}
            rows={4}
          />
        </>
      )}
    </FormDialog>
  );
}
