import { useState } from "react";
import { DateField } from "@kinward/ui/DateField";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import { Select } from "@kinward/ui/Select";
import type { LeftReason } from "@kinward/domain/people";
import type { MemberId, PlainDate } from "@kinward/domain/kernel";
import { trpcClient } from "../../../api/client.ts";
import { useMe } from "../../../app/me.ts";
import { people } from "../../../messages/en/people.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { ReasonField } from "../../shared/reason/ReasonField.tsx";
import { useReason } from "../../shared/reason/use-reason.ts";
import { LEFT_CHOICES } from "./LeaveDialogs.tsx";
import type { PersonDialogProps } from "./PersonDialogs.tsx";
import { spanText } from "./present.ts";
import { useRosterCommand } from "./use-roster-command.ts";

const words = people.membership;

/** Another first or last day in the case than was recorded. Of someone who came back, one of the times. */
export function CorrectMembershipDialog({ person, header, onClose }: PersonDialogProps) {
  const { today } = useMe();
  const last = person.memberships.at(-1);
  const [memberId, setMemberId] = useState<MemberId | undefined>(last?.memberId);
  const [joined, setJoined] = useState<string | undefined>(last?.from);
  const [to, setTo] = useState<string | undefined>(last?.to);
  const [because, setBecause] = useState<LeftReason | undefined>(last?.because);
  const reason = useReason();
  const choose = (id: MemberId) => {
    const one = person.memberships.find((each) => each.memberId === id);
    setMemberId(id);
    setJoined(one?.from);
    setTo(one?.to);
    setBecause(one?.because);
  };
  const command = useRosterCommand(trpcClient.people.correctMembership.mutate, {
    header,
    fields: ["joined", "to", "because", "reason"],
    done: words.done,
    onDone: onClose,
  });
  const save = () => {
    const missing = [
      ...(to !== undefined && because === undefined
        ? [{ name: "because", message: words.enter.because }]
        : []),
      ...reason.faults,
    ];
    if (missing.length === 0 && memberId !== undefined)
      command.send({
        memberId,
        reason: reason.text,
        ...(joined && { joined: joined as PlainDate }),
        ...(to && because && { to: to as PlainDate, because }),
      });
    return missing;
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
          {person.memberships.length > 1 && (
            <RadioGroup
              name="memberId"
              label={words.which}
              choices={person.memberships.map((one) => ({
                id: one.memberId,
                label: spanText(one, today),
              }))}
              value={memberId}
              onChange={choose}
            />
          )}
          <DateField
            name="joined"
            label={words.joined}
            hint={words.joinedHint}
            value={joined}
            onChange={setJoined}
            maxValue={today}
            error={faultOf("joined")}
          />
          <DateField
            name="to"
            label={words.to}
            hint={words.toHint}
            value={to}
            onChange={setTo}
            maxValue={today}
            error={faultOf("to")}
          />
          {to !== undefined && (
            <Select
              name="because"
              label={words.because}
              choices={LEFT_CHOICES}
              value={because}
              onChange={setBecause}
              error={faultOf("because")}
            />
          )}
          <ReasonField {...reason} faultOf={faultOf} />
        </>
      )}
    </FormDialog>
  );
}
