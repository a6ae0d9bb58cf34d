import { sessionClock } from "../api/session-clock.ts";
import { authPost } from "../api/auth.ts";
import { paths } from "./paths.ts";

let leaving = false;

/**
 * Ends the session and loads the sign-in page anew, so that nothing of a case stays in memory. After a time-out the
 * person comes back to where they were; a draft is there again.
 */
export function signOut(why: "time-out" | "signed-out"): void {
  if (leaving) return;
  leaving = true;
  sessionClock.limits(undefined);
  const next = why === "time-out" ? `${location.pathname}${location.search}` : undefined;
  const away = () => location.assign(paths.signIn({ next, why }));
  // What is typed is being saved on the device at once; the server gets its last copy before the cookie goes.
  void flushDrafts()
    .then(() => authPost("/sign-out", {}))
    .then(away, away);
}

const flushers = new Set<() => Promise<void>>();

/** Registers a form that has something to save before the session ends. */
export function beforeSignOut(flush: () => Promise<void>): () => void {
  flushers.add(flush);
  return () => void flushers.delete(flush);
}

const flushDrafts = async (): Promise<void> => {
  await Promise.race([
    Promise.allSettled([...flushers].map((flush) => flush())),
    new Promise((done) => setTimeout(done, 3000)),
  ]);
};
