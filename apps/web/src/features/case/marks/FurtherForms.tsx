import { Button } from "@kinward/ui/Button";
import type { FurtherForm } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { marks } from "../../../messages/en/marks.ts";
import { type Reader, sourceText } from "./present.ts";

const words = marks.further;

/** The forms that followed the initial one, each with who recorded it (REF-2). */
export function FurtherForms({
  forms,
  reader,
  onCorrect,
}: {
  forms: readonly FurtherForm[];
  reader: Reader;
  /** Undefined for whoever only reads. */
  onCorrect: ((form: FurtherForm) => void) | undefined;
}) {
  if (forms.length === 0) return null;
  const day = (date: string) => dates.date(date, { today: reader.today, style: "day" });
  return (
    <>
      <h3>{words.title}</h3>
      <ul className="stack-small">
        {forms.map((form) => (
          <li key={form.formId}>
            <div className="row row-apart">
              {words.form(day(form.effectiveDate), form.signedOn && day(form.signedOn))}
              {onCorrect && (
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={words.correctOne(day(form.effectiveDate))}
                  onPress={() => onCorrect(form)}
                >
                  {words.correct}
                </Button>
              )}
            </div>
            <div className="muted small">
              {sourceText(form.source, reader)}
              {form.source.reason !== undefined && ` ${marks.source.reason(form.source.reason)}`}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
