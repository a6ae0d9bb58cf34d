import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { TextArea } from "@kinward/ui/TextArea";
import type { MergeRests, MergeRow } from "@kinward/domain/views";
import { api, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { done } from "../../app/done.ts";
import { persons } from "../../messages/en/persons.ts";
import { faultsOfFailure } from "../shared/faults.ts";
import { FormDialog } from "../shared/FormDialog.tsx";
import { Part } from "../shared/Part.tsx";
import { nameOf } from "./present.ts";

const words = persons.undo;

/** Takes a merge back, or says what was recorded since that rests on it. */
export function UndoDialog({ merge, onClose }: { merge: MergeRow; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const rests = useQuery({
    ...api.persons.mergeRests.queryOptions({ mergeId: merge.mergeId }),
    staleTime: 0,
  });
  const undo = useCommand(trpcClient.persons.undoMerge.mutate, {
    onSuccess: () => done(words.done, onClose),
  });
  const save = () => {
    if (reason.trim() === "") return [{ name: "reason", message: words.enterReason }];
    undo.mutate({ mergeId: merge.mergeId, reason }, { onError: () => void rests.refetch() });
    return [];
  };
  return (
    <FormDialog
      title={words.title(nameOf(merge))}
      saveText={words.save}
      isSaving={undo.isPending}
      isDisabled={rests.data === undefined || rests.data.later.length > 0}
      onClose={onClose}
      onSave={save}
      faults={undo.error ? faultsOfFailure(failureOf(undo.error), ["reason"]) : undefined}
    >
      {(faultOf) => (
        <Part query={rests} skeleton="text" count={2}>
          {({ later }) =>
            later.length > 0 ? (
              <Blocked later={later} />
            ) : (
              <>
                <p>{words.lead}</p>
                <TextArea
                  name="reason"
                  label={words.reason}
                  value={reason}
                  onChange={setReason}
                  error={faultOf("reason")}
                  rows={3}
                />
              </>
            )
          }
        </Part>
      )}
    </FormDialog>
  );
}

function Blocked({ later }: MergeRests) {
  return (
    <div className="stack">
      <p>{words.blocked}</p>
      <ul className="stack-small">
        {later.map(({ kind, caseNumber }) => {
          const text =
            caseNumber === undefined
              ? persons.kind[kind]
              : words.rest(persons.kind[kind], caseNumber);
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </div>
  );
}
