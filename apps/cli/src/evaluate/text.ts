import type { CaseFile } from "@kinward/domain/casefile";
import type {
  EvaluationResult,
  ExplainedExpectation,
  Explanation,
  JudgedDuty,
  JudgedExpectation,
  RuledWarning,
} from "@kinward/domain/contacts";
import { codeText } from "@kinward/domain/kernel";
import { duties as dutyWords } from "@kinward/wording/en/duties";
import { dates } from "@kinward/wording/en/dates";
import { expectedNames, explainExpected } from "@kinward/wording/en/expected";
import { explain } from "@kinward/wording/en/explain";
import { labels } from "@kinward/wording/en/labels";

const row = (duty: JudgedDuty): string =>
  [
    duty.status.padEnd(15),
    duty.key.padEnd(28),
    duty.rule.padEnd(7),
    `${duty.opensOn}..${duty.dueOn ?? "no date"}`.padEnd(24),
    duty.settledOn ?? duty.cancelReason ?? duty.missing.join(" "),
  ].join(" ");

/** The code with the rule that it follows from: `! CARE_COORDINATOR_MISSING (EXP-3: Iowa, Topic 6, lines 47)`. */
const warningText = (warning: RuledWarning): string => {
  const { rule } = warning;
  const lines = rule?.cites.map((cite) => `${labels.policyText[cite.text]}, lines ${cite.lines}`);
  return `! ${codeText(warning)}${rule === undefined ? "" : ` (${rule.id}: ${lines?.join("; ")})`}`;
};

const expectationRow = (one: JudgedExpectation): string =>
  [
    one.standing.padEnd(15),
    one.key.padEnd(28),
    one.rule.padEnd(7),
    `by ${one.dueOn}`.padEnd(24),
    one.doneOn ?? "",
  ]
    .join(" ")
    .trimEnd();

/** The result as lines of text: a duty in each, then what is expected beside contacts, then what to note, then how long it stands. */
export const resultText = (result: EvaluationResult): string =>
  [
    ...result.duties.map(row),
    ...result.expectations.map(expectationRow),
    ...result.warnings.map(warningText),
    `Stands until ${result.changesOn ?? "something is recorded"}`,
    "",
  ].join("\n");

/** Why a duty is as it is, in the words of the apps. */
export const whyText = (caseFile: CaseFile, asOf: string, duty: JudgedDuty): string => {
  const { why, status, ...dates_ } = duty;
  if (why === undefined) return "";
  const explanation = {
    duty: dates_,
    asOf,
    status: status === "WORKER_NOT_AVAILABLE" ? "SATISFIED" : status,
    ...why,
  } as Explanation;
  const window =
    /^WEEK:(\d+)/u.exec(duty.key)?.[1] ?? /^(?:MONTH|PLAN):(\d{4}-\d{2})/u.exec(duty.key)?.[1];
  const title = dutyWords.title({ rule: duty.rule, window, family: duty.subject === "FAMILY" });
  const said = explain(explanation, contextOf(caseFile, asOf));
  return reasonText(`${title} (${duty.key}), ${labels.status[status]}`, said);
};

/** Why what is expected beside contacts stands as it does, in the words of the apps. */
export const whyExpectedText = (
  caseFile: CaseFile,
  asOf: string,
  { why, ...expectation }: JudgedExpectation,
): string => {
  if (why === undefined) return "";
  const explained = { expectation, asOf, ...why } as ExplainedExpectation;
  const said = explainExpected(explained, contextOf(caseFile, asOf));
  return reasonText(`${expectedNames[expectation.rule]} (${expectation.key})`, said);
};

const contextOf = (caseFile: CaseFile, today: string) => {
  const names = new Map(caseFile.members.map((member) => [member.id as string, member.name]));
  return { nameOf: (id: string) => names.get(id) ?? id, today };
};

const reasonText = (title: string, said: ReturnType<typeof explain>): string =>
  [
    title,
    said.title,
    said.rule,
    ...said.sources.map((source) => `  source: ${source}`),
    ...(said.counting === undefined ? [] : [`  counted: ${said.counting}`]),
    ...(said.days ?? []).map((day) => `  ${dates.date(day.date)}: ${dayText(day)}`),
    ...said.inputs.map(({ label, value }) => `  ${label}: ${value}`),
    ...said.changes.map((change) => `  would change it: ${change}`),
    "",
  ].join("\n");

const dayText = (day: NonNullable<ReturnType<typeof explain>["days"]>[number]): string =>
  [
    day.counts === "start" ? "start" : undefined,
    day.number === undefined ? undefined : `day ${day.number}`,
    day.counts === "due" ? "due" : undefined,
    day.counts === "skipped" ? `not counted, ${day.reason ?? ""}` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
