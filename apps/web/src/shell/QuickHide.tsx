import { useEffect, useRef, useState, type ReactNode } from "react";
import { app } from "../messages/en/app.ts";

/** Two presses of Escape within this time blank the screen. */
const TWICE_WITHIN_MS = 500;

/**
 * Blanks the screen at once when Escape is pressed twice, for a visit in somebody's home. The page stays as it is
 * below; nothing of it can be reached until it is shown again.
 */
export function QuickHide({ children }: { children: ReactNode }) {
  const [hidden, setHidden] = useState(false);
  const lastEscape = useRef(-TWICE_WITHIN_MS);
  const title = useRef("");
  useEffect(() => {
    // With something else pressed in between it is not twice: each closed an overlay of its own.
    const forget = () => (lastEscape.current = -TWICE_WITHIN_MS);
    const onKeyDown = (event: KeyboardEvent) => {
      // Open overlays repeat a key press as an event of their own: only what somebody pressed counts.
      if (event.repeat || !event.isTrusted) return;
      if (event.key !== "Escape") {
        forget();
        return;
      }
      const isSecond = event.timeStamp - lastEscape.current < TWICE_WITHIN_MS;
      lastEscape.current = event.timeStamp;
      if (!isSecond) return;
      // The same press would close the dialog that it is about to open.
      event.preventDefault();
      setHidden(true);
    };
    // Capture: a dialog that closes on Escape must not swallow the second press.
    document.addEventListener("keydown", onKeyDown, true);
    document.addEventListener("pointerdown", forget, true);
    return () => {
      document.removeEventListener("keydown", onKeyDown, true);
      document.removeEventListener("pointerdown", forget, true);
    };
  }, []);
  useEffect(() => {
    if (!hidden) return;
    title.current = document.title;
    document.title = app.windowHidden;
    return () => void (document.title = title.current);
  }, [hidden]);
  return (
    <>
      <div hidden={hidden}>{children}</div>
      {hidden && <Blank onShow={() => setHidden(false)} />}
    </>
  );
}

/** A modal dialog of the browser: it covers open overlays too, and nothing behind it can be reached. */
function Blank({ onShow }: { onShow: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="quick-hide"
      aria-label={app.hidden.title}
      // Only the button shows again. A browser lets a page refuse Escape or the back gesture only after somebody
      // has clicked in it; where it closed the dialog all the same, the dialog is opened again.
      onCancel={(event) => event.preventDefault()}
      onClose={() => dialog.current?.showModal()}
    >
      <p>{app.hidden.text}</p>
      <button type="button" className="btn" autoFocus onClick={onShow}>
        {app.hidden.show}
      </button>
    </dialog>
  );
}
