import { useId, type ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TriangleAlert } from "lucide-react";
import type { FieldProps } from "../lib/field-props.ts";
import { useUi } from "../lib/ui-context.ts";

export type { FieldProps };

type HeadProps = Pick<FieldProps, "label" | "hint" | "error" | "mark">;

function Mark({ mark }: Pick<FieldProps, "mark">) {
  const { messages } = useUi();
  if (mark === undefined) return null;
  return (
    <span className="field-mark">
      {mark === "required" ? messages.required : messages.optional}
    </span>
  );
}

function ErrorWords({ children }: { children: ReactNode }) {
  const { messages } = useUi();
  return (
    <>
      <TriangleAlert size={16} aria-hidden />
      <span>
        <span className="sr">{messages.errorPrefix}: </span>
        {children}
      </span>
    </>
  );
}

/**
 * Label, hint and error of a react-aria field, in this order and above the control: a phone keyboard hides what is
 * below. `fallback` may put words to a fault that the field itself found.
 */
export function FieldHead({
  label,
  hint,
  error,
  mark,
  fallback,
}: HeadProps & { fallback?: (details: ValidityState) => string | undefined }) {
  return (
    <>
      <Label className="field-label">
        {label} <Mark mark={mark} />
      </Label>
      {hint !== undefined && (
        <Text slot="description" elementType="div" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">
        {({ validationDetails, validationErrors }) => (
          <ErrorWords>
            {error ?? fallback?.(validationDetails) ?? validationErrors.join(" ")}
          </ErrorWords>
        )}
      </FieldError>
    </>
  );
}

/** A group of your own controls with the label, hint and error of a field. */
export function Field({
  children,
  label,
  name,
  hint,
  error,
  mark,
}: FieldProps & { children: ReactNode }) {
  const id = useId();
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(" ");
  return (
    <div
      role="group"
      className="field"
      data-field={name}
      data-invalid={error !== undefined || undefined}
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy || undefined}
    >
      <span id={`${id}-label`} className="field-label">
        {label} <Mark mark={mark} />
      </span>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      {error !== undefined && (
        <span id={`${id}-error`} className="field-error">
          <ErrorWords>{error}</ErrorWords>
        </span>
      )}
      {children}
    </div>
  );
}
