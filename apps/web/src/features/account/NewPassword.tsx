import { useState } from "react";
import { Button } from "@kinward/ui/Button";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Form } from "@kinward/ui/Form";
import { TextField } from "@kinward/ui/TextField";
import { app } from "../../messages/en/app.ts";
import { account } from "../../messages/en/account.ts";
import { passwordFaults } from "./present.ts";

/** A password, typed twice. */
export function NewPassword({
  submitText,
  onSubmit,
}: {
  submitText: string;
  onSubmit: (password: string) => Promise<string | undefined>;
}) {
  const words = account.reset;
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.message;

  async function submit() {
    const found = passwordFaults(password, again);
    setFaults(found);
    if (found.length > 0 || busy) return;
    setBusy(true);
    const problem = await onSubmit(password);
    setBusy(false);
    if (problem !== undefined) setFaults([{ message: problem }]);
  }

  return (
    <Form faults={faults} onSubmit={() => void submit()}>
      <TextField
        name="password"
        label={words.password}
        hint={words.hint}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={faultOf("password")}
        width="full"
      />
      <TextField
        name="again"
        label={words.again}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        error={faultOf("again")}
        width="full"
      />
      <Button type="submit" kind="primary" wide isPending={busy} pendingText={app.saving}>
        {submitText}
      </Button>
    </Form>
  );
}
