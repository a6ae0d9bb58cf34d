import { useState } from "react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DateField } from "@kinward/ui/DateField";
import { KeyValue } from "@kinward/ui/KeyValue";
import { Tag } from "@kinward/ui/Tag";
import { TextArea } from "@kinward/ui/TextArea";
import type { PlainDate } from "@kinward/domain/kernel";
import type { FormView } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { queryClient, trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { failureOf } from "../../../api/failure.ts";
import { toast } from "../../../app/toast.ts";
import { marks } from "../../../messages/en/marks.ts";
import { faultsOfFailure } from "../../shared/faults.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { type Reader, sourceText } from "./present.ts";

const words = marks.effective;

export interface EffectiveDateCardProps {
  form: FormView;
  revision: number;
  mayCorrect: boolean;
  reader: Reader;
}

/** When the clocks of these services began, and how that date was corrected (REF-1). */
export function EffectiveDateCard({ form, revision, mayCorrect, reader }: EffectiveDateCardProps) {
  const [isOpen, setOpen] = useState(false);
  const day = (date: string) => dates.date(date, { today: reader.today, style: "day" });
  return (
    <Card
      title={words.title}
      actions={
        mayCorrect && (
          <Button size="small" onPress={() => setOpen(true)}>
            {words.correct}
          </Button>
        )
      }
    >
      <div className="stack-small">
        <KeyValue
          layout="list"
          facts={[
            { label: words.service, value: labels.serviceType[form.serviceType] },
            { label: words.date, value: day(form.effectiveDate) },
            ...(form.signedOn === undefined
              ? []
              : [{ label: words.signed, value: day(form.signedOn) }]),
            { label: words.entered, value: day(form.enteredOn) },
          ]}
        />
        {form.backdated && (
          <span>
            <Tag wrap>{words.backdated}</Tag>
          </span>
        )}
        <span className="muted small">{sourceText(form.source, reader)}</span>
        {form.former.length > 0 && form.source.reason !== undefined && (
          <span className="muted small">{marks.source.reason(form.source.reason)}</span>
        )}
        {form.former.length > 0 && (
          <details>
            <summary>{marks.source.former(form.former.length)}</summary>
            <ul className="muted small">
              {form.former.map((one) => (
                <li key={one.source.at}>
                  {day(one.effectiveDate)}. {sourceText(one.source, reader)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {isOpen && (
        <EffectiveDateDialog form={form} revision={revision} onClose={() => setOpen(false)} />
      )}
    </Card>
  );
}

interface DialogProps {
  form: FormView;
  revision: number;
  onClose: () => void;
}

function EffectiveDateDialog({ form, revision, onClose }: DialogProps) {
  const [date, setDate] = useState<string>();
  const [reason, setReason] = useState("");
  const save = useCommand(trpcClient.episodes.correctEffectiveDate.mutate, {
    onSuccess: async () => {
      toast(words.done);
      await queryClient.invalidateQueries();
      onClose();
    },
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
            value={date}
            onChange={setDate}
            error={faultOf("effectiveDate")}
          />
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
