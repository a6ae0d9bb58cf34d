import type { PlainDate } from "@kinward/domain/kernel";
import type { SettingPreview } from "@kinward/domain/views";
import { dayWords } from "../periods.ts";
import { useMe } from "../session.ts";
import { setting as m } from "./messages.ts";
import { valueWords } from "./value-words.ts";
import { clockWords, settingWords } from "./words.ts";

interface SettingStepsProps {
  readonly preview: SettingPreview;
  readonly validFrom: PlainDate;
}

/** What a change of settings would do, in words: before, after, from when, and for what it counts. */
export function SettingSteps({ preview, validFrom }: SettingStepsProps) {
  const { today } = useMe();
  const from = dayWords(validFrom, today);
  return (
    <ul className="stack-small">
      {preview.steps.map(({ key, before, after, until, clock }) => (
        <li key={key} className="stack-small">
          <p>
            <span className="strong">{settingWords[key].name}</span>
            <br />
            {before === undefined
              ? m.becomes(valueWords(key, after), from)
              : m.step(valueWords(key, before), valueWords(key, after), from)}
            {until !== undefined && ` ${m.until(dayWords(until, today))}`}
          </p>
          <p className="muted small">
            {clockWords[clock]}
            {clock === "EPOCH" &&
              preview.areasInEpoch !== undefined &&
              ` ${m.areas(preview.areasInEpoch)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
