import type { ContractAreaId, PlainDate } from "@kinward/domain/kernel";
import type { AreaPauseView, RotationRow } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { showToast } from "@kinward/ui/Toast";
import { useState } from "react";
import { FormDate, FormReason } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { shared } from "../shared/messages.ts";
import { dayWords } from "../shared/periods.ts";
import { checkRequired } from "../shared/required.ts";
import { useMayChange, useMe } from "../shared/session.ts";
import { rotation as m } from "./messages.ts";
import { usePause, useResume } from "./queries.ts";

/** Days on which the area takes no referrals: now and to come. */
export function PausesCard({ row }: { readonly row: RotationRow }) {
  const { today } = useMe();
  const mayChange = useMayChange() && row.endedOn === undefined;
  const [isPausing, setPausing] = useState(false);
  const [resuming, setResuming] = useState<AreaPauseView | undefined>(undefined);
  const target = { contractAreaId: row.contractAreaId, name: row.name };
  return (
    <Card
      title={m.pause.title}
      actions={
        mayChange && (
          <Button size="small" onPress={() => setPausing(true)}>
            {m.pause.verb}
          </Button>
        )
      }
    >
      {row.pauses.length === 0 && <p className="muted">{m.pause.none}</p>}
      <ul className="changes">
        {row.pauses.map((pause) => {
          const from = dayWords(pause.from, today);
          return (
            <li key={pause.areaPauseId} className="stack-small">
              <div className="strong">
                {pause.from <= today ? m.pause.running(from) : m.pause.coming(from)}
              </div>
              <div>
                {pause.resumesOn === undefined
                  ? m.pause.open
                  : m.pause.until(dayWords(pause.resumesOn, today))}
              </div>
              <div className="muted changes-reason">{pause.reason}</div>
              {mayChange && (
                <div className="row">
                  <Button
                    size="small"
                    aria-label={m.pause.resumeOf(from)}
                    onPress={() => setResuming(pause)}
                  >
                    {m.pause.resume}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {isPausing && <PauseDialog area={target} onClose={() => setPausing(false)} />}
      {resuming && (
        <ResumeDialog area={target} pause={resuming} onClose={() => setResuming(undefined)} />
      )}
    </Card>
  );
}

interface Target {
  readonly contractAreaId: ContractAreaId;
  readonly name: string;
}

interface PauseValues {
  from: PlainDate | undefined;
  resumesOn: PlainDate | undefined;
  reason: string;
}

function PauseDialog({ area, onClose }: { readonly area: Target; readonly onClose: () => void }) {
  const { today } = useMe();
  const send = usePause();
  const form = useRecordForm<PauseValues, unknown>({
    defaults: { from: undefined, resumesOn: undefined, reason: "" },
    check: (values) => {
      const faults = checkRequired(values, {
        from: shared.dates.missing,
        reason: shared.reason.missing,
      });
      const { from, resumesOn } = values;
      if (from !== undefined && resumesOn !== undefined && resumesOn <= from)
        faults.push({ name: "resumesOn", message: m.pause.order });
      return faults;
    },
    send: ({ from, resumesOn, reason }) =>
      send({
        contractAreaId: area.contractAreaId,
        from: from as PlainDate,
        reason,
        ...(resumesOn === undefined ? {} : { resumesOn }),
      }),
    onDone: () => {
      showToast(m.pause.done);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={m.pause.dialog(area.name)}
      submitText={m.pause.submit}
      onClose={onClose}
      isDanger
    >
      <p>{m.pause.text}</p>
      <FormDate
        form={form}
        name="from"
        label={m.pause.from}
        actions={[{ label: shared.onDay, date: today }]}
      />
      <FormDate
        form={form}
        name="resumesOn"
        label={m.pause.resumesOn}
        hint={m.pause.resumesHint}
        mark="optional"
      />
      <FormReason form={form} />
    </FormDialog>
  );
}

interface ResumeValues {
  resumesOn: PlainDate | undefined;
  reason: string;
}

function ResumeDialog(props: {
  readonly area: Target;
  readonly pause: AreaPauseView;
  readonly onClose: () => void;
}) {
  const { area, pause, onClose } = props;
  const { today } = useMe();
  const send = useResume();
  const form = useRecordForm<ResumeValues, unknown>({
    defaults: { resumesOn: undefined, reason: "" },
    check: (values) =>
      checkRequired(values, { resumesOn: shared.dates.missing, reason: shared.reason.missing }),
    send: ({ resumesOn, reason }) =>
      send({
        contractAreaId: area.contractAreaId,
        from: pause.from,
        resumesOn: resumesOn as PlainDate,
        reason,
      }),
    onDone: () => {
      showToast(m.pause.resumed);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={m.pause.resumeTitle(area.name)}
      submitText={m.pause.resumeSubmit}
      onClose={onClose}
    >
      <p>{m.pause.resumeText}</p>
      <FormDate
        form={form}
        name="resumesOn"
        label={m.pause.resumeFrom}
        actions={[{ label: shared.onDay, date: today }]}
      />
      <FormReason form={form} />
    </FormDialog>
  );
}
