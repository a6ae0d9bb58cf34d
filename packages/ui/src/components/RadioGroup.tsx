import {
  RadioButton,
  RadioField,
  RadioGroup as AriaRadioGroup,
  Text,
} from "react-aria-components/RadioGroup";
import type { Choice } from "../lib/choice.ts";
import { fieldRootProps, type FieldProps } from "../lib/field-props.ts";
import { FieldHead } from "./Field.tsx";

export type { Choice };

export interface RadioGroupProps<Id extends string> extends FieldProps {
  choices: readonly Choice<Id>[];
  /** Missing until somebody answers. */
  value: Id | undefined;
  onChange: (value: Id) => void;
}

/** One answer of several, one below the other. For short words side by side use `SegmentedChoice`. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup
      {...fieldRootProps(props)}
      value={props.value ?? null}
      onChange={(value) => props.onChange(value as Id)}
    >
      <FieldHead {...props} />
      <div className="radios">
        {props.choices.map((choice) => (
          <RadioField
            key={choice.id}
            value={choice.id}
            isDisabled={choice.isDisabled ?? false}
            className="check-field"
          >
            <RadioButton className="check">
              <span className="radio-mark" aria-hidden />
              <span>{choice.label}</span>
            </RadioButton>
            {choice.detail !== undefined && (
              <Text slot="description" className="check-detail">
                {choice.detail}
              </Text>
            )}
          </RadioField>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
