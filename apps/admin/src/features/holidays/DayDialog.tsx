import type { PlainDate } from "@kinward/domain/kernel";
import type { Holiday } from "@kinward/domain/policy";
import { FormDate, FormText } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { holidays as m } from "./messages.ts";
import { checkDay, type DayValues } from "./present.ts";

interface DayDialogProps {
  readonly year: number;
  /** The line that is changed; a new one without it. */
  readonly day: Holiday | undefined;
  readonly others: readonly Holiday[];
  readonly onDone: (day: Holiday) => void;
  readonly onClose: () => void;
}

/** One line of the list. Nothing is sent: the whole list is published together. */
export function DayDialog({ year, day, others, onDone, onClose }: DayDialogProps) {
  const form = useRecordForm<DayValues, Holiday>({
    defaults: { date: day?.date, name: day?.name ?? "", actual: day?.actual },
    check: (values) => checkDay(values, year, others),
    send: async ({ date, name, actual }) => ({
      ok: true,
      output: {
        date: date as PlainDate,
        name: name.trim(),
        // Named only where it differs from the closed day.
        ...(actual === undefined || actual === date ? {} : { actual }),
      },
    }),
    onDone,
  });
  return (
    <FormDialog
      form={form}
      title={day === undefined ? m.day.addTitle : m.day.changeTitle(day.name)}
      submitText={day === undefined ? m.day.submitAdd : m.day.submitChange}
      onClose={onClose}
    >
      <FormText form={form} name="name" label={m.day.name} autoComplete="off" />
      <FormDate form={form} name="date" label={m.day.date} />
      <FormDate
        form={form}
        name="actual"
        label={m.day.actual}
        hint={m.day.actualHint}
        mark="optional"
      />
    </FormDialog>
  );
}
