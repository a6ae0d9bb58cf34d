/** When the session ends: after `idleMinutes` without a request, and at `endsAt` in any case. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly endsAt: string;
}

export interface SessionClock {
  /** Told after each answer of the server: idle time begins anew. */
  answered(): void;
  /** Told when the server says that nobody is signed in. */
  ended(): void;
  limits(limits: SessionLimits | undefined, serverNow?: string): void;
  /** Milliseconds until sign-out; undefined while nobody is signed in. */
  left(): number | undefined;
  /** Milliseconds since the last answer. */
  idle(): number;
  onEnd(listener: () => void): () => void;
}

export function createSessionClock(now: () => number): SessionClock {
  let lastAnswer = now();
  let limits: SessionLimits | undefined;
  // The device's clock may be wrong; only its differences are used.
  let offset = 0;
  const listeners = new Set<() => void>();
  return {
    answered: () => void (lastAnswer = now()),
    ended: () => {
      limits = undefined;
      for (const listener of listeners) listener();
    },
    limits: (next, serverNow) => {
      limits = next;
      if (serverNow !== undefined) offset = Date.parse(serverNow) - now();
    },
    left: () => {
      if (limits === undefined) return undefined;
      const idleEnd = lastAnswer + limits.idleMinutes * 60_000;
      const end = Date.parse(limits.endsAt) - offset;
      return Math.max(0, Math.min(idleEnd, end) - now());
    },
    idle: () => now() - lastAnswer,
    onEnd: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export const sessionClock = createSessionClock(() => Date.now());
