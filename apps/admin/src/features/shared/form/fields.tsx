import { CheckboxField } from "@kinward/ui/CheckboxField";
import { ChipGroup } from "@kinward/ui/ChipGroup";
import { DateField, type DateAction } from "@kinward/ui/DateField";
import { RadioGroup, type Choice } from "@kinward/ui/RadioGroup";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { SegmentedChoice } from "@kinward/ui/SegmentedChoice";
import { Select } from "@kinward/ui/Select";
import { TextArea } from "@kinward/ui/TextArea";
import { TextField, type TextFieldProps } from "@kinward/ui/TextField";
import type { PlainDate } from "@kinward/domain/kernel";
import type { ReactNode } from "react";
import { shared as m } from "../messages.ts";
import type { RecordForm } from "./use-record-form.ts";

/** Names of the fields whose value is of a type. */
type NamesOf<Values, Type> = {
  [Name in keyof Values & string]-?: Values[Name] extends Type ? Name : never;
}[keyof Values & string];

interface Common<Values extends object, Type> {
  readonly form: RecordForm<Values>;
  readonly name: NamesOf<Values, Type>;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly mark?: "required" | "optional";
}

function useBound<Values extends object, Type>(props: Common<Values, Type>) {
  const [value, set] = props.form.useValue(props.name);
  const rest = {
    name: props.name,
    label: props.label,
    hint: props.hint,
    mark: props.mark ?? "required",
    error: props.form.errorOf(props.name),
  };
  return [rest, value as Type, set as (value: Type) => void] as const;
}

type TextProps<Values extends object> = Common<Values, string> &
  Pick<TextFieldProps, "type" | "autoComplete" | "inputMode" | "width" | "autoFocus">;

export function FormText<Values extends object>(props: TextProps<Values>) {
  const [field, value, onChange] = useBound(props);
  const { type, autoComplete, inputMode, width, autoFocus } = props;
  return (
    <TextField
      {...field}
      {...{ value, onChange, type, autoComplete, inputMode, width, autoFocus }}
    />
  );
}

export function FormArea<Values extends object>(
  props: Common<Values, string> & { readonly rows?: number },
) {
  const [field, value, onChange] = useBound(props);
  return <TextArea {...field} value={value} onChange={onChange} rows={props.rows ?? 2} />;
}

export function FormDate<Values extends object>(
  props: Common<Values, PlainDate | undefined> & {
    readonly minValue?: PlainDate;
    readonly actions?: readonly DateAction[];
  },
) {
  const [field, value, onChange] = useBound(props);
  return (
    <DateField
      {...field}
      value={value}
      onChange={(next) => onChange(next as PlainDate | undefined)}
      minValue={props.minValue}
      actions={props.actions}
    />
  );
}

type PickProps<Values extends object> = Common<Values, string | undefined> & {
  readonly choices: readonly Choice[];
  /** `radio` up to five answers, `segments` for short words, `list` for more, `search` for many. */
  readonly as?: "radio" | "segments" | "list" | "search";
  /** What else follows from the choice. */
  readonly onPick?: (id: string) => void;
};

export function FormPick<Values extends object>(props: PickProps<Values>) {
  const [field, value, set] = useBound(props);
  const onChange = (id: string) => {
    set(id);
    props.onPick?.(id);
  };
  const rest = { ...field, value, onChange, choices: props.choices };
  switch (props.as ?? "list") {
    case "radio":
      return <RadioGroup {...rest} />;
    case "segments":
      return <SegmentedChoice {...rest} />;
    case "search":
      return <SearchSelect {...rest} />;
    case "list":
      return <Select {...rest} />;
  }
}

export function FormChips<Values extends object>(
  props: Common<Values, readonly string[]> & { readonly choices: readonly Choice[] },
) {
  const [field, value, onChange] = useBound(props);
  return <ChipGroup {...field} value={value} onChange={onChange} choices={props.choices} />;
}

export function FormTick<Values extends object>(props: Common<Values, boolean>) {
  const [field, value, onChange] = useBound(props);
  return <CheckboxField {...field} mark={undefined} value={value} onChange={onChange} />;
}

/** Why: asked with every change, kept with it and shown beside the record. */
export function FormReason<Values extends { reason: string }>({
  form,
}: {
  readonly form: RecordForm<Values>;
}) {
  return (
    <FormArea
      form={form as unknown as RecordForm<{ reason: string }>}
      name="reason"
      label={m.reason.label}
      hint={m.reason.hint}
    />
  );
}
