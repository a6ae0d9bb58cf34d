import { CheckboxButton, CheckboxField } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Check } from "lucide-react";
import type { Choice } from "../lib/choice.ts";
import { fieldRootProps, type FieldProps } from "../lib/field-props.ts";
import { FieldHead } from "./Field.tsx";

export interface ChipGroupProps<Id extends string> extends FieldProps {
  choices: readonly Choice<Id>[];
  /** Ids of the chosen ones; empty until somebody chooses. */
  value: readonly Id[];
  onChange: (value: Id[]) => void;
}

/** Several answers as large chips with a second line, for fingers: "Who was seen". */
export function ChipGroup<Id extends string>(props: ChipGroupProps<Id>) {
  return (
    <CheckboxGroup
      {...fieldRootProps(props, "field field-full")}
      // A required group of boxes would show the browser's own words as soon as it is touched.
      isRequired={false}
      value={[...props.value]}
      onChange={(value) => props.onChange(value as Id[])}
    >
      <FieldHead {...props} />
      <div className="chips">
        {props.choices.map((choice) => (
          <CheckboxField
            key={choice.id}
            value={choice.id}
            isDisabled={choice.isDisabled ?? false}
            className="chip-field"
          >
            <CheckboxButton className="chip">
              {({ isSelected }) => (
                <>
                  <span className="check-mark" aria-hidden>
                    {isSelected && <Check size={16} strokeWidth={3} />}
                  </span>
                  <span>
                    {choice.label}
                    {choice.detail !== undefined && <small>{choice.detail}</small>}
                  </span>
                </>
              )}
            </CheckboxButton>
          </CheckboxField>
        ))}
      </div>
    </CheckboxGroup>
  );
}
