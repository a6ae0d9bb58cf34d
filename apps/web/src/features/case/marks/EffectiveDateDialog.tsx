import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { DateField } from "@kinward/ui/DateField";
import { TextArea } from "@kinward/ui/TextArea";
import type { PlainDate } from "@kinward/domain/kernel";
import type { FormView } from "@kinward/domain/views";
import { api, trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { failureOf } from "../../../api/failure.ts";
import { done } from "../../../app/done.ts";
import { app } from "../../../messages/en/app.ts";
import { marks } from "../../../messages/en/marks.ts";
import { faultsOfFailure } from "../../shared/faults.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { DatesEffect } from "./DatesEffect.tsx";
import type { Reader } from "./present.ts";

const words = marks.effective;

export interface ServiceDialogProps {
  form: FormView;
  revision: number;
  reader: Reader;
  onClose: () => void;
}

/** Another effective date, with what it moves before it is saved (REF-1). */
export default function EffectiveDateDialog(props: ServiceDialogProps) {
  const { form, revision, reader, onClose } = props;
  const [date, setDate] = useState<string>();
  const [reason, setReason] = useState("");
  const asked = useQuery({
    ...api.episodes.previewEffectiveDate.queryOptions({
      episodeId: form.episodeId,
      effectiveDate: date as PlainDate,
    }),
    enabled: date !== undefined,
  });
  const save = useCommand(trpcClient.episodes.correctEffectiveDate.mutate, {
    onSuccess: () => done(words.done, onClose),
  });
  return (
    <FormDialog
      title={words.correct}
      saveText={marks.form.save}
      isSaving={save.isPending}
      onClose={onClose}
      onSave={() => {
        const { problem } = marks.form;
        const faults = [
          ...(date === undefined ? [{ name: "effectiveDate", message: problem.date }] : []),
          ...(reason.trim() === "" ? [{ name: "reason", message: problem.reason }] : []),
        ];
        if (faults.length === 0)
          save.mutate({
            episodeId: form.episodeId,
            revision,
            effectiveDate: date as PlainDate,
            reason,
          });
        return faults;
      }}
      faults={
        save.error ? faultsOfFailure(failureOf(save.error), ["effectiveDate", "reason"]) : undefined
      }
    >
      {(faultOf) => (
        <>
          <p className="muted">{words.lead}</p>
          <DateField
            name="effectiveDate"
            label={words.date}
            actions={[{ label: app.today, date: reader.today }]}
            value={date}
            onChange={setDate}
            error={faultOf("effectiveDate")}
          />
          {date !== undefined && <DatesEffect query={asked} reader={reader} />}
          <TextArea
            name="reason"
            label={words.reason}
            rows={2}
            value={reason}
            onChange={setReason}
            error={faultOf("reason")}
          />
        </>
      )}
    </FormDialog>
  );
}
