import { Dialog } from "@kinward/ui/Dialog";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { noteSignedIn } from "../api/session-watch.ts";
import { meQuery } from "../features/shared/session.ts";
import { SignInForm } from "../features/sign-in/SignInForm.tsx";
import { paths } from "../paths.ts";
import { menu as m } from "./messages.ts";

/** Over the screen on which the session ended; what was entered there is still in it. */
export default function SignInAgain() {
  const queryClient = useQueryClient();
  const me = useQuery(meQuery());
  const afterSignIn = async () => {
    const before = me.data?.staffId;
    const { data } = await me.refetch();
    // Somebody else's screen must not stay open.
    if (data?.staffId !== before) location.assign(paths.home());
    noteSignedIn();
    await queryClient.invalidateQueries();
  };
  return (
    <Dialog isOpen isAlert onOpenChange={() => undefined} title={m.signedOut}>
      <p>{m.signedOutText}</p>
      <SignInForm email={me.data?.email ?? ""} onDone={afterSignIn} />
    </Dialog>
  );
}
