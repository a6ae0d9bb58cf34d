import { TextArea } from "@kinward/ui/TextArea";
import { reasons, type ReasonWords } from "../../../messages/en/reason.ts";

export interface ReasonFieldProps {
  /** As refusals name it. */
  name?: string;
  /** Why it is corrected, unless something else is asked. */
  words?: ReasonWords | undefined;
  hint?: string;
  value: string;
  onChange: (reason: string) => void;
  faultOf: (name: string) => string | undefined;
}

/** Why: asked in one way wherever an act needs its reason on record. */
export function ReasonField(props: ReasonFieldProps) {
  const { name = "reason", words = reasons.correction, faultOf } = props;
  return (
    <TextArea
      name={name}
      label={words.label}
      hint={props.hint}
      mark={words.missing === undefined ? "optional" : undefined}
      rows={3}
      value={props.value}
      onChange={props.onChange}
      error={faultOf(name)}
    />
  );
}
