import type { CaseFile } from "@kinward/domain/casefile";
import { CONTACT_SETTINGS } from "@kinward/domain/contacts";
import { addDays, type PlainDate } from "@kinward/domain/kernel";
import { defaultPolicyBook, type PolicyBook, type SettingKey } from "@kinward/domain/policy";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DateField } from "@kinward/ui/DateField";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { Select } from "@kinward/ui/Select";
import { warningText } from "@kinward/wording";
import { useState } from "react";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { type EditedSetting, newEdit, valuesOf } from "../shared/setting/edited.ts";
import { addable, SettingEditor } from "../shared/setting/SettingEditor.tsx";
import { setting as settingMessages } from "../shared/setting/messages.ts";
import { valueWords } from "../shared/setting/value-words.ts";
import { settingWords } from "../shared/setting/words.ts";
import { codeWords } from "../shared/words.ts";
import { DutyTable } from "./DutyTable.tsx";
import { HolidaysCard } from "./HolidaysCard.tsx";
import { workbench } from "./messages.ts";
import {
  type AgainstChoice,
  benchRows,
  evaluationOf,
  type PolicyChoice,
  withOther,
} from "./present.ts";
import { settingOn } from "@kinward/domain/policy";

const m = workbench.result;

export interface Policy {
  readonly choice: PolicyChoice;
  readonly book: PolicyBook;
}

interface ResultCardProps {
  readonly file: CaseFile;
  readonly asOf: PlainDate;
  readonly onDay: (day: PlainDate) => void;
  readonly policies: readonly Policy[];
  readonly policy: PolicyChoice;
  readonly onPolicy: (choice: PolicyChoice) => void;
}

/** What follows from the case on a day, by one policy or by two. */
export function ResultCard(props: ResultCardProps) {
  const { file, asOf, onDay, policies, policy, onPolicy } = props;
  const { today } = useMe();
  const [against, setAgainst] = useState<AgainstChoice>("NONE");
  const [edited, setEdited] = useState<readonly EditedSetting[]>([]);
  const bookOf = (choice: AgainstChoice) => policies.find((one) => one.choice === choice)?.book;
  const book = bookOf(policy) ?? defaultPolicyBook("IA_FSRP");
  const values = valuesOf(edited);
  const other = against === "OTHER" ? values && withOther(book, values) : bookOf(against);
  const evaluation = evaluationOf(file, book, asOf);
  const rows = benchRows(evaluation, other && evaluationOf(file, other, asOf));
  const { changesOn } = evaluation;
  const choices = policies.map((one) => ({
    id: one.choice,
    label:
      one.choice === "IN_FORCE" ? m.policies.IN_FORCE(one.book.number) : m.policies[one.choice],
  }));
  return (
    <>
      <Card title={m.title} flush>
        <div className="card-body">
          <div className="bench-fields">
            <DateField
              name="asOf"
              label={m.asOf}
              value={asOf}
              onChange={(day) => day !== undefined && onDay(day as PlainDate)}
              actions={[
                { label: m.dayBefore, date: addDays(asOf, -1) },
                { label: m.dayAfter, date: addDays(asOf, 1) },
              ]}
            />
            {changesOn !== undefined && (
              <div className="bench-next">
                <Button size="small" onPress={() => onDay(changesOn)}>
                  {m.next(dayWords(changesOn, today))}
                </Button>
              </div>
            )}
          </div>
          <div className="bench-fields">
            <Select<PolicyChoice>
              name="policy"
              label={m.policy}
              value={policy}
              onChange={onPolicy}
              choices={choices}
            />
            <Select<AgainstChoice>
              name="against"
              label={m.against}
              value={against}
              onChange={setAgainst}
              choices={[
                { id: "NONE", label: m.policies.NONE },
                ...choices.filter((one) => one.id !== policy),
                { id: "OTHER", label: m.policies.OTHER },
              ]}
            />
          </div>
          {against === "OTHER" && (
            <OtherValues edited={edited} onChange={setEdited} book={book} asOf={asOf} />
          )}
          {other !== undefined && (
            <p role="status" className="strong">
              {m.differences(rows.filter((row) => row.differs).length)}
            </p>
          )}
        </div>
        <DutyTable file={file} rows={rows} book={book} against={other} asOf={asOf} />
        {evaluation.warnings.length > 0 && (
          <div className="card-body">
            <h3>{m.warnings}</h3>
            <ul className="bench-flags">
              {evaluation.warnings.map((warning) => {
                const words = warningText(codeWords, warning);
                return <li key={words}>{words}</li>;
              })}
            </ul>
          </div>
        )}
      </Card>
      <HolidaysCard rows={rows} book={book} />
    </>
  );
}

interface OtherValuesProps {
  readonly edited: readonly EditedSetting[];
  readonly onChange: (edited: readonly EditedSetting[]) => void;
  readonly book: PolicyBook;
  readonly asOf: PlainDate;
}

/** Values to compare with, of any setting that contacts are counted by. */
function OtherValues({ edited, onChange, book, asOf }: OtherValuesProps) {
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
