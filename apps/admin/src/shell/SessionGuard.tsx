import { Dialog } from "@kinward/ui/Dialog";
import { SessionWarning } from "@kinward/ui/SessionWarning";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import {
  millisSinceCall,
  noteSignedIn,
  noteSignedOut,
  useIsSignedOut,
} from "../api/session-watch.ts";
import { meQuery } from "../features/shared/session.ts";
import { SignInForm } from "../features/sign-in/SignInForm.tsx";
import { paths } from "../paths.ts";
import { menu as m } from "./messages.ts";
import { secondsLeft } from "./session-time.ts";

/** The warning of `ux.md`: two minutes before the end. */
const WARN_SECONDS = 120;

/** Warns before the session ends, and lets someone whose session ended sign in without losing the screen. */
export function SessionGuard() {
  const queryClient = useQueryClient();
  const me = useQuery(meQuery());
  const isOut = useIsSignedOut();
  const [left, setLeft] = useState<number | undefined>(undefined);

  useEffect(() => {
    const tick = () => {
      if (me.data === undefined) return;
      const now = secondsLeft({
        session: me.data.session,
        serverNow: me.data.now,
        millisSinceAnswer: Date.now() - me.dataUpdatedAt,
        millisSinceCall: millisSinceCall(),
      });
      setLeft(now);
      if (now <= 0) noteSignedOut();
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [me.data, me.dataUpdatedAt]);

  const afterSignIn = async () => {
    const before = me.data?.staffId;
    const { data } = await me.refetch();
    // Somebody else's screen must not stay open.
    if (data?.staffId !== before) location.assign(paths.home());
    noteSignedIn();
    await queryClient.invalidateQueries();
  };

  if (isOut)
    return (
      <Dialog isOpen isAlert onOpenChange={() => undefined} title={m.signedOut}>
        <p>{m.signedOutText}</p>
        <SignInForm email={me.data?.email ?? ""} onDone={afterSignIn} />
      </Dialog>
    );
  return (
    <SessionWarning
      isOpen={left !== undefined && left <= WARN_SECONDS}
      secondsLeft={left ?? 0}
      onStay={() => void me.refetch()}
      onSignOut={() => location.assign(paths.signIn())}
    />
  );
}
