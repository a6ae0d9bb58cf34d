import { lazy, Suspense, useEffect, useState } from "react";
import { focusManager, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { sessionClock } from "../api/session-clock.ts";
import { signOut } from "../app/sign-out.ts";
import { useMe } from "../app/me.ts";

const SessionWarning = lazy(() =>
  import("@kinward/ui/SessionWarning").then((part) => ({ default: part.SessionWarning })),
);

const WARN_MS = 120_000;
/** Someone who reads or types without asking the server is still there: told to it at most this often. */
const PING_MS = 120_000;
/** Shorter than any list takes to refresh itself. */
const AWAY_MS = 60_000;

/** Warns two minutes before the session ends, and leads to the sign-in when it has ended. Drafts stay. */
export function SessionWatch() {
  const me = useMe();
  const queries = useQueryClient();
  const [left, setLeft] = useState<number>();

  useEffect(() => {
    sessionClock.limits(me.session, me.now);
  }, [me]);

  useEffect(() => {
    let busy = false;
    let lastActAt = Date.now();
    const stay = () => void queries.invalidateQueries({ queryKey: api.session.me.queryKey() });
    const noteActivity = () => {
      busy = true;
      lastActAt = Date.now();
    };
    const tick = () => {
      const now = sessionClock.left();
      const warns = now !== undefined && now <= WARN_MS;
      if (busy && !warns && sessionClock.idle() > PING_MS) stay();
      busy = false;
      // Nobody refreshes lists for an empty chair: each answer would put off the end of the session.
      focusManager.setFocused(Date.now() - lastActAt > AWAY_MS ? false : undefined);
      setLeft(warns ? now : undefined);
      if (now === 0) signOut("time-out");
    };
    const timer = setInterval(tick, 1000);
    for (const type of ["keydown", "pointerdown", "scroll"])
      addEventListener(type, noteActivity, { passive: true });
    const stop = sessionClock.onEnd(() => signOut("time-out"));
    return () => {
      clearInterval(timer);
      focusManager.setFocused(undefined);
      for (const type of ["keydown", "pointerdown", "scroll"])
        removeEventListener(type, noteActivity);
      stop();
    };
  }, [queries]);

  if (left === undefined) return null;
  return (
    <Suspense fallback={null}>
      <SessionWarning
        isOpen
        secondsLeft={left / 1000}
        onStay={() => void queries.invalidateQueries({ queryKey: api.session.me.queryKey() })}
        onSignOut={() => signOut("signed-out")}
      />
    </Suspense>
  );
}
