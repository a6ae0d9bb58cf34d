import type { OrganizationId } from "@kinward/domain/kernel";
import type { OrganizationView } from "@kinward/domain/views";
import { showToast } from "@kinward/ui/Toast";
import { paths } from "../../paths.ts";
import { kindOfOrganizationWords } from "../shared/code-words.ts";
import { FormChips, FormReason, FormText } from "../shared/form/fields.tsx";
import { RecordFormView } from "../shared/form/RecordFormView.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { useGo } from "../shared/go.tsx";
import { organizations as m } from "./messages.ts";
import { checkOrganization, inputOf, KINDS, type OrganizationValues, valuesOf } from "./present.ts";
import { useSaveOrganization } from "./queries.ts";

/** Begins an organization, or changes the one given. */
export function OrganizationForm({ record }: { readonly record?: OrganizationView }) {
  const send = useSaveOrganization();
  const go = useGo();
  const form = useRecordForm<OrganizationValues, { organizationId: OrganizationId }>({
    defaults: valuesOf(record),
    check: checkOrganization,
    send: (values) =>
      send({
        ...(record === undefined ? {} : { organizationId: record.organizationId }),
        ...inputOf(values),
      }),
    onDone: ({ organizationId }) => {
      showToast(m.form.saved);
      go(record === undefined ? paths.organization(organizationId) : paths.organizations());
    },
  });
  return (
    <RecordFormView
      form={form}
      submitText={record === undefined ? m.form.submitNew : m.form.submit}
      back={paths.organizations()}
    >
      <FormText form={form} name="name" label={m.form.name} autoComplete="off" />
      <FormChips
        form={form}
        name="kinds"
        label={m.form.kinds}
        hint={m.form.kindsHint}
        choices={KINDS.map((kind) => ({ id: kind, label: kindOfOrganizationWords[kind] }))}
      />
      <FormText form={form} name="phone" label={m.form.phone} type="tel" mark="optional" />
      <FormText form={form} name="email" label={m.form.email} type="email" mark="optional" />
      <FormReason form={form} />
    </RecordFormView>
  );
}
