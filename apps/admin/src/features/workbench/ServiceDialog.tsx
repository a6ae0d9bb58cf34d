import type { Episode } from "@kinward/domain/casefile";
import { SERVICE_TYPES } from "@kinward/domain/people";
import { FormDate, FormPick } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { labelWords } from "../shared/words.ts";
import { serviceValues, type ServiceValues } from "./edit-service.ts";
import { serviceFaults } from "./faults.ts";
import { workbench } from "./messages.ts";
import { useFactForm } from "./use-fact-form.ts";

const m = workbench.service;

interface ServiceDialogProps {
  readonly service: Episode | undefined;
  readonly onDone: (values: ServiceValues) => void;
  readonly onClose: () => void;
}

/** One service of the case, from its effective date on. */
export function ServiceDialog({ service, onDone, onClose }: ServiceDialogProps) {
  const form = useFactForm<ServiceValues>({
    defaults: serviceValues(service),
    check: serviceFaults,
    onDone,
  });
  return (
    <FormDialog
      form={form}
      title={service === undefined ? m.addTitle : m.changeTitle}
      submitText={service === undefined ? workbench.submitAdd : workbench.submitChange}
      onClose={onClose}
    >
      <FormPick
        form={form}
        name="serviceType"
        label={m.type}
        as="radio"
        choices={SERVICE_TYPES.map((id) => ({ id, label: labelWords.serviceType[id] }))}
      />
      <FormDate form={form} name="effectiveDate" label={m.effectiveShort} />
      <FormDate form={form} name="lastServiceDay" label={m.last} mark="optional" />
    </FormDialog>
  );
}
