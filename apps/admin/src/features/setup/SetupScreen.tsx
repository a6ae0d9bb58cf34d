import { useRouteFocus } from "@kinward/ui/AppShell";
import { Button } from "@kinward/ui/Button";
import { Empty } from "@kinward/ui/Empty";
import { Form } from "@kinward/ui/Form";
import { LinkButton } from "@kinward/ui/LinkButton";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api } from "../../api/client.ts";
import { paths } from "../../paths.ts";
import { FormPick, FormText } from "../shared/form/fields.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { Loaded } from "../shared/Loaded.tsx";
import { shared } from "../shared/messages.ts";
import { Plain } from "../shared/Plain.tsx";
import { useSend } from "../shared/send.ts";
import { setupQuery } from "../shared/session.ts";
import { setup as m } from "./messages.ts";
import { checkSetup, type SetupValues, zoneChoices } from "./present.ts";

/** The first page of an empty server. */
export function SetupScreen() {
  const status = useQuery(setupQuery());
  const [isDone, setDone] = useState(false);
  useRouteFocus("setup", `${m.title} · ${shared.appName}`);
  if (isDone)
    return (
      <Plain title={m.doneTitle} lead={m.doneText}>
        <ToSignIn />
      </Plain>
    );
  return (
    <Loaded query={status} skeleton="text">
      {({ needed }) =>
        needed ? (
          <Plain title={m.title} lead={m.lead}>
            <SetupForm onDone={() => setDone(true)} />
          </Plain>
        ) : (
          <Plain title={m.already}>
            <Empty kind="allDone" title={m.alreadyText} action={<ToSignIn />} />
          </Plain>
        )
      }
    </Loaded>
  );
}

const ToSignIn = () => (
  <div className="row">
    <LinkButton kind="primary" href={paths.signIn()}>
      {m.toSignIn}
    </LinkButton>
  </div>
);

function SetupForm({ onDone }: { readonly onDone: () => void }) {
  const send = useSend(api.setup.create.mutate);
  const zones = useMemo(() => zoneChoices(Intl.supportedValuesOf("timeZone")), []);
  const form = useRecordForm<SetupValues, { ok: true }>({
    defaults: { agencyName: "", timeZone: undefined, name: "", email: "", password: "", token: "" },
    check: checkSetup,
    send: ({ timeZone, ...values }) =>
      send({
        ...values,
        timeZone: timeZone ?? "",
        email: values.email.trim(),
        token: values.token.trim(),
      }),
    onDone,
  });
  return (
    <Form faults={form.faults} onSubmit={() => form.submit()}>
      <h2>{m.agencyPart}</h2>
      <FormText form={form} name="agencyName" label={m.agencyName} width="full" />
      <FormPick
        form={form}
        name="timeZone"
        label={m.timeZone}
        hint={m.timeZoneHint}
        choices={zones}
        as="search"
      />
      <h2>{m.adminPart}</h2>
      <FormText form={form} name="name" label={m.name} autoComplete="name" width="full" />
      <FormText
        form={form}
        name="email"
        label={m.email}
        type="email"
        autoComplete="username"
        width="full"
      />
      <FormText
        form={form}
        name="password"
        label={m.password}
        hint={m.passwordHint}
        type="password"
        autoComplete="new-password"
        width="full"
      />
      <FormText
        form={form}
        name="token"
        label={m.token}
        hint={m.tokenHint}
        autoComplete="off"
        width="full"
      />
      <div className="row">
        <Button
          type="submit"
          kind="primary"
          isPending={form.isSending}
          pendingText={shared.sending}
        >
          {m.submit}
        </Button>
      </div>
    </Form>
  );
}
