import type { CaseFile } from "@kinward/domain/casefile";
import { type ExplainedExpectation, explainExpectations } from "@kinward/domain/contacts";
import type { PlainDate } from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import { Explain } from "@kinward/ui/Explain";
import { WhyButton } from "@kinward/ui/WhyButton";
import { expectedNames, explainExpected } from "@kinward/wording/en/expected";
import { useMe } from "../shared/session.ts";
import { workbench } from "./messages.ts";
import { personName } from "./present.ts";

const m = workbench.result;

interface ExpectedListProps {
  readonly file: CaseFile;
  readonly book: PolicyBook;
  /** The settings that are compared with. */
  readonly against: PolicyBook | undefined;
  readonly asOf: PlainDate;
}

/** What is expected beside contacts, each with its reason; where the compared settings say otherwise, that too. */
export function ExpectedList({ file, book, against, asOf }: ExpectedListProps) {
  const { today } = useMe();
  const rows = explainExpectations(file, book, asOf);
  if (rows.length === 0) return null;
  const others = against === undefined ? [] : explainExpectations(file, against, asOf);
  const wordsOf = (row: ExplainedExpectation) =>
    explainExpected(row, { nameOf: (id) => personName(file, id), today });
  return (
    <div className="card-body">
      <h3>{m.expected}</h3>
      <ul className="bench-flags">
        {rows.map((row, index) => {
          const { key, rule } = row.expectation;
          const words = wordsOf(row);
          const other = others[index] && wordsOf(others[index]).title;
          return (
            <li key={key}>
              <span className="strong">{expectedNames[rule]}</span> {words.title}
              {other !== undefined && other !== words.title && (
                <span className="muted"> {m.compared(other)}</span>
              )}{" "}
              <WhyButton about={expectedNames[rule]} text={m.columns.why}>
                <Explain
                  explanation={{ ...words, sources: words.sources.map((label) => ({ label })) }}
                />
              </WhyButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
