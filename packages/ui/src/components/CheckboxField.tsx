import { CheckboxButton, CheckboxField as AriaCheckboxField } from "react-aria-components/Checkbox";
import { FieldError } from "react-aria-components/FieldError";
import { Text } from "react-aria-components/Text";
import { Check, TriangleAlert } from "lucide-react";
import { fieldRootProps, type FieldProps } from "../lib/field-props.ts";

export interface CheckboxFieldProps extends FieldProps {
  value: boolean;
  onChange: (value: boolean) => void;
  /** Read by screen readers only, for a box in a row that says what it is about. */
  hideLabel?: boolean | undefined;
}

/** One box to tick: a confirmation or a filter. For a fact with three answers use `SegmentedChoice`. */
export function CheckboxField(props: CheckboxFieldProps) {
  return (
    <AriaCheckboxField
      {...fieldRootProps(props, "field check-field")}
      isSelected={props.value}
      onChange={props.onChange}
    >
      <FieldError className="field-error">
        <TriangleAlert size={16} aria-hidden />
        {props.error}
      </FieldError>
      <CheckboxButton className="check">
        {({ isSelected }) => (
          <>
            <span className="check-mark" aria-hidden>
              {isSelected && <Check size={16} strokeWidth={3} />}
            </span>
            <span className={props.hideLabel ? "sr" : undefined}>{props.label}</span>
          </>
        )}
      </CheckboxButton>
      {props.hint !== undefined && (
        <Text slot="description" className="check-detail">
          {props.hint}
        </Text>
      )}
    </AriaCheckboxField>
  );
}
