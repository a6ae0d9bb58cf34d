import type { Episode } from "@kinward/domain/casefile";
import { FormDate, FormPick, FormText } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useMe } from "../shared/session.ts";
import { type TermRow, termValues, type TermValues } from "./edit-service.ts";
import { termFaults } from "./faults.ts";
import { workbench } from "./messages.ts";
import { serviceWords } from "./present.ts";
import { useFactForm } from "./use-fact-form.ts";

const m = workbench.coordinators;

interface CoordinatorDialogProps {
  readonly services: readonly Episode[];
  readonly row: TermRow | undefined;
  readonly onDone: (values: TermValues) => void;
  readonly onClose: () => void;
}

/** One time with a care coordinator. */
export function CoordinatorDialog({ services, row, onDone, onClose }: CoordinatorDialogProps) {
  const { today } = useMe();
  const isOne = services.length < 2;
  const form = useFactForm<TermValues>({
    defaults: termValues(row),
    check: (values) => termFaults(values, isOne),
    onDone,
  });
  return (
    <FormDialog
      form={form}
      title={row === undefined ? m.addTitle : m.changeTitle}
      submitText={row === undefined ? workbench.submitAdd : workbench.submitChange}
      onClose={onClose}
    >
      {!isOne && (
        <FormPick
          form={form}
          name="service"
          label={m.service}
          choices={services.map((one) => ({ id: one.id, label: serviceWords(one, today) }))}
        />
      )}
      <FormText form={form} name="name" label={m.name} mark="optional" autoComplete="off" />
      <FormDate form={form} name="from" label={m.from} />
      <FormDate form={form} name="to" label={m.to} mark="optional" />
    </FormDialog>
  );
}
