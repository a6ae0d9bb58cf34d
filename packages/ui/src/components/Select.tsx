import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from "react-aria-components/Select";
import { ChevronDown } from "lucide-react";
import type { Choice } from "../lib/choice.ts";
import { fieldRootProps, type FieldProps } from "../lib/field-props.ts";
import { useUi } from "../lib/ui-context.ts";
import { FieldHead } from "./Field.tsx";

export interface SelectProps<Id extends string> extends FieldProps {
  choices: readonly Choice<Id>[];
  value: Id | undefined;
  onChange: (value: Id) => void;
  placeholder?: string | undefined;
}

/** One of a short list. Up to five answers are better as `RadioGroup`; a long list needs `SearchSelect`. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { messages } = useUi();
  return (
    <AriaSelect
      {...fieldRootProps(props)}
      value={props.value ?? null}
      onChange={(value) => value !== null && props.onChange(value as Id)}
      placeholder={props.placeholder ?? messages.choose}
    >
      <FieldHead {...props} />
      <Button className="select">
        <SelectValue className="select-value" />
        <ChevronDown size={18} aria-hidden />
      </Button>
      <Popover className="popover popover-list">
        <ListBox className="options" items={props.choices}>
          {(choice) => (
            <ListBoxItem
              id={choice.id}
              textValue={choice.label}
              isDisabled={choice.isDisabled ?? false}
              className="option"
            >
              <span>{choice.label}</span>
              {choice.detail !== undefined && <small>{choice.detail}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
