import { useState } from "react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { Form } from "@kinward/ui/Form";
import { PageHeader } from "@kinward/ui/PageHeader";
import { TextField } from "@kinward/ui/TextField";
import { api, queryClient } from "../../api/client.ts";
import { authPost } from "../../api/auth.ts";
import { useMe } from "../../app/me.ts";
import { toast } from "../../app/toast.ts";
import { app } from "../../messages/en/app.ts";
import { account } from "../../messages/en/account.ts";
import { authProblem, secretOf } from "./present.ts";

const words = account.twoFactor;
const refreshMe = () => queryClient.invalidateQueries({ queryKey: api.session.me.queryKey() });

/** Sets up, or turns off, the second step of signing in. */
export default function TwoFactor() {
  const me = useMe();
  const [setup, setSetup] = useState<{
    readonly totpURI: string;
    readonly backupCodes: readonly string[];
  }>();
  return (
    <div className="page page-narrow">
      <PageHeader title={words.title} />
      {setup ? (
        <Card>
          <Confirm
            {...setup}
            onDone={() => {
              setSetup(undefined);
              toast(words.turnedOn);
              void refreshMe();
            }}
          />
        </Card>
      ) : (
        <Card title={me.twoFactorEnabled ? words.on : words.off}>
          <div className="stack">
            <p>{me.twoFactorEnabled ? words.onText : words.offText}</p>
            <WithPassword
              isOn={me.twoFactorEnabled}
              onEnabled={setSetup}
              onDisabled={() => {
                toast(words.turnedOff);
                void refreshMe();
              }}
            />
          </div>
        </Card>
      )}
    </div>
  );
}

interface WithPasswordProps {
  isOn: boolean;
  onEnabled: (setup: { totpURI: string; backupCodes: readonly string[] }) => void;
  onDisabled: () => void;
}

function WithPassword({ isOn, onEnabled, onDisabled }: WithPasswordProps) {
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit() {
    if (password === "") return setProblem(account.signIn.enterPassword);
    if (busy) return;
    setBusy(true);
    const answer = await authPost<{ totpURI: string; backupCodes: readonly string[] }>(
      isOn ? "/two-factor/disable" : "/two-factor/enable",
      { password },
    );
    setBusy(false);
    if (!answer.ok) return setProblem(authProblem(answer.code, words.wrongPassword));
    if (isOn) onDisabled();
    else onEnabled(answer.data);
  }

  return (
    <Form onSubmit={() => void submit()}>
      <TextField
        name="password"
        label={words.password}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={problem}
      />
      <div>
        <Button
          type="submit"
          kind={isOn ? "danger" : "primary"}
          isPending={busy}
          pendingText={app.saving}
        >
          {isOn ? words.turnOff : words.begin}
        </Button>
      </div>
    </Form>
  );
}

function Confirm({
  totpURI,
  backupCodes,
  onDone,
}: {
  totpURI: string;
  backupCodes: readonly string[];
  onDone: () => void;
}) {
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string>();

  async function submit() {
    if (code.trim() === "") return setProblem(account.second.enterCode);
    const answer = await authPost("/two-factor/verify-totp", { code: code.replaceAll(" ", "") });
    if (answer.ok) onDone();
    else setProblem(authProblem(answer.code, account.second.wrong));
  }

  return (
    <Form onSubmit={() => void submit()}>
      <div className="stack-small">
        <h2>{words.secret}</h2>
        <p className="muted">{words.secretHint}</p>
        <p>
          <code className="secret">{secretOf(totpURI)}</code>
        </p>
        <p>
          <a href={totpURI}>{words.openApp}</a>
        </p>
      </div>
      <div className="stack-small">
        <h2>{words.codes}</h2>
        <p className="muted">{words.codesHint}</p>
        <ul className="backup-codes">
          {backupCodes.map((each) => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
        </ul>
        <div>
          <Button
            onPress={() =>
              void navigator.clipboard
                .writeText(backupCodes.join("\n"))
                .then(() => toast(words.copied))
            }
          >
            {words.copy}
          </Button>
        </div>
      </div>
      <TextField
        name="code"
        label={account.second.code}
        hint={account.second.lead}
        inputMode="numeric"
        autoComplete="one-time-code"
        width="short"
        value={code}
        onChange={setCode}
        error={problem}
      />
      <div>
        <Button type="submit" kind="primary">
          {words.confirm}
        </Button>
      </div>
    </Form>
  );
}
