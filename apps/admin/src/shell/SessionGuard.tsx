import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { millisSinceCall, noteSignedOut, useIsSignedOut } from "../api/session-watch.ts";
import { meQuery } from "../features/shared/session.ts";
import { paths } from "../paths.ts";
import { secondsLeft } from "./session-time.ts";

// Both are rare, so the first screen does without their code.
const SignInAgain = lazy(() => import("./SignInAgain.tsx"));
const SessionWarning = lazy(async () => ({
  default: (await import("@kinward/ui/SessionWarning")).SessionWarning,
}));

/** The warning of `ux.md`: two minutes before the end. */
const WARN_SECONDS = 120;

/** Warns before the session ends, and lets someone whose session ended sign in without losing the screen. */
export function SessionGuard() {
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

  if (isOut)
    return (
      <Suspense>
        <SignInAgain />
      </Suspense>
    );
  if (left === undefined || left > WARN_SECONDS) return null;
  return (
    <Suspense>
      <SessionWarning
        isOpen
        secondsLeft={left}
        onStay={() => void me.refetch()}
        onSignOut={() => location.assign(paths.signIn())}
      />
    </Suspense>
  );
}
