import { useState } from "react";
import { UiLink } from "@kinward/ui/UiLink";
import { authPost } from "../../api/auth.ts";
import { paths } from "../../app/paths.ts";
import { account } from "../../messages/en/account.ts";
import { EntryPage } from "./EntryPage.tsx";
import { NewPassword } from "./NewPassword.tsx";
import { authProblem, tokenOf } from "./present.ts";

const words = account.reset;

/** The page behind the link of a mail. */
export default function ResetPassword() {
  const [token] = useState(() => tokenOf(location));
  const [done, setDone] = useState(false);
  return (
    <EntryPage title={words.title}>
      {done ? (
        <p role="status">
          {words.done} <UiLink href={paths.signIn()}>{account.forgot.back}</UiLink>
        </p>
      ) : (
        <NewPassword
          submitText={words.submit}
          onSubmit={async (newPassword) => {
            const answer = await authPost("/reset-password", { token, newPassword });
            if (answer.ok) setDone(true);
            return answer.ok ? undefined : authProblem(answer.code, words.bad);
          }}
        />
      )}
    </EntryPage>
  );
}
