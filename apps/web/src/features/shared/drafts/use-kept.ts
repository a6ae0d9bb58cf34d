import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useMe } from "../../../app/me.ts";
import { cipherOf } from "./cipher.ts";
import { deviceStore } from "./device-store.ts";

export interface Kept {
  readonly text: string;
  change(text: string): void;
  /** It was sent: the device no longer has it. */
  done(): void;
}

/**
 * Keeps one text of a short form on this device until the form is sent, sealed like every draft and for a week: whoever
 * leaves the page finds it again. Nothing of it goes to the server before.
 * @param key names the form and what it is about
 */
export function useKept(key: string): Kept {
  const { staffId, draftKey } = useMe();
  const store = useMemo(() => deviceStore(staffId, cipherOf(draftKey)), [staffId, draftKey]);
  const [text, setText] = useState("");
  const isTouched = useRef(false);
  // One after the other, so that the last one typed is the one that stays. A device without storage keeps nothing.
  const last = useRef(Promise.resolve());
  const then = useCallback((work: () => Promise<void>) => {
    last.current = last.current.then(work).catch(() => undefined);
  }, []);
  useEffect(() => {
    void store
      .get(key)
      .then((found) => {
        const kept = found?.content["text"];
        if (!isTouched.current && typeof kept === "string") setText(kept);
      })
      .catch(() => undefined);
  }, [store, key]);
  return {
    text,
    change: (next) => {
      isTouched.current = true;
      setText(next);
      then(() =>
        next === ""
          ? store.remove(key)
          : store.put(key, { content: { text: next }, baseVersion: 0, dirty: true }),
      );
    },
    done: () => then(() => store.remove(key)),
  };
}
