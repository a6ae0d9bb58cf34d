import type { PlainDate } from "@kinward/domain/kernel";
import { Button } from "@kinward/ui/Button";
import { DateField } from "@kinward/ui/DateField";
import type { AbsenceValues } from "./edit-person.ts";

interface PeriodFieldsProps {
  /** Names of the fields are `name.from` and `name.to`. */
  readonly name: string;
  readonly words: {
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly remove?: string;
  };
  readonly mark?: "required" | "optional";
  readonly period: AbsenceValues;
  readonly errorOf: (name: string) => string | undefined;
  readonly onChange: (period: AbsenceValues) => void;
  readonly onRemove?: (() => void) | undefined;
}

/** A first and a last day that belong together. */
export function PeriodFields(props: PeriodFieldsProps) {
  const { name, words, mark = "optional", period, errorOf, onChange, onRemove } = props;
  return (
    <fieldset className="bench-move">
      <legend className="muted small">{words.title}</legend>
      {(["from", "to"] as const).map((end) => (
        <DateField
          key={end}
          name={`${name}.${end}`}
          label={words[end]}
          mark={mark}
          error={errorOf(`${name}.${end}`)}
          value={period[end]}
          onChange={(day) => onChange({ ...period, [end]: day as PlainDate | undefined })}
        />
      ))}
      {onRemove && (
        <div className="row">
          <Button size="small" kind="quiet" onPress={onRemove}>
            {words.remove}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
