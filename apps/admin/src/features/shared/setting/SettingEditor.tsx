import { SETTINGS, type SettingKey } from "@kinward/domain/policy";
import { Button } from "@kinward/ui/Button";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { NumberField } from "@kinward/ui/NumberField";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import { TextArea } from "@kinward/ui/TextArea";
import { X } from "lucide-react";
import { setting as m } from "./messages.ts";
import type { EditedSetting } from "./edited.ts";
import { unitWords, valueWords } from "./value-words.ts";
import { settingWords } from "./words.ts";

interface SettingEditorProps {
  readonly edited: EditedSetting;
  /** What is in force on the day, in words. */
  readonly now: string;
  readonly error: string | undefined;
  readonly onChange: (edited: EditedSetting) => void;
  /** Absent while it is the only one. */
  readonly onRemove?: (() => void) | undefined;
}

/** One setting with the field that its values need: a choice, yes or no, a whole number, a list of codes. */
export function SettingEditor({ edited, now, error, onChange, onRemove }: SettingEditorProps) {
  const { key } = edited;
  const words = settingWords[key];
  return (
    <fieldset className="setting-edit">
      <legend className="strong">{words.name}</legend>
      <p className="muted small">
        {words.decides} {m.edit.now(now)}
      </p>
      <ValueField edited={edited} error={error} onChange={onChange} />
      {onRemove && (
        <div className="row">
          <Button
            size="small"
            kind="quiet"
            icon={<X size={15} aria-hidden />}
            aria-label={m.edit.removeOf(words.name)}
            onPress={onRemove}
          >
            {m.edit.remove}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function ValueField({
  edited,
  error,
  onChange,
}: Pick<SettingEditorProps, "edited" | "error" | "onChange">) {
  const { key } = edited;
  const { shape } = SETTINGS[key];
  const common = { name: `values.${key}`, label: m.edit.value, mark: "required", error } as const;
  switch (shape.kind) {
    case "choice":
      return (
        <RadioGroup
          {...common}
          value={edited.choice}
          onChange={(choice) => onChange({ ...edited, choice })}
          choices={shape.of.map((id) => ({ id, label: valueWords(key, id as never) }))}
        />
      );
    case "yesNo":
      return (
        <RadioGroup
          {...common}
          value={edited.choice}
          onChange={(choice) => onChange({ ...edited, choice })}
          choices={[
            { id: "yes", label: m.yes },
            { id: "no", label: m.no },
          ]}
        />
      );
    case "whole":
      return (
        <>
          <NumberField
            {...common}
            {...(edited.off ? { mark: "optional" as const } : {})}
            hint={m.edit.bounds(shape.min, shape.max)}
            unit={unitWords(shape.unit)}
            value={edited.off ? undefined : edited.number}
            onChange={(number) => onChange({ ...edited, number, off: false })}
          />
          {shape.off && (
            <CheckboxField
              name={`${common.name}.off`}
              label={m.edit.off}
              value={edited.off}
              onChange={(off) => onChange({ ...edited, off })}
            />
          )}
        </>
      );
    case "codes":
      return (
        <TextArea
          {...common}
          label={m.edit.codes}
          hint={m.edit.codesHint}
          rows={4}
          value={edited.text}
          onChange={(text) => onChange({ ...edited, text })}
        />
      );
  }
}

/** Settings that can still be added to a change of the same policy. */
export const addable = (
  keys: readonly SettingKey[],
  chosen: readonly SettingKey[],
): readonly SettingKey[] => keys.filter((key) => !chosen.includes(key));
