import type { CaseFile } from "../casefile/case-file.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Warning } from "../kernel/result.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import type { CaseProfile } from "../policy/settings.ts";
import type { Duty, ObligationStatus } from "./duty.ts";
import { evaluate, type Evaluation } from "./evaluate.ts";
import type { Expectation } from "./explain/expectation.ts";
import { explainExpectations } from "./explain/expectations.ts";
import { explain } from "./explain/explain.ts";
import type { Reasoning } from "./explain/explanation.ts";
import { readsAs, statusOn, taskStatusOn } from "./status.ts";
import { ruleOfWarning } from "./warnings.ts";

/** What a duty is on a day, in the word that people read. */
export type DutyStatus = ObligationStatus | "WORKER_NOT_AVAILABLE";

/** A reasoning inside a result, which names the day itself. */
export type Why = Pick<Reasoning, "rule" | "steps">;

/** A duty with what it is on the day of the result, and why, where asked. */
export interface JudgedDuty extends Duty {
  readonly status: DutyStatus;
  readonly why?: Why;
}

/** What is expected beside contacts, and why, where asked. */
export interface JudgedExpectation extends Expectation {
  readonly why?: Why;
}

/** A warning with the rule that it follows from: its requirement, lines and decisions. */
export interface RuledWarning extends Warning {
  readonly rule?: Reasoning["rule"];
}

/** What is owed on a day as one JSON document: what the command line prints and what the schema describes. */
export interface EvaluationResult extends Omit<Evaluation, "duties" | "warnings"> {
  readonly profile: CaseProfile;
  /** Number of the policy book; 0 is that of the two texts and the decision register. */
  readonly policy: number;
  readonly duties: readonly JudgedDuty[];
  readonly expectations: readonly JudgedExpectation[];
  readonly warnings: readonly RuledWarning[];
}

const why = ({ rule, steps }: Reasoning): { readonly why: Why } => ({ why: { rule, steps } });

const ruled = (warning: Warning): RuledWarning => {
  const meta = ruleOfWarning(warning.code);
  return meta === undefined
    ? warning
    : {
        ...warning,
        rule: { id: meta.id, cites: meta.cites, decisions: meta.decisions ?? [] },
      };
};

/** The word for a duty on a day: tasks that ended because the worker could not come say so (CON-5). */
export const dutyStatusOn = (duty: Duty, day: PlainDate): DutyStatus => {
  const task = duty.kind === "TASK" ? taskStatusOn(duty, day) : undefined;
  return task === "WORKER_NOT_AVAILABLE" ? task : statusOn(duty, day);
};

/** The same word as people read it: what nobody can make up for any more was missed. */
export const dutyReadsAs = (duty: Duty, day: PlainDate): DutyStatus =>
  duty.lapsedOn === undefined ? dutyStatusOn(duty, day) : readsAs(duty, day);

/** Everything that is owed on a day, each with its status and, where asked, every step of its reasoning. */
export const resultOf = (
  caseFile: CaseFile,
  book: PolicyBook,
  asOf: PlainDate,
  { explained = false }: { readonly explained?: boolean } = {},
): EvaluationResult => {
  const { duties, warnings, ...evaluation } = evaluate(caseFile, book, asOf);
  return {
    ...evaluation,
    warnings: warnings.map(ruled),
    profile: book.profile,
    policy: book.number,
    duties: duties.map((duty) => {
      const reason = explained
        ? explain(caseFile, book, asOf, duty.episodeId, duty.key)
        : undefined;
      return { ...duty, status: dutyStatusOn(duty, asOf), ...(reason && why(reason)) };
    }),
    expectations: explainExpectations(caseFile, book, asOf).map((reason) => ({
      ...reason.expectation,
      ...(explained && why(reason)),
    })),
  };
};
