import { useSyncExternalStore } from "react";

let lastCallAt = 0;
let isOut = false;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const set = (value: boolean) => {
  if (isOut === value) return;
  isOut = value;
  for (const listener of listeners) listener();
};

/** Each call keeps the session alive on the server, so the idle time counts from here. */
export const noteCall = (): void => {
  lastCallAt = Date.now();
};
export const millisSinceCall = (): number => Date.now() - lastCallAt;

/** The session ended while a screen was open: its content stays, and signing in again goes on with it. */
export const noteSignedOut = (): void => set(true);
export const noteSignedIn = (): void => set(false);
export const useIsSignedOut = (): boolean => useSyncExternalStore(subscribe, () => isOut);
