import { Group, Input, NumberField as AriaNumberField } from "react-aria-components/NumberField";
import { defined } from "../lib/defined.ts";
import { fieldRootProps, type FieldProps } from "../lib/field-props.ts";
import { FieldHead } from "./Field.tsx";

export interface NumberFieldProps extends FieldProps {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  onBlur?: (() => void) | undefined;
  minValue?: number | undefined;
  maxValue?: number | undefined;
  /** The unit after the box, such as "days". */
  unit?: string | undefined;
}

/** A number typed by hand; empty until somebody types. */
export function NumberField(props: NumberFieldProps) {
  return (
    <AriaNumberField
      {...fieldRootProps(props)}
      {...defined({ minValue: props.minValue, maxValue: props.maxValue, onBlur: props.onBlur })}
      value={props.value ?? Number.NaN}
      onChange={(value) => props.onChange(Number.isNaN(value) ? undefined : value)}
      isWheelDisabled
    >
      <FieldHead {...props} />
      <Group className="row">
        <Input className="input input-short" />
        {props.unit !== undefined && <span className="muted">{props.unit}</span>}
      </Group>
    </AriaNumberField>
  );
}
