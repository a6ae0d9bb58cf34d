import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { DateField } from "@kinward/ui/DateField";
import type { PlainDate } from "@kinward/domain/kernel";
import type { FormView } from "@kinward/domain/views";
import { api, trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { done } from "../../../app/done.ts";
import { app } from "../../../messages/en/app.ts";
import { marks } from "../../../messages/en/marks.ts";
import { serverFaults } from "../../shared/faults.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { ReasonField } from "../../shared/reason/ReasonField.tsx";
import { useReason } from "../../shared/reason/use-reason.ts";
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
  const reason = useReason();
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
        const faults = [
          ...(date === undefined
            ? [{ name: "effectiveDate", message: marks.form.problem.date }]
            : []),
          ...reason.faults,
        ];
        if (faults.length === 0)
          save.mutate({
            episodeId: form.episodeId,
            revision,
            effectiveDate: date as PlainDate,
            reason: reason.text,
          });
        return faults;
      }}
      faults={serverFaults(save.error, ["effectiveDate", "reason"])}
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
          <ReasonField {...reason} faultOf={faultOf} />
        </>
      )}
    </FormDialog>
  );
}
