import type { CaseFile } from "@kinward/domain/casefile";
import type { Evaluation } from "@kinward/domain/contacts";
import { addDays, type PlainDate } from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DateField } from "@kinward/ui/DateField";
import { Select } from "@kinward/ui/Select";
import { warningText } from "@kinward/wording";
import { useState } from "react";
import { Loaded } from "../shared/Loaded.tsx";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { type EditedSetting, valuesOf } from "../shared/setting/edited.ts";
import { codeWords } from "../shared/words.ts";
import { DutyTable } from "./DutyTable.tsx";
import { ExpectedList } from "./ExpectedList.tsx";
import { HolidaysCard } from "./HolidaysCard.tsx";
import { workbench } from "./messages.ts";
import { OtherValues } from "./OtherValues.tsx";
import type { Policies } from "./policies.ts";
import {
  type AgainstChoice,
  benchRows,
  evaluationOf,
  type PolicyChoice,
  withOther,
} from "./present.ts";

const m = workbench.result;

interface ResultCardProps {
  readonly file: CaseFile;
  readonly asOf: PlainDate;
  readonly onDay: (day: PlainDate) => void;
  readonly policies: Policies;
}

/** What follows from the case on a day, by one policy or by two. */
export function ResultCard(props: ResultCardProps) {
  const { policies, asOf } = props;
  const { choices, first, second } = policies;
  const [edited, setEdited] = useState<readonly EditedSetting[]>([]);
  const values = valuesOf(edited);
  const against =
    second.choice === "OTHER" ? first.book && values && withOther(first.book, values) : second.book;
  const evaluation = first.book && evaluationOf(props.file, first.book, asOf);
  // A book that is still on its way, or did not come.
  const awaited = [first, second].find((side) => side.fetched && side.book === undefined)?.fetched;
  return (
    <>
      <Card title={m.title} flush>
        <div className="card-body">
          <Day {...props} changesOn={evaluation?.changesOn} />
          <div className="bench-fields">
            <Select<PolicyChoice>
              name="policy"
              label={m.policy}
              value={first.choice}
              onChange={first.choose}
              choices={choices}
            />
            <Select<AgainstChoice>
              name="against"
              label={m.against}
              value={second.choice}
              onChange={second.choose}
              choices={[
                { id: "NONE", label: m.policies.NONE },
                ...choices.filter((one) => one.id !== first.choice),
                { id: "OTHER", label: m.policies.OTHER },
              ]}
            />
          </div>
          {second.choice === "OTHER" && first.book !== undefined && (
            <OtherValues edited={edited} onChange={setEdited} book={first.book} asOf={asOf} />
          )}
        </div>
        {awaited !== undefined && (
          <Loaded query={awaited} skeleton="rows">
            {() => null}
          </Loaded>
        )}
        {awaited === undefined && first.book !== undefined && evaluation !== undefined && (
          <Result {...{ evaluation, against, asOf }} file={props.file} book={first.book} />
        )}
      </Card>
      {first.book !== undefined && evaluation !== undefined && (
        <HolidaysCard rows={benchRows(evaluation, undefined)} book={first.book} />
      )}
    </>
  );
}

interface DayProps extends Pick<ResultCardProps, "asOf" | "onDay"> {
  readonly changesOn: PlainDate | undefined;
}

function Day({ asOf, onDay, changesOn }: DayProps) {
  const { today } = useMe();
  return (
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
  );
}

interface ResultProps {
  readonly evaluation: Evaluation;
  readonly file: CaseFile;
  readonly asOf: PlainDate;
  readonly book: PolicyBook;
  readonly against: PolicyBook | undefined;
}

function Result({ evaluation, file, asOf, book, against }: ResultProps) {
  const rows = benchRows(evaluation, against && evaluationOf(file, against, asOf));
  return (
    <>
      {against !== undefined && (
        <p role="status" className="card-body strong">
          {m.differences(rows.filter((row) => row.differs).length)}
        </p>
      )}
      <DutyTable file={file} rows={rows} book={book} against={against} asOf={asOf} />
      <ExpectedList file={file} book={book} against={against} asOf={asOf} />
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
    </>
  );
}
