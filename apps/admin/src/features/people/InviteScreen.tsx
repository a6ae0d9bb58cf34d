import type { StaffId } from "@kinward/domain/kernel";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { LinkButton } from "@kinward/ui/LinkButton";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { FormPick, FormText } from "../shared/form/fields.tsx";
import { RecordFormView } from "../shared/form/RecordFormView.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { NotHere } from "../shared/NotHere.tsx";
import { Page } from "../shared/Page.tsx";
import { useMayChange, useMe } from "../shared/session.ts";
import { AccessFields } from "./AccessFields.tsx";
import { InvitationLink } from "./InvitationLink.tsx";
import { people as m } from "./messages.ts";
import {
  accessInput,
  type AccessValues,
  checkAccess,
  identityInput,
  valuesOf,
  type Works,
  rolesFor,
} from "./present.ts";
import { useInvite, useOrganizations } from "./queries.ts";

interface Invited {
  readonly staffId: StaffId;
  readonly name: string;
  readonly email: string;
  readonly link?: string;
}

export function InviteScreen() {
  const mayChange = useMayChange();
  const [invited, setInvited] = useState<Invited | undefined>(undefined);
  if (invited !== undefined)
    return (
      <Page title={m.link.doneTitle(invited.name)} narrow>
        <Card label={m.link.title}>
          {invited.link === undefined ? (
            <p>{m.link.mailed(invited.email)}</p>
          ) : (
            <InvitationLink name={invited.name} link={invited.link} />
          )}
          <div className="row">
            <LinkButton kind="primary" href={paths.person(invited.staffId)}>
              {m.link.toPerson}
            </LinkButton>
            <Button onPress={() => setInvited(undefined)}>{m.link.again}</Button>
          </div>
        </Card>
      </Page>
    );
  return (
    <Page title={m.form.inviteTitle} narrow>
      <Card label={m.form.inviteTitle}>
        {mayChange ? <InviteForm onDone={setInvited} /> : <NotHere />}
      </Card>
    </Page>
  );
}

function InviteForm({ onDone }: { readonly onDone: (invited: Invited) => void }) {
  const { today } = useMe();
  const send = useInvite();
  const organizations = useOrganizations();
  const form = useRecordForm<AccessValues, { staffId: StaffId; link?: string }>({
    defaults: valuesOf(undefined, today),
    check: checkAccess,
    send: (values) => send({ ...identityInput(values), ...accessInput(values) }),
    onDone: (answer, values) => onDone({ ...answer, ...identityInput(values) }),
  });
  const [works] = form.useValue("works");
  return (
    <RecordFormView form={form} submitText={m.form.submitInvite} back={paths.people()}>
      <FormText form={form} name="name" label={m.form.name} autoComplete="off" />
      <FormText
        form={form}
        name="email"
        label={m.form.email}
        hint={m.form.emailHint}
        type="email"
        autoComplete="off"
      />
      <FormPick
        form={form}
        name="works"
        label={m.form.works}
        as="segments"
        choices={[
          { id: "DEPARTMENT", label: m.form.department },
          { id: "ORGANIZATION", label: m.form.organization },
        ]}
        onPick={(next) => {
          // Roles of the one do not exist in the other.
          form.set(
            "roles",
            form
              .values()
              .roles.filter((role) =>
                (rolesFor(next as Works) as readonly string[]).includes(role),
              ),
          );
          form.set("supervisorId", undefined);
        }}
      />
      {works === "ORGANIZATION" && (
        <FormPick
          form={form}
          name="organizationId"
          label={m.form.organizationPick}
          as="search"
          choices={(organizations.data?.organizations ?? [])
            .filter((entry) => entry.endedOn === undefined)
            .map((entry) => ({ id: entry.organizationId, label: entry.name }))}
        />
      )}
      <AccessFields form={form} />
    </RecordFormView>
  );
}
