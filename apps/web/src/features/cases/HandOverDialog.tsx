import { useState } from "react";
import type { CandidateView } from "@kinward/domain/views";
import { queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { done } from "../../app/done.ts";
import { team } from "../../messages/en/team.ts";
import { useKept } from "../shared/drafts/use-kept.ts";
import { FormDialog } from "../shared/FormDialog.tsx";
import { HandoverFields } from "../shared/handover/HandoverFields.tsx";
import { handoverOf } from "../shared/handover/kept.ts";
import { faultsOfMany } from "../shared/handover/many.ts";
import { useHandover } from "../shared/handover/use-handover.ts";
import { type Chosen, onlyHolder } from "./choice.ts";

const words = team.many;

export interface HandOverDialogProps {
  chosen: Chosen;
  candidates: readonly CandidateView[];
  onClose: () => void;
  onDone: () => void;
}

/** The chosen cases go to one person from a day on, with one note. */
export default function HandOverDialog(props: HandOverDialogProps) {
  const { chosen, candidates, onClose, onDone } = props;
  // A case that somebody else takes over meanwhile leaves the choice, not what was typed.
  const [key] = useState(() => handoverOf(chosen.keys()));
  const note = useKept(key);
  const cases = [...chosen.values()];
  const handover = useHandover(candidates, onlyHolder(chosen));
  const save = useCommand(trpcClient.team.reassignMany.mutate, {
    onSuccess: () =>
      done(team.person.done(cases.length, handover.name), () => {
        note.done();
        onClose();
        onDone();
      }),
  });
  return (
    <FormDialog
      title={words.title(cases.length)}
      saveText={words.handOver}
      isSaving={save.isPending}
      onClose={onClose}
      onSave={() => {
        if (handover.to !== undefined)
          save.mutate(
            {
              ...handover.to,
              cases: cases.map(({ caseId, revision, holder }) => ({
                caseId,
                revision,
                ...(holder && { fromStaffId: holder.staffId }),
                ...(note.text.trim() !== "" && { note: note.text.trim() }),
              })),
            },
            // Refused: the next try is about the cases as they are now.
            { onError: () => void queryClient.invalidateQueries() },
          );
        return handover.faults;
      }}
      faults={save.error ? faultsOfMany(failureOf(save.error), cases) : undefined}
    >
      {(faultOf) => (
        <>
          <p className="muted">{words.lead}</p>
          <details>
            <summary>{words.chosen(cases.length)}</summary>
            <ul className="muted small">
              {cases.map((one) => (
                <li key={one.caseId}>
                  {one.familyName}, {one.caseNumber} ({one.holder?.name ?? words.nobody})
                </li>
              ))}
            </ul>
          </details>
          <HandoverFields
            {...handover.fields}
            note={{
              label: words.note,
              hint: words.noteHint,
              value: note.text,
              onChange: note.change,
            }}
            faultOf={faultOf}
          />
        </>
      )}
    </FormDialog>
  );
}
