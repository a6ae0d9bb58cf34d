import { useRouteFocus } from "@kinward/ui/AppShell";
import { Button } from "@kinward/ui/Button";
import { Empty } from "@kinward/ui/Empty";
import { ErrorPanel } from "@kinward/ui/ErrorPanel";
import { Form } from "@kinward/ui/Form";
import { KeyValue } from "@kinward/ui/KeyValue";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Skeleton } from "@kinward/ui/Skeleton";
import type { InvitationView } from "@kinward/domain/views";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, trpc } from "../../api/client.ts";
import { faultOf } from "../../api/fault.ts";
import { paths } from "../../paths.ts";
import { faultWords } from "../shared/faults.ts";
import { FormText } from "../shared/form/fields.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { shared } from "../shared/messages.ts";
import { Plain } from "../shared/Plain.tsx";
import { useSend } from "../shared/send.ts";
import { invitation as m } from "./messages.ts";
import { type AcceptValues, checkAccept, tokenOf } from "./present.ts";

/** Where an invitation link leads: the invited person chooses a password. */
export function InvitationScreen() {
  const [token] = useState(() => tokenOf(location.hash));
  const [isDone, setDone] = useState(false);
  const query = useQuery(trpc.invitations.find.queryOptions({ token }, { retry: false }));
  useRouteFocus("invitation", `${m.title} · ${shared.appName}`);
  if (isDone)
    return (
      <Plain title={m.doneTitle} lead={m.doneText}>
        <div className="row">
          <LinkButton kind="primary" href={paths.signIn()}>
            {m.toSignIn}
          </LinkButton>
        </div>
      </Plain>
    );
  if (query.data !== undefined)
    return (
      <Plain title={m.title} lead={m.lead(query.data.name, query.data.organizationName)}>
        <AcceptForm token={token} view={query.data} onDone={() => setDone(true)} />
      </Plain>
    );
  if (query.isError) {
    const fault = faultOf(query.error);
    const isLost = fault.kind === "UNREACHABLE" || fault.kind === "BUG";
    return (
      <Plain title={m.invalidTitle}>
        {isLost ? (
          <ErrorPanel onRetry={() => void query.refetch()} isRetrying={query.isFetching}>
            {faultWords(fault)}
          </ErrorPanel>
        ) : (
          <Empty kind="noMatch" title={m.invalidText} />
        )}
      </Plain>
    );
  }
  return (
    <Plain title={m.title}>
      <Skeleton kind="text" count={4} />
    </Plain>
  );
}

interface AcceptFormProps {
  readonly token: string;
  readonly view: InvitationView;
  readonly onDone: () => void;
}

function AcceptForm({ token, view, onDone }: AcceptFormProps) {
  const send = useSend(api.invitations.accept.mutate);
  const form = useRecordForm<AcceptValues, { ok: true }>({
    defaults: { password: "", again: "" },
    check: checkAccept,
    send: ({ password }) => send({ token, password }),
    onDone: () => {
      // The token is used; it must not stay in the address.
      history.replaceState(history.state, "", location.pathname);
      onDone();
    },
  });
  const until = new Intl.DateTimeFormat("en-US", { dateStyle: "long" }).format(
    new Date(view.expiresAt),
  );
  return (
    <Form faults={form.faults} onSubmit={() => form.submit()}>
      <KeyValue facts={[{ label: m.email, value: view.email }]} />
      {/* Lets a password manager keep the new password under the right name. */}
      <input
        className="sr"
        type="email"
        autoComplete="username"
        value={view.email}
        readOnly
        tabIndex={-1}
        aria-hidden
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
        name="again"
        label={m.again}
        type="password"
        autoComplete="new-password"
        width="full"
      />
      <p className="muted small">{m.expires(until)}</p>
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
