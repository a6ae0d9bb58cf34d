import type { HolidayYearView } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { showToast } from "@kinward/ui/Toast";
import { paths } from "../../paths.ts";
import { EffectPanel } from "../shared/effect/EffectPanel.tsx";
import { FormReason, FormText } from "../shared/form/fields.tsx";
import { RecordFormView } from "../shared/form/RecordFormView.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { useGo } from "../shared/go.tsx";
import { useMe } from "../shared/session.ts";
import { DayList } from "./DayList.tsx";
import { holidays as m } from "./messages.ts";
import { checkList, diffWords, keptDays, type ListValues, movesDays, sortDays } from "./present.ts";
import { usePublish } from "./queries.ts";

interface HolidayFormProps {
  /** What is in force now. It is read again when somebody else publishes. */
  readonly published: HolidayYearView;
  /** What the list begins with: the same, or a proposal by rule. */
  readonly start: HolidayYearView;
}

export function HolidayForm({ published, start }: HolidayFormProps) {
  const { today } = useMe();
  const go = useGo();
  const send = usePublish();
  const { profile, year } = published;
  const form = useRecordForm<ListValues, { bookNumber: number }>({
    defaults: { rows: start.holidays, source: "", reason: "" },
    check: (values) => checkList(values, published, today),
    send: ({ rows, source, reason }) =>
      send({
        profile,
        year,
        holidays: [...sortDays(keptDays(rows))],
        source: source.trim(),
        reason,
        expectedBook: published.bookNumber,
      }),
    onDone: ({ bookNumber }) => {
      showToast(`${m.form.done(year, bookNumber)} ${m.form.recalculating}`);
      go(paths.holidays({ profile, year }));
    },
  });
  const [rows, setRows] = form.useValue("rows");
  const kept = keptDays(rows);
  const diff = diffWords(published.holidays, kept, today);
  return (
    <RecordFormView
      form={form}
      submitText={m.form.submit}
      back={paths.holidays({ profile, year })}
      staleHelp={
        <div className="effect" role="status">
          <p className="strong">{m.stale.title(published.bookNumber)}</p>
          <p>{m.stale.text}</p>
          <div className="row">
            <Button onPress={form.forgetFaults}>{m.stale.keep}</Button>
            <Button
              onPress={() => {
                setRows(published.holidays);
                form.forgetFaults();
              }}
            >
              {m.stale.take}
            </Button>
          </div>
        </div>
      }
    >
      <DayList year={year} rows={rows} onChange={setRows} />
      <Card title={m.diff.title} headingLevel={2}>
        <div role="status">
          {diff.length === 0 ? (
            <p className="muted">{published.from === "RULE" ? m.diff.firstList : m.diff.none}</p>
          ) : (
            <ul className="diff-lines">
              {diff.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
        {movesDays(published.holidays, kept) && (
          <EffectPanel
            candidate={{
              kind: "HOLIDAYS",
              content: { profile, year, holidays: kept, expectedBook: published.bookNumber },
            }}
          />
        )}
      </Card>
      <FormText
        form={form}
        name="source"
        label={m.form.source}
        hint={m.form.sourceHint}
        width="full"
      />
      <FormReason form={form} />
    </RecordFormView>
  );
}
