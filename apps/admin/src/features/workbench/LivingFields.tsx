import { LIVING_SETTINGS, type LivingSetting } from "@kinward/domain/people";
import { Button } from "@kinward/ui/Button";
import { DateField } from "@kinward/ui/DateField";
import { Select } from "@kinward/ui/Select";
import { TextField } from "@kinward/ui/TextField";
import type { PlainDate } from "@kinward/domain/kernel";
import { labelWords } from "../shared/words.ts";
import type { LivingValues } from "./edit-person.ts";
import { workbench } from "./messages.ts";

const m = workbench.people;
const settings = LIVING_SETTINGS.map((id) => ({ id, label: labelWords.setting[id] }));

interface LivingFieldsProps {
  readonly at: number;
  readonly entry: LivingValues;
  readonly errorOf: (name: string) => string | undefined;
  readonly onChange: (entry: LivingValues) => void;
  readonly onRemove: (() => void) | undefined;
}

/** One place where a person lives, with its days. */
export function LivingFields({ at, entry, errorOf, onChange, onRemove }: LivingFieldsProps) {
  const name = (field: string) => `living.${at}.${field}`;
  const title = at === 0 ? m.livingFirst : m.livingMove(at);
  return (
    <fieldset className="bench-move">
      <legend className="muted small">{title}</legend>
      <Select<LivingSetting>
        name={name("setting")}
        label={m.setting}
        mark="required"
        error={errorOf(name("setting"))}
        choices={settings}
        value={entry.setting}
        onChange={(setting) => onChange({ ...entry, setting })}
      />
      <TextField
        name={name("state")}
        label={m.state}
        mark="optional"
        width="short"
        autoComplete="off"
        error={errorOf(name("state"))}
        value={entry.state}
        onChange={(state) => onChange({ ...entry, state })}
      />
      <DateField
        name={name("from")}
        label={m.from}
        mark={at === 0 ? "optional" : "required"}
        error={errorOf(name("from"))}
        value={entry.from}
        onChange={(from) => onChange({ ...entry, from: from as PlainDate | undefined })}
      />
      <DateField
        name={name("to")}
        label={m.to}
        mark="optional"
        value={entry.to}
        onChange={(to) => onChange({ ...entry, to: to as PlainDate | undefined })}
      />
      {onRemove && (
        <div className="row">
          <Button size="small" kind="quiet" onPress={onRemove}>
            {m.removeMove}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
