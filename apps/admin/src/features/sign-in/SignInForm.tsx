import { Button } from "@kinward/ui/Button";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Form } from "@kinward/ui/Form";
import { TextField } from "@kinward/ui/TextField";
import { useState } from "react";
import type { SignInAnswer } from "../../api/auth.ts";
import { signIn as m } from "./messages.ts";
import { answerFaults, missingFaults } from "./present.ts";

interface SignInFormProps {
  readonly email?: string;
  readonly onDone: () => void | Promise<void>;
}

/** E-mail and password, then the second step where the account has one. */
export function SignInForm({ email: known = "", onDone }: SignInFormProps) {
  const [step, setStep] = useState<"PASSWORD" | "APP" | "BACKUP">("PASSWORD");
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [isSending, setSending] = useState(false);
  const errorOf = (name: string) => faults.find((fault) => fault.name === name)?.message;

  const attempt = async (send: () => Promise<SignInAnswer>) => {
    setSending(true);
    const answer = await send();
    setSending(false);
    setFaults(answerFaults(answer, step));
    if (answer.kind === "SECOND_STEP") setStep("APP");
    if (answer.kind === "IN") await onDone();
  };

  const submit = () => {
    if (isSending) return;
    const missing = missingFaults(step, { email, password, code });
    setFaults(missing);
    if (missing.length > 0) return;
    void attempt(async () => {
      const auth = await import("../../api/auth.ts");
      return step === "PASSWORD"
        ? auth.signIn(email.trim(), password)
        : auth.verifyCode(code.trim(), step);
    });
  };

  const goTo = (next: typeof step) => {
    setStep(next);
    setCode("");
    setFaults([]);
  };

  return (
    <Form faults={faults} onSubmit={submit}>
      {step === "PASSWORD" ? (
        <>
          <TextField
            name="email"
            label={m.email}
            type="email"
            autoComplete="username"
            width="full"
            value={email}
            onChange={setEmail}
            error={errorOf("email")}
          />
          <TextField
            name="password"
            label={m.password}
            type="password"
            autoComplete="current-password"
            width="full"
            value={password}
            onChange={setPassword}
            error={errorOf("password")}
          />
        </>
      ) : (
        <>
          <h2>{m.codeTitle}</h2>
          <TextField
            key={step}
            name="code"
            label={step === "APP" ? m.code : m.backupCode}
            hint={step === "APP" ? m.codeApp : m.codeBackup}
            autoComplete="one-time-code"
            inputMode={step === "APP" ? "numeric" : "text"}
            width={step === "APP" ? "short" : "full"}
            autoFocus
            value={code}
            onChange={setCode}
            error={errorOf("code")}
          />
        </>
      )}
      <div className="row">
        <Button type="submit" kind="primary" isPending={isSending} pendingText={m.sending}>
          {step === "PASSWORD" ? m.submit : m.codeSubmit}
        </Button>
        {step !== "PASSWORD" && (
          <>
            <Button kind="quiet" onPress={() => goTo(step === "APP" ? "BACKUP" : "APP")}>
              {step === "APP" ? m.useBackup : m.useApp}
            </Button>
            <Button kind="quiet" onPress={() => goTo("PASSWORD")}>
              {m.again}
            </Button>
          </>
        )}
      </div>
    </Form>
  );
}
