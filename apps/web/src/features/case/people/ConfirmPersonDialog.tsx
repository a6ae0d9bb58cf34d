import { useState } from "react";
import { KeyValue } from "@kinward/ui/KeyValue";
import { labels } from "@kinward/wording/en/labels";
import { trpcClient } from "../../../api/client.ts";
import { useMe } from "../../../app/me.ts";
import { people } from "../../../messages/en/people.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { livingText, personDetail } from "../present-people.ts";
import { BasisFields } from "./BasisFields.tsx";
import type { PersonDialogProps } from "./PersonDialogs.tsx";
import { useRosterCommand } from "./use-roster-command.ts";
import { basisFaults, statedBasis, type BasisValues } from "./values.ts";
import { spanText } from "./present.ts";

const words = people.confirm;

/** The Department confirms what a contractor recorded, and says of a child why it belongs to the case. */
export function ConfirmPersonDialog({ person, header, onClose }: PersonDialogProps) {
  const { today } = useMe();
  const [values, setValues] = useState<BasisValues>({});
  const asksBasis = person.role === "CHILD" && person.bases.length === 0;
  const command = useRosterCommand(trpcClient.people.confirm.mutate, {
    header,
    fields: ["basis.basis", "basis.siblingKind", "basis.on"],
    done: words.done(person.name),
    onDone: onClose,
  });
  const save = () => {
    const missing = asksBasis ? basisFaults(person.role, values) : [];
    const basis = asksBasis ? statedBasis(person.role, values) : undefined;
    if (missing.length === 0) command.send({ personId: person.personId, ...(basis && { basis }) });
    return missing;
  };
  const last = person.memberships.at(-1);
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
          <KeyValue
            layout="list"
            facts={[
              ...(person.detailsUnconfirmed
                ? [{ label: words.who, value: `${person.name}. ${personDetail(person, today)}` }]
                : []),
              { label: words.role, value: labels.memberRole[person.role] },
              ...(last === undefined
                ? []
                : [{ label: words.joined, value: spanText(last, today) }]),
              { label: words.lives, value: <Stays person={person} today={today} /> },
            ]}
          />
          {asksBasis && (
            <BasisFields
              role={person.role}
              values={values}
              onChange={(part) => setValues({ ...values, ...part })}
              faultOf={faultOf}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}

/** The stays that wait to be confirmed. */
function Stays({ person, today }: { person: PersonDialogProps["person"]; today: string }) {
  const waiting = person.livingHistory.filter((stay) => !stay.confirmed);
  return (
    <ul>
      {(waiting.length > 0 ? waiting : person.livingHistory.slice(-1)).map((stay) => (
        <li key={stay.stayId}>
          {[livingText(stay, today), stay.address].filter(Boolean).join(", ")}
        </li>
      ))}
    </ul>
  );
}
