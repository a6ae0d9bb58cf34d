import { useState } from "react";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { DateField } from "@kinward/ui/DateField";
import { Select } from "@kinward/ui/Select";
import { LEFT_REASONS, type LeftReason } from "@kinward/domain/people";
import type { PlainDate } from "@kinward/domain/kernel";
import { labels } from "@kinward/wording/en/labels";
import { trpcClient } from "../../../api/client.ts";
import { useMe } from "../../../app/me.ts";
import { people } from "../../../messages/en/people.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { ReasonField } from "../../shared/reason/ReasonField.tsx";
import { useReason } from "../../shared/reason/use-reason.ts";
import type { PersonDialogProps } from "./PersonDialogs.tsx";
import { useRosterCommand } from "./use-roster-command.ts";

export const LEFT_CHOICES = LEFT_REASONS.map((id) => ({ id, label: labels.leftReason[id] }));

/** Someone leaves the case on a day, for a reason. */
export function LeftDialog({ person, header, onClose }: PersonDialogProps) {
  const words = people.left;
  const { today } = useMe();
  const [on, setOn] = useState<string>();
  const [because, setBecause] = useState<LeftReason>();
  const command = useRosterCommand(trpcClient.people.endMembership.mutate, {
    header,
    fields: ["on", "because"],
    done: words.done(person.name),
    onDone: onClose,
  });
  const save = () => {
    if (on !== undefined && because !== undefined) {
      command.send({ personId: person.personId, on: on as PlainDate, because });
      return [];
    }
    return [
      ...(on === undefined ? [{ name: "on", message: words.enter.on }] : []),
      ...(because === undefined ? [{ name: "because", message: words.enter.because }] : []),
    ];
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
          <DateField
            name="on"
            label={words.on}
            value={on}
            onChange={setOn}
            maxValue={today}
            error={faultOf("on")}
          />
          <Select
            name="because"
            label={words.because}
            choices={LEFT_CHOICES}
            value={because}
            onChange={setBecause}
            error={faultOf("because")}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Someone has died; or what was recorded of it is changed or taken back, with a reason. */
export function DeathDialog({ person, header, onClose }: PersonDialogProps) {
  const words = people.death;
  const { today } = useMe();
  const recorded = person.deceasedOn;
  const [on, setOn] = useState<string | undefined>(recorded);
  const [isWrong, setWrong] = useState(false);
  const reason = useReason();
  const command = useRosterCommand(trpcClient.people.recordDeath.mutate, {
    header,
    fields: ["on", "reason"],
    done: words.done(person.name),
    onDone: onClose,
  });
  const save = () => {
    const missing = [
      ...(on === undefined && !isWrong ? [{ name: "on", message: words.enter.on }] : []),
      ...(recorded === undefined ? [] : reason.faults),
    ];
    if (missing.length === 0)
      command.send({
        personId: person.personId,
        ...(isWrong || on === undefined ? {} : { on: on as PlainDate }),
        ...(recorded === undefined ? {} : { reason: reason.text }),
      });
    return missing;
  };
  return (
    <FormDialog
      title={recorded === undefined ? words.title(person.name) : words.correct(person.name)}
      saveText={words.save}
      isSaving={command.isSaving}
      faults={command.faults}
      onClose={onClose}
      onSave={save}
    >
      {(faultOf) => (
        <>
          {recorded === undefined ? (
            <p className="muted">{words.lead}</p>
          ) : (
            <CheckboxField name="isWrong" label={words.wrong} value={isWrong} onChange={setWrong} />
          )}
          {!isWrong && (
            <DateField
              name="on"
              label={words.on}
              value={on}
              onChange={setOn}
              maxValue={today}
              error={faultOf("on")}
            />
          )}
          {recorded !== undefined && <ReasonField {...reason} faultOf={faultOf} />}
        </>
      )}
    </FormDialog>
  );
}
