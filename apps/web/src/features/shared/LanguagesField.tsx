import { X } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { LANGUAGE_CODES, labelOf } from "@kinward/wording";
import { labels } from "@kinward/wording/en/labels";
import { referrals } from "../../messages/en/referrals.ts";

export interface LanguagesFieldProps {
  name: string;
  label: string;
  value: readonly string[];
  onChange: (codes: readonly string[]) => void;
  error?: string | undefined;
}

/** Languages one by one: a list to search, and what was chosen so far with a way to take it back. */
export function LanguagesField({ name, label, value, onChange, error }: LanguagesFieldProps) {
  const words = referrals.family;
  return (
    <div className="stack-small">
      <SearchSelect
        name={name}
        label={label}
        placeholder={words.addLanguage}
        value={undefined}
        choices={LANGUAGE_CODES.filter((code) => !value.includes(code)).map((code) => ({
          id: code as string,
          label: labels.language[code],
        }))}
        onChange={(code) => onChange([...value, code])}
        error={error}
      />
      {value.length > 0 && (
        <ul className="row" aria-label={label}>
          {value.map((code) => (
            <li key={code}>
              <Button
                size="small"
                aria-label={words.removeLanguage(labelOf(labels.language, code))}
                icon={<X size={14} aria-hidden />}
                onPress={() => onChange(value.filter((other) => other !== code))}
              >
                {labelOf(labels.language, code)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
