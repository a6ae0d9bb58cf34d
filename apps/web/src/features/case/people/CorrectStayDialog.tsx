import { useState } from "react";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { DateField } from "@kinward/ui/DateField";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { Select } from "@kinward/ui/Select";
import { TextField } from "@kinward/ui/TextField";
import { LIVING_SETTINGS, US_STATES } from "@kinward/domain/people";
import type { PlainDate } from "@kinward/domain/kernel";
import type { PersonView } from "@kinward/domain/views";
import { labels } from "@kinward/wording/en/labels";
import { trpcClient } from "../../../api/client.ts";
import { useMe } from "../../../app/me.ts";
import { people } from "../../../messages/en/people.ts";
import { stateName } from "../../../messages/en/states.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { ReasonField } from "../../shared/reason/ReasonField.tsx";
import { useReason } from "../../shared/reason/use-reason.ts";
import type { PersonDialogProps } from "./PersonDialogs.tsx";
import { useRosterCommand } from "./use-roster-command.ts";

const words = people.stay;

export interface CorrectStayDialogProps extends PersonDialogProps {
  stay: PersonView["livingHistory"][number];
}

/** What was recorded wrongly of a stay; or that there was no such stay. The former record stays in the history. */
export function CorrectStayDialog({ person, stay, header, onClose }: CorrectStayDialogProps) {
  const { today } = useMe();
  const isFirst = person.livingHistory[0]?.stayId === stay.stayId;
  const [setting, setSetting] = useState(stay.setting);
  const [state, setState] = useState(stay.state);
  const [address, setAddress] = useState(stay.address ?? "");
  const [from, setFrom] = useState<string | undefined>(stay.from);
  const [never, setNever] = useState(false);
  const reason = useReason();
  const options = {
    header,
    fields: ["setting", "state", "from", "reason"],
    done: words.done,
    onDone: onClose,
  };
  const correct = useRosterCommand(trpcClient.people.correctStay.mutate, options);
  const withdraw = useRosterCommand(trpcClient.people.withdrawStay.mutate, options);
  const save = () => {
    const missing = [
      ...(!never && !isFirst && from === undefined
        ? [{ name: "from", message: words.enter.from }]
        : []),
      ...reason.faults,
    ];
    if (missing.length > 0) return missing;
    const about = { stayId: stay.stayId, reason: reason.text };
    if (never) withdraw.send(about);
    else
      correct.send({
        ...about,
        setting,
        state,
        ...(from && { from: from as PlainDate }),
        ...(address.trim() !== "" && { address: address.trim() }),
      });
    return [];
  };
  return (
    <FormDialog
      title={words.title(person.name)}
      saveText={words.save}
      isSaving={correct.isSaving || withdraw.isSaving}
      faults={never ? withdraw.faults : correct.faults}
      onClose={onClose}
      onSave={save}
    >
      {(faultOf) => (
        <>
          <p className="muted">{words.lead}</p>
          {person.livingHistory.length > 1 && (
            <CheckboxField name="never" label={words.never} value={never} onChange={setNever} />
          )}
          {!never && (
            <>
              <Select
                name="setting"
                label={people.add.setting}
                choices={LIVING_SETTINGS.map((id) => ({ id, label: labels.setting[id] }))}
                value={setting}
                onChange={setSetting}
                error={faultOf("setting")}
              />
              <SearchSelect
                name="state"
                label={people.add.state}
                choices={US_STATES.map((id) => ({ id, label: stateName(id) }))}
                value={state}
                onChange={setState}
                error={faultOf("state")}
              />
              <TextField
                name="address"
                label={people.add.address}
                mark="optional"
                width="full"
                autoComplete="off"
                value={address}
                onChange={setAddress}
              />
              <DateField
                name="from"
                label={words.from}
                {...(isFirst ? { hint: words.first } : {})}
                value={from}
                onChange={setFrom}
                maxValue={today}
                error={faultOf("from")}
              />
            </>
          )}
          <ReasonField {...reason} faultOf={faultOf} />
        </>
      )}
    </FormDialog>
  );
}
