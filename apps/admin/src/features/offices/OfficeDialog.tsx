import type { OfficeId } from "@kinward/domain/kernel";
import { showToast } from "@kinward/ui/Toast";
import type { OfficeView } from "../../api/contract.ts";
import { FormReason, FormText } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { shared } from "../shared/messages.ts";
import { checkRequired } from "../shared/required.ts";
import { offices as m } from "./messages.ts";
import { filled } from "./present.ts";
import { useSaveOffice } from "./queries.ts";

/** Begins an office, or changes the one given. */
export function OfficeDialog(props: {
  readonly office?: OfficeView | undefined;
  readonly onClose: () => void;
}) {
  const { office, onClose } = props;
  const send = useSaveOffice();
  const form = useRecordForm<
    { name: string; county: string; phone: string; reason: string },
    { officeId: OfficeId }
  >({
    defaults: {
      name: office?.name ?? "",
      county: office?.county ?? "",
      phone: office?.phone ?? "",
      reason: "",
    },
    check: (values) =>
      checkRequired(values, { name: m.form.nameMissing, reason: shared.reason.missing }),
    send: ({ name, county, phone, reason }) => {
      const kept = { county: filled(county), phone: filled(phone) };
      return send({
        ...(office === undefined ? {} : { officeId: office.officeId }),
        name: name.trim(),
        ...(kept.county === undefined ? {} : { county: kept.county }),
        ...(kept.phone === undefined ? {} : { phone: kept.phone }),
        reason,
      });
    },
    onDone: () => {
      showToast(m.form.saved);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={office === undefined ? m.form.newOffice : m.form.editOffice(office.name)}
      submitText={m.form.submit}
      onClose={onClose}
    >
      <FormText form={form} name="name" label={m.form.name} autoComplete="off" />
      <FormText form={form} name="county" label={m.form.county} mark="optional" />
      <FormText form={form} name="phone" label={m.form.phone} type="tel" mark="optional" />
      <FormReason form={form} />
    </FormDialog>
  );
}
