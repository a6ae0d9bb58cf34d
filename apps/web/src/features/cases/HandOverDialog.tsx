import { useState } from "react";
import type { PlainDate, StaffId } from "@kinward/domain/kernel";
import type { CandidateView } from "@kinward/domain/views";
import { queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { done } from "../../app/done.ts";
import { useMe } from "../../app/me.ts";
import { team } from "../../messages/en/team.ts";
import { FormDialog } from "../shared/FormDialog.tsx";
import { candidateChoices } from "../shared/handover/candidates.ts";
import { HandoverFields } from "../shared/handover/HandoverFields.tsx";
import { faultsOfMany } from "../shared/handover/many.ts";
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
  const me = useMe();
  const [staffId, setStaff] = useState<StaffId>();
  const [from, setFrom] = useState<string>();
  const [note, setNote] = useState("");
  const cases = [...chosen.values()];
  const choices = candidateChoices(candidates, onlyHolder(chosen), me.today);
  const save = useCommand(trpcClient.team.reassignMany.mutate, {
    onSuccess: () =>
      done(
        team.person.done(cases.length, choices.find((one) => one.id === staffId)?.label ?? ""),
        () => {
          onClose();
          onDone();
        },
      ),
  });
  return (
    <FormDialog
      title={words.title(cases.length)}
      saveText={words.handOver}
      isSaving={save.isPending}
      onClose={onClose}
      onSave={() => {
        if (staffId !== undefined && from !== undefined)
          save.mutate(
            {
              staffId,
              from: from as PlainDate,
              cases: cases.map(({ caseId, revision, holder }) => ({
                caseId,
                revision,
                ...(holder && { fromStaffId: holder.staffId }),
                ...(note.trim() !== "" && { note: note.trim() }),
              })),
            },
            // Refused: the next try is about the cases as they are now.
            { onError: () => void queryClient.invalidateQueries() },
          );
        return [
          ...(staffId === undefined ? [{ name: "staffId", message: team.handover.enterTo }] : []),
          ...(from === undefined ? [{ name: "from", message: team.handover.enterFrom }] : []),
        ];
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
            choices={choices}
            staffId={staffId}
            onStaff={setStaff}
            from={from}
            onFrom={setFrom}
            note={{ label: words.note, hint: words.noteHint, value: note, onChange: setNote }}
            faultOf={faultOf}
          />
        </>
      )}
    </FormDialog>
  );
}
