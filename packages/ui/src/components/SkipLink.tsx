import { MAIN_ID } from "../lib/route-focus.ts";
import { useUi } from "../lib/ui-context.ts";

/** The first stop of the page for keyboards: jumps over the bar. `AppShell` has it already. */
export function SkipLink() {
  const { messages } = useUi();
  return (
    <a
      className="skip"
      href={`#${MAIN_ID}`}
      onClick={(event) => {
        // A router must not take the hash for a route.
        event.preventDefault();
        document.getElementById(MAIN_ID)?.focus();
      }}
    >
      {messages.skipToMain}
    </a>
  );
}
