import { useState } from "react";
import { TextArea } from "@kinward/ui/TextArea";
import { trpcClient } from "../../../api/client.ts";
import { people } from "../../../messages/en/people.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import type { PersonDialogProps } from "./PersonDialogs.tsx";
import { useRosterCommand } from "./use-roster-command.ts";

const words = people.remove;

/** Takes out someone who was added by mistake. */
export function RemovePersonDialog({ person, header, onClose }: PersonDialogProps) {
  const [reason, setReason] = useState("");
  const command = useRosterCommand(trpcClient.people.remove.mutate, {
    header,
    fields: ["reason"],
    done: words.done(person.name),
    onDone: onClose,
  });
  const save = () => {
    if (reason.trim() === "") return [{ name: "reason", message: words.enter.reason }];
    command.send({ personId: person.personId, reason: reason.trim() });
    return [];
  };
  return (
    <FormDialog
      title={words.title(person.name)}
      saveText={words.save}
      isSaving={command.isSaving}
      faults={command.faults}
      onClose={onClose}
      onSave={save}
    >
      {(faultOf) => (
        <>
          <p className="muted">{words.lead}</p>
          <TextArea
            name="reason"
            label={words.reason}
            value={reason}
            onChange={setReason}
            rows={2}
            error={faultOf("reason")}
          />
        </>
      )}
    </FormDialog>
  );
}
