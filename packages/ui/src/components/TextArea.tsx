import { TextArea as AriaTextArea, TextField } from "react-aria-components/TextField";
import { defined } from "../lib/defined.ts";
import { fieldRootProps, type FieldProps } from "../lib/field-props.ts";
import { FieldHead } from "./Field.tsx";

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  /** Visible lines; the box grows with its text. */
  rows?: number | undefined;
  isReadOnly?: boolean | undefined;
  /** Language of the text for spelling and screen readers, when it differs from the page. */
  lang?: string | undefined;
}

/** Several lines of text, for notes and narrative. Never limited in length. */
export function TextArea(props: TextAreaProps) {
  return (
    <TextField
      {...fieldRootProps(props, "field field-full")}
      {...defined({ onBlur: props.onBlur, isReadOnly: props.isReadOnly })}
      value={props.value}
      onChange={props.onChange}
    >
      <FieldHead {...props} />
      <AriaTextArea
        className="input input-full"
        rows={props.rows ?? 4}
        {...defined({ lang: props.lang })}
      />
    </TextField>
  );
}
