import type { ReactNode } from "react";
import { useUi } from "../lib/ui-context.ts";
import type { UiMessages } from "../messages/en.ts";
import { DateText } from "./DateText.tsx";
import { UiLink } from "./UiLink.tsx";

/** One day of a count. */
export interface CountedDay {
  /** `yyyy-mm-dd`. */
  date: string;
  counts: "start" | "counted" | "skipped" | "due";
  /** The number of the day, when it counts. */
  number?: number | undefined;
  /** Why it does not count: "Veterans Day", "Saturday". */
  reason?: string | undefined;
}

export interface ExplanationSource {
  /** "Contract, section 4.2; version in force since Jul 1, 2025". */
  label: string;
  href?: string | undefined;
}

export interface ExplanationInput {
  label: string;
  value: ReactNode;
  href?: string | undefined;
}

export interface Explanation {
  /** The answer: "Due Tue, Nov 17". */
  title: string;
  /** The rule in plain words. */
  rule: ReactNode;
  sources: readonly ExplanationSource[];
  days?: readonly CountedDay[] | undefined;
  /** The counting in a sentence, when it is not by days ("end of the month"). */
  counting?: string | undefined;
  inputs?: readonly ExplanationInput[] | undefined;
  /** What would change the answer. */
  changes?: readonly string[] | undefined;
  /** Verbs that follow, for example Log contact. */
  actions?: ReactNode;
}

/** Why a date or a result is what it is: rule, source, counting, records, and what would change it. */
export function Explain({ explanation }: { explanation: Explanation }) {
  const { messages } = useUi();
  const { title, rule, sources, days, counting, inputs, changes, actions } = explanation;
  return (
    <div className="explain">
      <h3>{title}</h3>
      <Part title={messages.rule}>
        <div>{rule}</div>
      </Part>
      <Part title={messages.source}>
        <ul className="explain-list">
          {sources.map((source) => (
            <li key={source.label}>
              {source.href === undefined ? (
                source.label
              ) : (
                <UiLink href={source.href}>{source.label}</UiLink>
              )}
            </li>
          ))}
        </ul>
      </Part>
      {(days || counting !== undefined) && (
        <Part title={messages.counting}>
          {counting !== undefined && <p>{counting}</p>}
          {days && <Days days={days} />}
        </Part>
      )}
      {inputs && inputs.length > 0 && (
        <Part title={messages.inputs}>
          <ul className="explain-list">
            {inputs.map((input, index) => (
              // Two contacts of one day have one name.
              <li key={`${index} ${input.label}`}>
                <span className="muted">{input.label}</span>{" "}
                {input.href === undefined ? (
                  input.value
                ) : (
                  <UiLink href={input.href}>{input.value}</UiLink>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {changes && changes.length > 0 && (
        <Part title={messages.wouldChange}>
          <ul className="explain-list">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </Part>
      )}
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack-small">
      <h4>{title}</h4>
      {children}
    </section>
  );
}

function Days({ days }: { days: readonly CountedDay[] }) {
  const { messages } = useUi();
  return (
    <ol className="explain-days">
      {days.map((day) => (
        <li key={day.date} data-counts={day.counts}>
          <DateText date={day.date} />
          <span>{dayWords(day, messages)}</span>
        </li>
      ))}
    </ol>
  );
}

function dayWords(day: CountedDay, messages: UiMessages): string {
  const parts = [
    day.counts === "start" && messages.dayStart,
    day.number !== undefined && messages.dayNumber(day.number),
    day.counts === "due" && messages.dayDue,
    day.reason,
    day.counts === "skipped" && messages.daySkipped,
  ];
  const words = parts.filter(Boolean).join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
