import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { v7 as uuidv7 } from "uuid";
import { Button } from "@kinward/ui/Button";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Form } from "@kinward/ui/Form";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { TextField } from "@kinward/ui/TextField";
import { api, trpcClient } from "../../api/client.ts";
import { authPost } from "../../api/auth.ts";
import { failureOf } from "../../api/failure.ts";
import { paths } from "../../app/paths.ts";
import { account } from "../../messages/en/account.ts";
import { app } from "../../messages/en/app.ts";
import { faultsOfFailure } from "../shared/faults.ts";
import { EntryPage } from "./EntryPage.tsx";
import { MIN_PASSWORD } from "./present.ts";

const words = account.setup;
const FIELDS = ["agencyName", "timeZone", "name", "email", "password", "token"] as const;
type Field = (typeof FIELDS)[number];

/** The first step of an empty Kinward: the agency and its first administrator. */
export default function Setup() {
  const status = useQuery(api.setup.status.queryOptions({}));
  const [values, setValues] = useState<Partial<Record<Field, string>>>({});
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [busy, setBusy] = useState(false);
  const faultOf = (name: Field) => faults.find((fault) => fault.name === name)?.message;
  const field = (name: Field) => ({
    name,
    label: words[name],
    value: values[name] ?? "",
    onChange: (value: string) => setValues((now) => ({ ...now, [name]: value })),
    error: faultOf(name),
    width: "full" as const,
  });

  async function submit() {
    const missing: FieldFault[] = FIELDS.filter((name) => (values[name] ?? "").trim() === "").map(
      (name) => ({ name, message: words.enter }),
    );
    if ((values.password ?? "").length < MIN_PASSWORD && values.password)
      missing.push({ name: "password", message: account.reset.tooShort });
    setFaults(missing);
    if (missing.length > 0 || busy) return;
    setBusy(true);
    try {
      await trpcClient.setup.create.mutate({
        ...(values as Record<Field, string>),
        commandId: uuidv7(),
      } as never);
      const answer = await authPost("/sign-in/email", {
        email: values.email,
        password: values.password,
      });
      location.assign(answer.ok ? paths.admin() : paths.signIn());
    } catch (error) {
      setFaults(faultsOfFailure(failureOf(error), FIELDS));
    }
    setBusy(false);
  }

  if (status.data && !status.data.needed)
    return (
      <EntryPage title={app.noAccess.title}>
        <p>{app.noAccess.lead}</p>
      </EntryPage>
    );
  return (
    <EntryPage title={words.title}>
      <Form faults={faults} onSubmit={() => void submit()}>
        <p>{words.lead}</p>
        <TextField {...field("agencyName")} autoComplete="organization" />
        <SearchSelect
          name="timeZone"
          label={words.timeZone}
          hint={words.timeZoneHint}
          choices={Intl.supportedValuesOf("timeZone").map((zone) => ({
            id: zone,
            label: zone.replaceAll("_", " "),
          }))}
          value={values.timeZone}
          onChange={(timeZone) => setValues((now) => ({ ...now, timeZone }))}
          error={faultOf("timeZone")}
        />
        <TextField {...field("name")} autoComplete="name" />
        <TextField {...field("email")} type="email" autoComplete="username" />
        <TextField
          {...field("password")}
          type="password"
          autoComplete="new-password"
          hint={account.reset.hint}
        />
        <TextField {...field("token")} hint={words.tokenHint} />
        <Button type="submit" kind="primary" wide isPending={busy} pendingText={app.saving}>
          {words.submit}
        </Button>
      </Form>
    </EntryPage>
  );
}
