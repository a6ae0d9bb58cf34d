import type { StaffId } from "@kinward/domain/kernel";
import type { StaffView } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { KeyValue } from "@kinward/ui/KeyValue";
import { showToast } from "@kinward/ui/Toast";
import { useParams } from "@tanstack/react-router";
import { paths } from "../../paths.ts";
import { RecordFormView } from "../shared/form/RecordFormView.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { useGo } from "../shared/go.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { shared } from "../shared/messages.ts";
import { NotHere } from "../shared/NotHere.tsx";
import { Page } from "../shared/Page.tsx";
import { useMayChange, useMe } from "../shared/session.ts";
import { AccessFields } from "./AccessFields.tsx";
import { people as m } from "./messages.ts";
import { accessInput, type AccessValues, checkAccess, valuesOf } from "./present.ts";
import { useChangeAccess, usePerson } from "./queries.ts";

export function EditPersonScreen() {
  const { staffId } = useParams({ strict: false }) as { staffId: StaffId };
  const mayChange = useMayChange();
  const query = usePerson(staffId);
  const title = query.data === undefined ? m.change : m.form.editTitle(query.data.name);
  return (
    <Page title={title} lead={m.form.from} narrow>
      <Card label={title}>
        {mayChange ? (
          <Loaded query={query} skeleton="text">
            {(person) => <EditForm person={person} />}
          </Loaded>
        ) : (
          <NotHere />
        )}
      </Card>
    </Page>
  );
}

function EditForm({ person }: { readonly person: StaffView }) {
  const { today } = useMe();
  const go = useGo();
  const send = useChangeAccess();
  const form = useRecordForm<AccessValues, { ok: true }>({
    defaults: valuesOf(person, today),
    check: checkAccess,
    send: (values) => send({ staffId: person.staffId, ...accessInput(values) }),
    onDone: () => {
      showToast(m.form.saved);
      go(paths.person(person.staffId));
    },
  });
  return (
    <RecordFormView form={form} submitText={m.form.submit} back={paths.person(person.staffId)}>
      <KeyValue
        facts={[
          { label: m.facts.email, value: person.email },
          {
            label: m.facts.organization,
            value:
              person.organizationId === undefined ? shared.department : person.organizationName,
          },
        ]}
      />
      <AccessFields form={form} self={person.staffId} />
    </RecordFormView>
  );
}
