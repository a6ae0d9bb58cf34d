import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import { useUi } from "../lib/ui-context.ts";

export type DraftState =
  | { kind: "saved"; /** Time in words: "9:41 am". */ time: string }
  | { kind: "saving" }
  | { kind: "device" }
  | { kind: "failed"; reason: string };

/** Where the draft of a form is kept now; empty before the first change. */
export function DraftStatus({ state }: { state?: DraftState | undefined }) {
  return (
    <p role="status" className="draft-status" data-kind={state?.kind}>
      {state && <Words state={state} />}
    </p>
  );
}

function Words({ state }: { state: DraftState }) {
  const { messages } = useUi();
  switch (state.kind) {
    case "saved":
      return (
        <>
          <Check size={15} aria-hidden /> {messages.saved(state.time)}
        </>
      );
    case "saving":
      return (
        <>
          <LoaderCircle size={15} aria-hidden /> {messages.saving}
        </>
      );
    case "device":
      return (
        <>
          <CloudOff size={15} aria-hidden /> {messages.savedOnDevice}
        </>
      );
    case "failed":
      return (
        <>
          <TriangleAlert size={15} aria-hidden /> {messages.notSaved(state.reason)}
        </>
      );
  }
}
