import type { ReactNode } from "react";

/** What every form field takes. Nothing is ever preselected: a missing answer is a missing value. */
export interface FieldProps {
  label: string;
  /** The path of the value in the form, as refusals name it ("seenOn"). `ErrorSummary` finds the field by it. */
  name: string;
  hint?: ReactNode;
  /** What is wrong and how to put it right, in words; stands above the control. */
  error?: string | undefined;
  /** Says "(required)" or "(optional)" after the label; nothing when left out. */
  mark?: "required" | "optional" | undefined;
  isDisabled?: boolean | undefined;
}

/** The props that make a react-aria field show our error and never the browser's bubbles. */
export function fieldRootProps(props: FieldProps, className = "field") {
  return {
    className,
    "data-field": props.name,
    validationBehavior: "aria" as const,
    // Left out and not false: false would also silence what the field itself finds, such as a date out of range.
    ...(props.error === undefined ? {} : { isInvalid: true }),
    isRequired: props.mark === "required",
    isDisabled: props.isDisabled ?? false,
  };
}
