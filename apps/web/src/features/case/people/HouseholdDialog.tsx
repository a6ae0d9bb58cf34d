import { useState } from "react";
import { DateField } from "@kinward/ui/DateField";
import { SegmentedChoice } from "@kinward/ui/SegmentedChoice";
import { TextField } from "@kinward/ui/TextField";
import { HOUSEHOLD_CHANGE_KINDS, type HouseholdChangeKind } from "@kinward/domain/people";
import type { PlainDate } from "@kinward/domain/kernel";
import type { CaseHeader } from "@kinward/domain/views";
import { trpcClient } from "../../../api/client.ts";
import { useMe } from "../../../app/me.ts";
import { people } from "../../../messages/en/people.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { useRosterCommand } from "./use-roster-command.ts";

const words = people.household.dialog;

/** Someone who is no member of the case entered or left the home. */
export default function HouseholdDialog({
  header,
  onClose,
}: {
  header: CaseHeader;
  onClose: () => void;
}) {
  const { today } = useMe();
  const [who, setWho] = useState("");
  const [kind, setKind] = useState<HouseholdChangeKind>();
  const [on, setOn] = useState<string>();
  const command = useRosterCommand(trpcClient.people.recordHouseholdChange.mutate, {
    header,
    fields: ["who", "kind", "on"],
    done: words.done,
    onDone: onClose,
  });
  const save = () => {
    const missing = [
      ...(who.trim() === "" ? [{ name: "who", message: words.enter.who }] : []),
      ...(kind === undefined ? [{ name: "kind", message: words.enter.kind }] : []),
      ...(on === undefined ? [{ name: "on", message: words.enter.on }] : []),
    ];
    if (missing.length === 0 && kind !== undefined)
      command.send({ who: who.trim(), kind, on: on as PlainDate });
    return missing;
  };
  return (
    <FormDialog
      title={words.title}
      saveText={words.save}
      isSaving={command.isSaving}
      faults={command.faults}
      onClose={onClose}
      onSave={save}
    >
      {(faultOf) => (
        <>
          <p className="muted">{words.lead}</p>
          <TextField
            name="who"
            label={words.who}
            hint={words.whoHint}
            width="full"
            autoComplete="off"
            value={who}
            onChange={setWho}
            error={faultOf("who")}
          />
          <SegmentedChoice
            name="kind"
            label={words.kind}
            choices={HOUSEHOLD_CHANGE_KINDS.map((id) => ({
              id,
              label: people.household.type[id],
            }))}
            value={kind}
            onChange={setKind}
            error={faultOf("kind")}
          />
          <DateField
            name="on"
            label={words.on}
            value={on}
            onChange={setOn}
            maxValue={today}
            error={faultOf("on")}
          />
        </>
      )}
    </FormDialog>
  );
}
