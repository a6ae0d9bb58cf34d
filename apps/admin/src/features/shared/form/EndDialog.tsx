import type { PlainDate } from "@kinward/domain/kernel";
import { shared as m } from "../messages.ts";
import { checkRequired } from "../required.ts";
import type { Sent } from "../send.ts";
import { useMe } from "../session.ts";
import { FormDate, FormReason } from "./fields.tsx";
import { FormDialog } from "./FormDialog.tsx";
import { useRecordForm } from "./use-record-form.ts";

interface EndDialogProps {
  readonly title: string;
  /** What the end means for others. */
  readonly text: string;
  readonly dateLabel: string;
  readonly submitText: string;
  /** First day of the record. */
  readonly notBefore?: PlainDate;
  readonly send: (values: { on: PlainDate; reason: string }) => Promise<Sent<unknown>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

interface Values {
  on: PlainDate | undefined;
  reason: string;
}

/** Ends a record on a day. Nothing is deleted: what ended stays on record. */
export function EndDialog(props: EndDialogProps) {
  const { today } = useMe();
  const form = useRecordForm<Values, unknown>({
    defaults: { on: undefined, reason: "" },
    check: (values) => {
      const faults = checkRequired(values, { on: m.dates.missing, reason: m.reason.missing });
      if (values.on !== undefined && props.notBefore !== undefined && values.on < props.notBefore)
        faults.push({ name: "on", message: m.dates.order });
      return faults;
    },
    send: ({ on, reason }) => props.send({ on: on as PlainDate, reason }),
    // A term names its last day `to`; here there is one date in any case.
    nameOf: ([first]) => (first === "to" ? "on" : undefined),
    onDone: () => {
      props.onDone();
      props.onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={props.title}
      submitText={props.submitText}
      onClose={props.onClose}
      isDanger
    >
      <p>{props.text}</p>
      <FormDate
        form={form}
        name="on"
        label={props.dateLabel}
        actions={[{ label: m.onDay, date: today }]}
      />
      <FormReason form={form} />
    </FormDialog>
  );
}
