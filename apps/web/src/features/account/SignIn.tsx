import { useState } from "react";
import { getRouteApi } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Form } from "@kinward/ui/Form";
import { TextField } from "@kinward/ui/TextField";
import { UiLink } from "@kinward/ui/UiLink";
import { api } from "../../api/client.ts";
import { authPost } from "../../api/auth.ts";
import { paths, safeNext } from "../../app/paths.ts";
import { app } from "../../messages/en/app.ts";
import { account } from "../../messages/en/account.ts";
import { EntryPage } from "./EntryPage.tsx";
import { authProblem } from "./present.ts";

const route = getRouteApi("/sign-in");

/** After signing in the app is loaded anew: nothing of the person before stays in memory. */
const enter = (next: string | undefined) => location.assign(safeNext(next));

export default function SignIn() {
  const { next, why } = route.useSearch();
  const [second, setSecond] = useState(false);
  if (second) return <SecondFactor onDone={() => enter(next)} />;
  return (
    <EntryPage title={account.signIn.title}>
      {why !== undefined && (
        <p role="status" className="banner banner-info">
          {why === "time-out" ? account.signIn.timeOut : account.signIn.signedOut}
        </p>
      )}
      <Setup />
      <Password onDone={() => enter(next)} onSecond={() => setSecond(true)} />
    </EntryPage>
  );
}

function Setup() {
  const status = useQuery({ ...api.setup.status.queryOptions({}), retry: false });
  if (!status.data?.needed) return null;
  return (
    <p>
      {account.signIn.setup} <UiLink href="/setup">{account.signIn.setupLink}</UiLink>
    </p>
  );
}

function Password({ onDone, onSecond }: { onDone: () => void; onSecond: () => void }) {
  const words = account.signIn;
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [busy, setBusy] = useState(false);
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.message;

  async function submit() {
    const missing = [
      ...(email.trim() === "" ? [{ name: "email", message: words.enterEmail }] : []),
      ...(password === "" ? [{ name: "password", message: words.enterPassword }] : []),
    ];
    setFaults(missing);
    if (missing.length > 0 || busy) return;
    setBusy(true);
    const answer = await authPost<{ twoFactorRedirect?: boolean }>("/sign-in/email", {
      email: email.trim(),
      password,
    });
    setBusy(false);
    if (!answer.ok) setFaults([{ message: authProblem(answer.code, words.wrong) }]);
    else if (answer.data.twoFactorRedirect) onSecond();
    else onDone();
  }

  return (
    <Form faults={faults} onSubmit={() => void submit()}>
      <TextField
        name="email"
        label={words.email}
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={faultOf("email")}
        width="full"
      />
      <TextField
        name="password"
        label={words.password}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={faultOf("password")}
        width="full"
      />
      <Button type="submit" kind="primary" wide isPending={busy} pendingText={app.loading}>
        {words.submit}
      </Button>
      <UiLink href={paths.forgotPassword()}>{words.forgot}</UiLink>
    </Form>
  );
}

function SecondFactor({ onDone }: { onDone: () => void }) {
  const words = account.second;
  const [backup, setBackup] = useState(false);
  const [code, setCode] = useState("");
  const [trustDevice, setTrust] = useState(false);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [busy, setBusy] = useState(false);

  async function submit() {
    if (code.trim() === "") return setFaults([{ name: "code", message: words.enterCode }]);
    if (busy) return;
    setBusy(true);
    const answer = await authPost(
      backup ? "/two-factor/verify-backup-code" : "/two-factor/verify-totp",
      {
        code: code.replaceAll(" ", ""),
        trustDevice,
      },
    );
    setBusy(false);
    if (answer.ok) onDone();
    else setFaults([{ name: "code", message: authProblem(answer.code, words.wrong) }]);
  }

  return (
    <EntryPage title={words.title}>
      <Form faults={faults} onSubmit={() => void submit()}>
        <p>{backup ? words.backupLead : words.lead}</p>
        <TextField
          key={String(backup)}
          name="code"
          label={backup ? words.backupCode : words.code}
          inputMode={backup ? "text" : "numeric"}
          autoComplete="one-time-code"
          width="short"
          autoFocus
          value={code}
          onChange={setCode}
          error={faults[0]?.message}
        />
        <CheckboxField
          name="trustDevice"
          label={words.trust}
          value={trustDevice}
          onChange={setTrust}
        />
        <Button type="submit" kind="primary" wide isPending={busy} pendingText={app.loading}>
          {words.submit}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            setBackup(!backup);
            setCode("");
            setFaults([]);
          }}
        >
          {backup ? words.useApp : words.useBackup}
        </Button>
      </Form>
    </EntryPage>
  );
}
