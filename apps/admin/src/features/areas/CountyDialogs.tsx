import type { PlainDate } from "@kinward/domain/kernel";
import { showToast } from "@kinward/ui/Toast";
import { EndDialog } from "../shared/form/EndDialog.tsx";
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

export function EndCountyDialog({
  area,
  county,
  onClose,
}: DialogProps & { readonly county: CountyPeriod }) {
  const send = useEndCounty();
  return (
    <EndDialog
      title={m.counties.endTitle(county.county)}
      text={m.counties.endText}
      dateLabel={m.counties.to}
      submitText={m.counties.submitEnd}
      notBefore={county.from}
      send={({ on, reason }) =>
        send({ contractAreaId: area.contractAreaId, county: county.county, to: on, reason })
      }
      onDone={() => showToast(m.counties.done(county.county))}
      onClose={onClose}
    />
  );
}
