import { useState } from "react";
import { Banner } from "@kinward/ui/Banner";
import { Button } from "@kinward/ui/Button";
import { SegmentedChoice } from "@kinward/ui/SegmentedChoice";
import { TextArea } from "@kinward/ui/TextArea";
import { trpcClient } from "../../../api/client.ts";
import { useMe } from "../../../app/me.ts";
import { about as words } from "../../../messages/en/about.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { ReasonField } from "../../shared/reason/ReasonField.tsx";
import { LanguagesField } from "../../shared/LanguagesField.tsx";
import { needsFaults, needsOf, needsText, type NeedsValues, valuesOfNeeds } from "./about.ts";
import type { CorrectionProps } from "./AboutCards.tsx";
import { useRosterCommand } from "./use-roster-command.ts";

/** Corrects languages, interpreter and culture of the family, with a reason. */
export default function NeedsDialog(props: CorrectionProps<NeedsValues>) {
  const { caseId, about, typed, onType, onClose } = props;
  const me = useMe();
  const [wasKept] = useState(typed !== undefined);
  const values = typed ?? valuesOfNeeds(about.needs.value);
  const type = (part: Partial<NeedsValues>) => onType({ ...values, ...part });
  const command = useRosterCommand(trpcClient.cases.correctNeeds.mutate, {
    header: { caseId, revision: about.revision },
    fields: ["needs.languages", "needs.interpreterNeeded", "needs.culturalNotes", "reason"],
    done: words.needs.done,
    onDone: () => {
      onType(undefined);
      onClose();
    },
  });
  const save = () => {
    const faults = needsFaults(values);
    if (faults.length === 0) command.send({ needs: needsOf(values), reason: values.reason.trim() });
    return faults;
  };
  return (
    <FormDialog
      wide
      title={words.needs.correct}
      saveText={words.save}
      isSaving={command.isSaving}
      faults={command.faults}
      onClose={onClose}
      onSave={save}
    >
      {(faultOf) => (
        <>
          <p className="muted">
            {me.organization === undefined ? words.needs.lead : words.needs.leadContractor}
          </p>
          <Kept
            typed={typed}
            wasKept={wasKept}
            now={needsText(about.needs.value)}
            onReset={() => onType(undefined)}
          />
          <LanguagesField
            name="needs.languages"
            label={words.needs.languages}
            value={values.languages}
            onChange={(languages) => type({ languages })}
            error={faultOf("needs.languages")}
          />
          <SegmentedChoice
            name="needs.interpreterNeeded"
            label={words.needs.question}
            choices={[
              { id: "YES", label: words.needs.yes },
              { id: "NO", label: words.needs.no },
            ]}
            value={values.interpreter}
            onChange={(interpreter) => type({ interpreter })}
            error={faultOf("needs.interpreterNeeded")}
          />
          <TextArea
            name="needs.culturalNotes"
            label={words.needs.culture}
            hint={words.needs.cultureHint}
            mark="optional"
            rows={4}
            value={values.notes}
            onChange={(notes) => type({ notes })}
            error={faultOf("needs.culturalNotes")}
          />
          <ReasonField
            value={values.reason}
            onChange={(reason) => type({ reason })}
            faultOf={faultOf}
          />
        </>
      )}
    </FormDialog>
  );
}

export interface KeptProps {
  typed: { readonly seen: string } | undefined;
  /** The form was closed and opened again. */
  wasKept: boolean;
  /** What is recorded now, in words. */
  now: string;
  onReset: () => void;
}

/** Answers of before are still there, or somebody else was faster; and how to begin again. */
export function Kept({ typed, wasKept, now, onReset }: KeptProps) {
  if (typed === undefined) return null;
  const isOvertaken = typed.seen !== now;
  if (!wasKept && !isOvertaken) return null;
  return (
    <Banner
      kind="info"
      action={
        <Button size="small" onPress={onReset}>
          {words.reset}
        </Button>
      }
    >
      {isOvertaken ? words.changed(now) : words.kept}
    </Banner>
  );
}
