import { useState } from "react";
import { DateField } from "@kinward/ui/DateField";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import { labels } from "@kinward/wording/en/labels";
import { OPENING_BASES } from "@kinward/domain/people";
import { trpcClient } from "../../../api/client.ts";
import { useMe } from "../../../app/me.ts";
import { about as words } from "../../../messages/en/about.ts";
import { app } from "../../../messages/en/app.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { ReasonField } from "../../shared/reason/ReasonField.tsx";
import {
  openingFaults,
  openingOf,
  openingText,
  type OpeningValues,
  valuesOfOpening,
} from "./about.ts";
import type { CorrectionProps } from "./AboutCards.tsx";
import { Kept } from "./NeedsDialog.tsx";
import { useRosterCommand } from "./use-roster-command.ts";

/** Why and when the case was opened: recorded where it came after the safety plan, corrected otherwise. */
export default function OpeningDialog(props: CorrectionProps<OpeningValues>) {
  const { caseId, about, typed, onType, onClose } = props;
  const { today } = useMe();
  const [wasKept] = useState(typed !== undefined);
  const isNew = about.opening === undefined;
  const values = typed ?? valuesOfOpening(about.opening?.value, today);
  const type = (part: Partial<OpeningValues>) => onType({ ...values, ...part });
  const command = useRosterCommand(trpcClient.cases.correctOpening.mutate, {
    header: { caseId, revision: about.revision },
    fields: ["openedOn", "openingBasis", "reason"],
    done: isNew ? words.opening.recorded : words.opening.done,
    onDone: () => {
      onType(undefined);
      onClose();
    },
  });
  const save = () => {
    const faults = openingFaults(values, isNew);
    const opening = openingOf(values);
    if (faults.length === 0 && opening !== undefined)
      command.send({ ...opening, reason: values.reason.trim() });
    return faults;
  };
  return (
    <FormDialog
      title={isNew ? words.opening.record : words.opening.correct}
      saveText={isNew ? words.saveNew : words.save}
      isSaving={command.isSaving}
      faults={command.faults}
      onClose={onClose}
      onSave={save}
    >
      {(faultOf) => (
        <>
          <p className="muted">{words.opening.lead}</p>
          <Kept
            typed={typed}
            wasKept={wasKept}
            now={about.opening === undefined ? "" : openingText(about.opening.value, today)}
            onReset={() => onType(undefined)}
          />
          <RadioGroup
            name="openingBasis"
            label={words.opening.why}
            choices={OPENING_BASES.map((id) => ({ id, label: labels.openingBasis[id] }))}
            value={values.openingBasis}
            onChange={(openingBasis) => type({ openingBasis })}
            error={faultOf("openingBasis")}
          />
          <DateField
            name="openedOn"
            label={words.opening.day}
            maxValue={today}
            actions={[{ label: app.today, date: today }]}
            value={values.openedOn}
            onChange={(openedOn) => type({ openedOn })}
            error={faultOf("openedOn")}
          />
          <ReasonField
            {...(isNew && { words: words.opening.known })}
            value={values.reason}
            onChange={(reason) => type({ reason })}
            faultOf={faultOf}
          />
        </>
      )}
    </FormDialog>
  );
}
