import { useQuery } from "@tanstack/react-query";
import type { MergeRests, MergeRow } from "@kinward/domain/views";
import { api, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { done } from "../../app/done.ts";
import { persons } from "../../messages/en/persons.ts";
import { serverFaults } from "../shared/faults.ts";
import { FormDialog } from "../shared/FormDialog.tsx";
import { Part } from "../shared/Part.tsx";
import { ReasonField } from "../shared/reason/ReasonField.tsx";
import { useReason } from "../shared/reason/use-reason.ts";
import { nameOf } from "./present.ts";

const words = persons.undo;

/** Takes a merge back, or says what was recorded since that rests on it. */
export function UndoDialog({ merge, onClose }: { merge: MergeRow; onClose: () => void }) {
  const reason = useReason(words.reason);
  const rests = useQuery({
    ...api.persons.mergeRests.queryOptions({ mergeId: merge.mergeId }),
    staleTime: 0,
  });
  const undo = useCommand(trpcClient.persons.undoMerge.mutate, {
    onSuccess: () => done(words.done, onClose),
  });
  const save = () => {
    if (reason.faults.length === 0)
      undo.mutate(
        { mergeId: merge.mergeId, reason: reason.text },
        { onError: () => void rests.refetch() },
      );
    return reason.faults;
  };
  return (
    <FormDialog
      title={words.title(nameOf(merge))}
      saveText={words.save}
      isSaving={undo.isPending}
      isDisabled={rests.data === undefined || rests.data.later.length > 0}
      onClose={onClose}
      onSave={save}
      faults={serverFaults(undo.error, ["reason"])}
    >
      {(faultOf) => (
        <Part query={rests} skeleton="text" count={2}>
          {({ later }) =>
            later.length > 0 ? (
              <Blocked later={later} />
            ) : (
              <>
                <p>{words.lead}</p>
                <ReasonField {...reason} faultOf={faultOf} />
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
