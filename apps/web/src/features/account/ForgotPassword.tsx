import { useState } from "react";
import { Button } from "@kinward/ui/Button";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Form } from "@kinward/ui/Form";
import { TextField } from "@kinward/ui/TextField";
import { UiLink } from "@kinward/ui/UiLink";
import { authPost } from "../../api/auth.ts";
import { paths } from "../../app/paths.ts";
import { app } from "../../messages/en/app.ts";
import { account } from "../../messages/en/account.ts";
import { EntryPage } from "./EntryPage.tsx";
import { authProblem } from "./present.ts";

const words = account.forgot;

/** Asks for a link. The answer is the same whether the address is known or not. */
export default function ForgotPassword() {
  const [email, setEmail] = useState("");
  const [sent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);

  async function submit() {
    if (email.trim() === "")
      return setFaults([{ name: "email", message: account.signIn.enterEmail }]);
    if (busy) return;
    setBusy(true);
    const answer = await authPost("/request-password-reset", { email: email.trim() });
    setBusy(false);
    if (answer.ok) setSent(true);
    else
      setFaults([{ name: "email", message: authProblem(answer.code, account.signIn.enterEmail) }]);
  }

  return (
    <EntryPage title={sent ? words.sent : words.title}>
      {sent ? (
        <p role="status">{words.sentText}</p>
      ) : (
        <Form faults={faults} onSubmit={() => void submit()}>
          <p>{words.lead}</p>
          <TextField
            name="email"
            label={account.signIn.email}
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            error={faults[0]?.message}
            width="full"
          />
          <Button type="submit" kind="primary" wide isPending={busy} pendingText={app.loading}>
            {words.submit}
          </Button>
        </Form>
      )}
      <UiLink href={paths.signIn()}>{words.back}</UiLink>
    </EntryPage>
  );
}
