import type { CaseFile } from "@kinward/domain/casefile";
import { type ExplainedExpectation, explainExpectations } from "@kinward/domain/contacts";
import type { PlainDate } from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import { Explain } from "@kinward/ui/Explain";
import { WhyButton } from "@kinward/ui/WhyButton";
import { expectedNames, explainExpected } from "@kinward/wording/en/expected";
import { useMe } from "../shared/session.ts";
import { workbench } from "./messages.ts";
import { servicesOf } from "./edit-service.ts";
import { personName, serviceWords } from "./present.ts";

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
  const services = servicesOf(file);
  const isAmong = (rule: ExplainedExpectation["expectation"]["rule"]) =>
    rows.filter(({ expectation }) => expectation.rule === rule).length > 1;
  const wordsOf = (row: ExplainedExpectation) =>
    explainExpected(row, { nameOf: (id) => personName(file, id), today });
  return (
    <div className="card-body">
      <h3>{m.expected}</h3>
      <ul className="bench-flags">
        {rows.map((row, index) => {
          const { key, rule, episodeId } = row.expectation;
          const words = wordsOf(row);
          // Which of several it is; of one service or one change nobody asks.
          const service = services.find(({ id }) => id === episodeId);
          const about = service === undefined ? words.about : serviceWords(service, today);
          const name = isAmong(rule) && about !== undefined ? about : undefined;
          const other = others[index] && wordsOf(others[index]).title;
          return (
            <li key={key}>
              <span className="strong">{expectedNames[rule]}</span>{" "}
              {name !== undefined && <span className="muted">{m.aboutOf(name)} </span>}
              {words.title}
              {other !== undefined && other !== words.title && (
                <span className="muted"> {m.compared(other)}</span>
              )}{" "}
              <WhyButton
                about={[expectedNames[rule], name].filter(Boolean).join(", ")}
                text={m.columns.why}
              >
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
