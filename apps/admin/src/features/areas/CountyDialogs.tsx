import type { PlainDate } from "@kinward/domain/kernel";
import { showToast } from "@kinward/ui/Toast";
import { FormDate, FormReason, FormText } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { shared } from "../shared/messages.ts";
import { checkRequired } from "../shared/required.ts";
import { useMe } from "../shared/session.ts";
import { areas as m } from "./messages.ts";
import type { ContractAreaView, CountyPeriod } from "./present.ts";
import { useEndCounty, useSetCounty } from "./queries.ts";

interface DialogProps {
  readonly area: ContractAreaView;
  readonly onClose: () => void;
}

interface AddValues {
  county: string;
  from: PlainDate | undefined;
  reason: string;
}

export function AddCountyDialog({ area, onClose }: DialogProps) {
  const { today } = useMe();
  const send = useSetCounty();
  const form = useRecordForm<AddValues, { ok: true }>({
    defaults: { county: "", from: undefined, reason: "" },
    check: (values) =>
      checkRequired(values, {
        county: m.counties.nameMissing,
        from: shared.dates.missing,
        reason: shared.reason.missing,
      }),
    send: ({ county, from, reason }) =>
      send({
        contractAreaId: area.contractAreaId,
        county: county.trim(),
        from: from as PlainDate,
        reason,
      }),
    onDone: (_answer, { county }) => {
      showToast(m.counties.done(county.trim()));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={m.counties.addTitle}
      submitText={m.counties.submitAdd}
      onClose={onClose}
    >
      <p className="muted">{m.counties.addHint}</p>
      <FormText form={form} name="county" label={m.counties.name} hint={m.counties.nameHint} />
      <FormDate
        form={form}
        name="from"
        label={m.counties.from}
        actions={[{ label: shared.onDay, date: today }]}
      />
      <FormReason form={form} />
    </FormDialog>
  );
}

interface EndValues {
  to: PlainDate | undefined;
  reason: string;
}

export function EndCountyDialog({
  area,
  county,
  onClose,
}: DialogProps & { readonly county: CountyPeriod }) {
  const { today } = useMe();
  const send = useEndCounty();
  const form = useRecordForm<EndValues, { ok: true }>({
    defaults: { to: undefined, reason: "" },
    check: (values) => {
      const faults = checkRequired(values, {
        to: shared.dates.missing,
        reason: shared.reason.missing,
      });
      if (values.to !== undefined && values.to < county.from)
        faults.push({ name: "to", message: shared.dates.order });
      return faults;
    },
    send: ({ to, reason }) =>
      send({
        contractAreaId: area.contractAreaId,
        county: county.county,
        to: to as PlainDate,
        reason,
      }),
    onDone: () => {
      showToast(m.counties.done(county.county));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={m.counties.endTitle(county.county)}
      submitText={m.counties.submitEnd}
      onClose={onClose}
      isDanger
    >
      <FormDate
        form={form}
        name="to"
        label={m.counties.to}
        actions={[{ label: shared.onDay, date: today }]}
      />
      <FormReason form={form} />
    </FormDialog>
  );
}
