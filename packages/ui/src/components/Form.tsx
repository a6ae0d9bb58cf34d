import type { ReactNode } from "react";
import { ErrorSummary, type FieldFault } from "./ErrorSummary.tsx";

export interface FormProps {
  /** Called on each attempt to send, by the button or the Enter key. */
  onSubmit: () => void;
  faults?: readonly FieldFault[] | undefined;
  /** The form is a card of its own. */
  isCard?: boolean | undefined;
  /** For a button that stands outside it. */
  id?: string | undefined;
  children: ReactNode;
}

/** A form with its faults at the top. It is sent by our code only, and faults are told in our words, not the browser's. */
export function Form({ onSubmit, faults = [], isCard, id, children }: FormProps) {
  return (
    <form
      id={id}
      className={isCard ? "form card form-card" : "form"}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A form in a dialog over this one is sent by itself.
        event.stopPropagation();
        onSubmit();
      }}
    >
      <ErrorSummary faults={faults} />
      {children}
    </form>
  );
}
