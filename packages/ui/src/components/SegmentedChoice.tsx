import {
  RadioButton,
  RadioField,
  RadioGroup as AriaRadioGroup,
} from "react-aria-components/RadioGroup";
import { Check } from "lucide-react";
import { fieldRootProps } from "../lib/field-props.ts";
import { FieldHead } from "./Field.tsx";
import type { RadioGroupProps } from "./RadioGroup.tsx";

/**
 * One answer of a few, as large buttons side by side ("Face to face, Video, Phone, Tried, not reached"). Nothing is
 * preselected; "Not yet asked", "Unknown" and "No" are three answers of their own.
 */
export function SegmentedChoice<Id extends string>(props: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup
      {...fieldRootProps(props, "field field-full")}
      orientation="horizontal"
      value={props.value ?? null}
      onChange={(value) => props.onChange(value as Id)}
    >
      <FieldHead {...props} />
      <div className="segments">
        {props.choices.map((choice) => (
          <RadioField key={choice.id} value={choice.id} isDisabled={choice.isDisabled ?? false}>
            <RadioButton className="segment">
              {({ isSelected }) => (
                <>
                  {isSelected && <Check size={17} strokeWidth={2.6} aria-hidden />}
                  {choice.label}
                </>
              )}
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
