import { useEffect, useRef } from "react";
import { focusField } from "../lib/focus-field.ts";
import { useUi } from "../lib/ui-context.ts";

export interface FieldFault {
  /** The `name` of the field; without it the fault stands as plain text. */
  name?: string | undefined;
  /** The same words as beside the field. */
  message: string;
}

export interface ErrorSummaryProps {
  /** Nothing is shown while empty. Hand over a new array on each attempt to send, so that it takes focus again. */
  faults: readonly FieldFault[];
  title?: string | undefined;
}

/** All faults of a form at its top: takes focus when it appears, and each entry leads to its field. */
export function ErrorSummary({ faults, title }: ErrorSummaryProps) {
  const { messages } = useUi();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="error-summary">
      <h2>{title ?? messages.problem}</h2>
      <ul>
        {faults.map(({ name, message }) => (
          <li key={`${name}:${message}`}>
            {name === undefined ? (
              message
            ) : (
              <a
                href={`#${name}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(name);
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
