import { trpcClient } from "../../../api/client.ts";
import { people } from "../../../messages/en/people.ts";
import { ReasonDialog } from "../../shared/reason/ReasonDialog.tsx";
import type { PersonDialogProps } from "./PersonDialogs.tsx";
import { useRosterCommand } from "./use-roster-command.ts";

const words = people.remove;

/** Takes out someone who was added by mistake. */
export function RemovePersonDialog({ person, header, onClose }: PersonDialogProps) {
  const command = useRosterCommand(trpcClient.people.remove.mutate, {
    header,
    fields: ["reason"],
    done: words.done(person.name),
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={words.title(person.name)}
      saveText={words.save}
      words={words.reason}
      isSaving={command.isSaving}
      faults={command.faults}
      onSave={(reason) => command.send({ personId: person.personId, reason })}
      onClose={onClose}
    >
      <p className="muted">{words.lead}</p>
    </ReasonDialog>
  );
}
