import type { ContractAreaId, PlainDate, ServiceAreaId } from "@kinward/domain/kernel";
import type { ServiceAreaView } from "@kinward/domain/views";
import { showToast } from "@kinward/ui/Toast";
import { FormDate, FormPick, FormReason, FormText } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { shared } from "../shared/messages.ts";
import { checkRequired } from "../shared/required.ts";
import { areas as m } from "./messages.ts";
import { useBeginArea } from "./queries.ts";

interface Values {
  serviceAreaId: string | undefined;
  subareaName: string;
  from: PlainDate | undefined;
  reason: string;
}

export function BeginAreaDialog({
  services,
  onClose,
}: {
  readonly services: readonly ServiceAreaView[];
  readonly onClose: () => void;
}) {
  const send = useBeginArea();
  const form = useRecordForm<Values, { contractAreaId: ContractAreaId }>({
    defaults: { serviceAreaId: undefined, subareaName: "", from: undefined, reason: "" },
    check: (values) =>
      checkRequired(values, {
        serviceAreaId: m.start.serviceMissing,
        from: shared.dates.missing,
        reason: shared.reason.missing,
      }),
    send: ({ serviceAreaId, subareaName, from, reason }) =>
      send({
        serviceAreaId: serviceAreaId as ServiceAreaId,
        ...(subareaName.trim() === "" ? {} : { subareaName: subareaName.trim() }),
        from: from as PlainDate,
        reason,
      }),
    onDone: () => {
      showToast(m.start.done);
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={m.begin} submitText={m.start.submit} onClose={onClose}>
      <FormPick
        form={form}
        name="serviceAreaId"
        label={m.start.service}
        choices={services.map((service) => ({ id: service.serviceAreaId, label: service.name }))}
      />
      <FormText
        form={form}
        name="subareaName"
        label={m.start.subarea}
        hint={m.start.subareaHint}
        mark="optional"
      />
      <FormDate form={form} name="from" label={m.start.from} />
      <FormReason form={form} />
    </FormDialog>
  );
}
