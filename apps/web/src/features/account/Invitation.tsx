import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { v7 as uuidv7 } from "uuid";
import { Skeleton } from "@kinward/ui/Skeleton";
import { api, trpcClient } from "../../api/client.ts";
import { authPost } from "../../api/auth.ts";
import { failureOf } from "../../api/failure.ts";
import { failureText } from "../../app/failure-text.ts";
import { paths } from "../../app/paths.ts";
import { account } from "../../messages/en/account.ts";
import { app } from "../../messages/en/app.ts";
import { EntryPage } from "./EntryPage.tsx";
import { NewPassword } from "./NewPassword.tsx";
import { tokenOf } from "./present.ts";

const words = account.invitation;

/** The page behind an invitation: choose a password, and in. */
export default function Invitation() {
  const [token] = useState(() => tokenOf(location));
  const found = useQuery({ ...api.invitations.find.queryOptions({ token }), retry: false });
  if (found.isError || token === "")
    return (
      <EntryPage title={words.bad}>
        <p>{words.badText}</p>
      </EntryPage>
    );
  const invitation = found.data;
  return (
    <EntryPage title={words.title}>
      {invitation === undefined ? (
        <Skeleton kind="text" count={4} />
      ) : (
        <>
          <p>{words.lead(invitation.name, invitation.organizationName ?? app.name)}</p>
          <p>
            {words.email} <span className="strong">{invitation.email}</span>
          </p>
          <NewPassword
            submitText={words.submit}
            onSubmit={async (password) => {
              try {
                await trpcClient.invitations.accept.mutate({
                  token,
                  password,
                  commandId: uuidv7(),
                } as never);
              } catch (error) {
                return failureText(failureOf(error));
              }
              const answer = await authPost("/sign-in/email", {
                email: invitation.email,
                password,
              });
              location.assign(answer.ok ? paths.work() : paths.signIn());
              return undefined;
            }}
          />
        </>
      )}
    </EntryPage>
  );
}
