import { CONTACT_SETTINGS } from "@kinward/domain/contacts";
import type { PlainDate } from "@kinward/domain/kernel";
import { type PolicyBook, type SettingKey, settingOn } from "@kinward/domain/policy";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { type EditedSetting, newEdit } from "../shared/setting/edited.ts";
import { setting as settingMessages } from "../shared/setting/messages.ts";
import { addable, SettingEditor } from "../shared/setting/SettingEditor.tsx";
import { valueWords } from "../shared/setting/value-words.ts";
import { settingWords } from "../shared/setting/words.ts";
import { workbench } from "./messages.ts";

const m = workbench.result;

interface OtherValuesProps {
  readonly edited: readonly EditedSetting[];
  readonly onChange: (edited: readonly EditedSetting[]) => void;
  readonly book: PolicyBook;
  readonly asOf: PlainDate;
}

/** Values to compare with, of any setting that contacts are counted by. */
export function OtherValues({ edited, onChange, book, asOf }: OtherValuesProps) {
  const more = addable(
    CONTACT_SETTINGS,
    edited.map((one) => one.key),
  );
  const now = (key: SettingKey) => valueWords(key, settingOn(book, key, asOf));
  return (
    <>
      <p className="muted small">{m.otherHint}</p>
      {edited.map((one) => (
        <SettingEditor
          key={one.key}
          edited={one}
          now={now(one.key)}
          error={undefined}
          onChange={(next) => onChange(edited.map((old) => (old.key === next.key ? next : old)))}
          onRemove={() => onChange(edited.filter((old) => old.key !== one.key))}
        />
      ))}
      <SearchSelect
        name="other"
        label={m.addSetting}
        value={undefined}
        onChange={(key) => onChange([...edited, newEdit(key as SettingKey)])}
        choices={more.map((key) => ({ id: key, label: settingWords[key].name }))}
        placeholder={settingMessages.edit.choose}
      />
    </>
  );
}
