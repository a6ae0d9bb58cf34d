import { Input, TextField as AriaTextField } from "react-aria-components/TextField";
import { defined } from "../lib/defined.ts";
import { fieldRootProps, type FieldProps } from "../lib/field-props.ts";
import { FieldHead } from "./Field.tsx";

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  type?: "text" | "email" | "tel" | "password" | "url" | undefined;
  autoComplete?: string | undefined;
  inputMode?: "text" | "numeric" | "decimal" | "tel" | "email" | undefined;
  /** How long the expected answer is; the field is never wider than its container. */
  width?: "short" | "medium" | "full" | undefined;
  isReadOnly?: boolean | undefined;
  autoFocus?: boolean | undefined;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <AriaTextField
      {...fieldRootProps(props)}
      {...defined({
        onBlur: props.onBlur,
        type: props.type,
        autoComplete: props.autoComplete,
        inputMode: props.inputMode,
        isReadOnly: props.isReadOnly,
        autoFocus: props.autoFocus,
      })}
      value={props.value}
      onChange={props.onChange}
    >
      <FieldHead {...props} />
      <Input className={`input input-${props.width ?? "medium"}`} />
    </AriaTextField>
  );
}
