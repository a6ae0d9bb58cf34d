import { useState } from "react";
import { DateField } from "@kinward/ui/DateField";
import type { PlainDate } from "@kinward/domain/kernel";
import type { FormView, FurtherForm } from "@kinward/domain/views";
import { trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { done } from "../../../app/done.ts";
import { app } from "../../../messages/en/app.ts";
import { marks } from "../../../messages/en/marks.ts";
import { serverFaults } from "../../shared/faults.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { ReasonField } from "../../shared/reason/ReasonField.tsx";
import { useReason } from "../../shared/reason/use-reason.ts";
import type { Reader } from "./present.ts";

const words = marks.further;

export interface FurtherFormDialogProps {
  services: Pick<FormView, "episodeId" | "effectiveDate">;
  /** The form that is corrected; without one, another is recorded. */
  form?: FurtherForm | undefined;
  revision: number;
  reader: Reader;
  onClose: () => void;
}

/** A form 470-3055 that followed the initial one, or what it should have said (REF-2). */
export default function FurtherFormDialog(props: FurtherFormDialogProps) {
  const { services, form, revision, reader, onClose } = props;
  // What is corrected stands there as it was written; a new form has nothing that nobody said.
  const [date, setDate] = useState<string | undefined>(form?.effectiveDate);
  const [signed, setSigned] = useState<string | undefined>(form?.signedOn);
  const reason = useReason();
  const save = useCommand(trpcClient.episodes.recordFurtherForm.mutate, {
    onSuccess: () => done(form === undefined ? words.done : words.corrected, onClose),
  });
  const today = [{ label: app.today, date: reader.today }];
  return (
    <FormDialog
      title={form === undefined ? words.record : words.correctTitle}
      saveText={words.save}
      isSaving={save.isPending}
      onClose={onClose}
      onSave={() => {
        const { problem } = marks.form;
        const faults = [
          ...(date === undefined ? [{ name: "effectiveDate", message: problem.date }] : []),
          ...(signed === undefined ? [{ name: "signedOn", message: problem.date }] : []),
          ...(form === undefined ? [] : reason.faults),
        ];
        if (faults.length === 0)
          save.mutate({
            episodeId: services.episodeId,
            revision,
            effectiveDate: date as PlainDate,
            signedOn: signed as PlainDate,
            ...(form !== undefined && { corrects: form.formId, reason: reason.text }),
          });
        return faults;
      }}
      faults={serverFaults(save.error, ["effectiveDate", "signedOn", "reason"])}
    >
      {(faultOf) => (
        <>
          <p className="muted">{words.lead}</p>
          <DateField
            name="effectiveDate"
            label={words.date}
            minValue={services.effectiveDate}
            actions={today}
            value={date}
            onChange={setDate}
            error={faultOf("effectiveDate")}
          />
          <DateField
            name="signedOn"
            label={words.signed}
            maxValue={reader.today}
            actions={today}
            value={signed}
            onChange={setSigned}
            error={faultOf("signedOn")}
          />
          {form !== undefined && <ReasonField {...reason} faultOf={faultOf} />}
        </>
      )}
    </FormDialog>
  );
}
