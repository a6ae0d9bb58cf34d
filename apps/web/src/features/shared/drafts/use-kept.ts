import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useMe } from "../../../app/me.ts";
import { cipherOf } from "./cipher.ts";
import { deviceStore } from "./device-store.ts";

export interface KeptTexts {
  of(key: string): string;
  change(key: string, text: string): void;
  /** They were sent: the device no longer has them. */
  done(): void;
}
export interface Kept {
  readonly text: string;
  change(text: string): void;
  /** It was sent: the device no longer has it. */
  done(): void;
}

/**
 * Keeps texts of a short form on this device until the form is sent, sealed like every draft and for a week: whoever
 * leaves the page, or is signed out, finds them again. Nothing of them goes to the server before.
 * @param keys each names a form and what it is about
 */
export function useKeptTexts(keys: readonly string[]): KeptTexts {
  const { staffId, draftKey } = useMe();
  const store = useMemo(() => deviceStore(staffId, cipherOf(draftKey)), [staffId, draftKey]);
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const known = useRef(new Set<string>());
  // One after the other, so that the last one typed is the one that stays. A device without storage keeps nothing.
  const last = useRef(Promise.resolve());
  const then = useCallback((work: () => Promise<void>) => {
    last.current = last.current.then(work).catch(() => undefined);
  }, []);
  // Whoever else signs in on this device has texts of their own.
  const placeOf = useCallback((key: string) => `${staffId} ${key}`, [staffId]);
  const set = (key: string, text: string) => setTexts((now) => new Map(now).set(key, text));
  const asked = keys.join("\n");
  useEffect(() => {
    for (const key of asked.split("\n").filter((one) => one !== "" && !known.current.has(one)))
      void store
        .get(placeOf(key))
        .then((found) => {
          const kept = found?.content["text"];
          if (!known.current.has(key) && typeof kept === "string") set(key, kept);
        })
        .catch(() => undefined);
  }, [store, placeOf, asked]);
  return {
    of: (key) => texts.get(key) ?? "",
    change: (key, text) => {
      known.current.add(key);
      set(key, text);
      then(() =>
        text === ""
          ? store.remove(placeOf(key))
          : store.put(placeOf(key), { content: { text }, baseVersion: 0, dirty: true }),
      );
    },
    done: () => {
      for (const key of keys) then(() => store.remove(placeOf(key)));
    },
  };
}

/** Keeps one text. */
export function useKept(key: string): Kept {
  const texts = useKeptTexts([key]);
  return {
    text: texts.of(key),
    change: (text) => texts.change(key, text),
    done: texts.done,
  };
}
