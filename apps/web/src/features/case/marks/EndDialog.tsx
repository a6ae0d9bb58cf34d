import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { DateField } from "@kinward/ui/DateField";
import { SegmentedChoice } from "@kinward/ui/SegmentedChoice";
import type { PlainDate } from "@kinward/domain/kernel";
import { dates } from "@kinward/wording/en/dates";
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
import type { ServiceDialogProps } from "./EffectiveDateDialog.tsx";

const words = marks.effective;

/** The last service day, or that services go on, with what is then no longer owed (DEC-14). */
export default function EndDialog({ form, revision, reader, onClose }: ServiceDialogProps) {
  const ended = form.lastServiceDay;
  const [choice, setChoice] = useState<"DAY" | "GOES_ON" | undefined>(
    // What is recorded first is a day; what is corrected is asked for.
    ended === undefined ? "DAY" : undefined,
  );
  const [date, setDate] = useState<string>();
  const reason = useReason(ended === undefined ? words.endReason : undefined);
  const last = choice === "DAY" ? date : undefined;
  const isSaid = choice === "GOES_ON" || last !== undefined;
  const end = {
    episodeId: form.episodeId,
    ...(last !== undefined && { lastServiceDay: last as PlainDate }),
  };
  const asked = useQuery({ ...api.episodes.previewEnd.queryOptions(end), enabled: isSaid });
  const save = useCommand(trpcClient.cases.endServices.mutate, {
    onSuccess: () => done(last === undefined ? words.resumed : words.ended, onClose),
  });
  return (
    <FormDialog
      title={ended === undefined ? words.end : words.correctEnd}
      saveText={marks.form.save}
      isSaving={save.isPending}
      onClose={onClose}
      onSave={() => {
        const { problem } = marks.form;
        const faults = [
          ...(choice === undefined ? [{ name: "choice", message: problem.choose }] : []),
          ...(choice === "DAY" && date === undefined
            ? [{ name: "lastServiceDay", message: problem.date }]
            : []),
          ...reason.faults,
        ];
        if (faults.length === 0) save.mutate({ ...end, revision, reason: reason.text });
        return faults;
      }}
      faults={serverFaults(save.error, ["lastServiceDay", "reason"])}
    >
      {(faultOf) => (
        <>
          <p className="muted">
            {ended === undefined
              ? words.endLead
              : words.endedOn(dates.date(ended, { today: reader.today }))}
          </p>
          {ended !== undefined && (
            <SegmentedChoice
              name="choice"
              label={words.whatIsRight}
              choices={[
                { id: "DAY", label: words.anotherDay },
                { id: "GOES_ON", label: words.goesOn },
              ]}
              value={choice}
              onChange={setChoice}
              error={faultOf("choice")}
            />
          )}
          {choice === "DAY" && (
            <DateField
              name="lastServiceDay"
              label={words.last}
              hint={words.lastHint}
              maxValue={reader.today}
              actions={[{ label: app.today, date: reader.today }]}
              value={date}
              onChange={setDate}
              error={faultOf("lastServiceDay")}
            />
          )}
          {isSaid && <DatesEffect query={asked} reader={reader} />}
          <ReasonField {...reason} faultOf={faultOf} />
        </>
      )}
    </FormDialog>
  );
}
