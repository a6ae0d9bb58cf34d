import type {
  ContactSetting,
  Explanation,
  ExplanationStep,
  Reasoning,
} from "@kinward/domain/contacts";
import type { PolicyText } from "@kinward/domain/kernel";
import type { DateWords, LabelWords } from "../types.ts";

export type StepOf<S extends ExplanationStep["step"]> = Extract<ExplanationStep, { step: S }>;
type Settings = Readonly<Partial<Record<string, unknown>>>;
export type ExplainedRule =
  | "CON-2"
  | "CON-4"
  | "CON-5"
  | "CON-6"
  | "CON-7"
  | "CON-9"
  | "CON-10"
  | "CON-12"
  | "CON-13"
  | "REP-2";

/** Settings that duties are judged by; the others only say from when something is flagged. */
type ExplainedSetting = Exclude<
  ContactSetting,
  "escalateInitialOverdueDays" | "coordinatorGraceBusinessDays"
>;

/** What the reader of an explanation knows of the case: names for ids, and today. */
export interface ExplainContext {
  readonly nameOf: (personId: string) => string;
  readonly today: string;
}

export interface ExplainedDay {
  readonly date: string;
  readonly counts: "start" | "counted" | "skipped" | "due";
  readonly number?: number;
  readonly reason?: string;
}

/** Where a fact is recorded: with a person, among the contacts, or among the levels. */
export type ExplainedRecord =
  | { readonly kind: "PERSON"; readonly id: string }
  | { readonly kind: "CONTACT"; readonly id: string }
  | { readonly kind: "LEVEL" };

/** An explanation in words: the answer, the rule, where it stands, how it was counted, what it used, what would change it. */
export interface Explained {
  readonly title: string;
  readonly rule: string;
  readonly sources: readonly string[];
  readonly days?: readonly ExplainedDay[];
  readonly counting?: string;
  readonly inputs: readonly {
    readonly label: string;
    readonly value: string;
    /** The record that it comes from, for whoever can open it. */
    readonly record?: ExplainedRecord;
  }[];
  readonly changes: readonly string[];
}

/** What would change an expectation, which has words of its own. */
export type ExpectedChange =
  | "COORDINATOR_ASSIGNED"
  | "COORDINATOR_ENDS"
  | "NOTICE_GIVEN"
  | "CHANGE_CORRECTED";

/** What a language brings to explain duties. */
export interface ExplainTexts {
  readonly dates: DateWords;
  readonly labels: LabelWords;
  title(
    status: Explanation["status"],
    dates: { readonly due: string; readonly opens: string; readonly done: string },
  ): string;
  /** The rule in plain words, with the figures of the settings that were used. */
  readonly rule: Record<ExplainedRule, (settings: Settings) => string>;
  readonly setting: Record<ExplainedSetting, (value: unknown) => string>;
  lines(text: PolicyText, lines: string): string;
  decision(ids: readonly string[]): string;
  inForce(setting: string, from: string | undefined, source: string): string;
  calendar(year: number, source: "LIST" | "RULE"): string;
  readonly weekend: string;
  countDays(day1: string, days: number, last: string): string;
  weeks(zero: string, n: number, window: string): string;
  window(unit: "WEEK" | "MONTH", window: string): string;
  readonly assumed: string;
  readonly assumes: Record<StepOf<"ASSUMES">["what"], string>;
  readonly starts: Record<StepOf<"STARTS">["from"], string>;
  readonly judged: string;
  readonly judgedBecause: Record<StepOf<"JUDGED_ON">["because"], string>;
  readonly verdict: Record<StepOf<"PERSON">["verdict"], string>;
  since(date: string): string;
  daysLeft(n: number): string;
  contact(date: string): string;
  readonly contactVerdict: Record<StepOf<"CONTACT">["verdict"], string>;
  level(effective: number, minimum: number): string;
  minimumMet(date: string): string;
  readonly levelLabel: string;
  levelRecord(times: number, per: "WEEK" | "MONTH", from: string): string;
  readonly task: string;
  readonly taskCounts: string;
  readonly taskCountsNot: string;
  /** What an e-mail about the first meeting said of its day. */
  taskStates(date: string): string;
  readonly settled: string;
  settledOn(date: string, late: boolean): string;
  readonly cancelled: string;
  readonly lapsed: string;
  readonly waits: string;
  missing(missing: string): string | undefined;
  change(
    change: Exclude<StepOf<"WOULD_CHANGE">["change"], ExpectedChange>,
    who: string,
    on: string,
  ): string;
}

const isA =
  <S extends ExplanationStep["step"]>(step: S) =>
  (each: ExplanationStep): each is StepOf<S> =>
    each.step === step;

/** A label with what stands for it. */
export type ExplainedInput = Explained["inputs"][number];

/** What differs between a duty and anything else that has a reasoning. */
export interface Answer {
  readonly title: string;
  readonly rule: (settings: Settings) => string;
  /** Steps that the reasoning of a duty does not have. */
  readonly input?: (step: ExplanationStep) => readonly ExplainedInput[];
}

/** Turns the structure of the domain into words; adds and judges nothing. */
export const explainer =
  (texts: ExplainTexts) =>
  (explanation: Explanation, context: ExplainContext): Explained => {
    const { duty, status } = explanation;
    const date = (iso: string | undefined) =>
      iso === undefined ? "" : texts.dates.date(iso, { today: context.today });
    return inWords(texts, explanation, context, {
      title: texts.title(status, {
        due: date(duty.dueOn),
        opens: date(duty.opensOn),
        done: date(duty.settledOn),
      }),
      rule: texts.rule[duty.rule],
    });
  };

/** A reasoning in words, under its answer. */
export function inWords(
  texts: ExplainTexts,
  { rule, steps }: Pick<Reasoning, "rule" | "steps">,
  { nameOf, today }: ExplainContext,
  answer: Answer,
): Explained {
  const date = (iso: string) => texts.dates.date(iso, { today });
  const range = (from: string, to: string) => texts.dates.range(from, to, { today });
  const settingSteps = steps.filter(isA("SETTING"));
  const settings: Settings = Object.fromEntries(settingSteps.map((step) => [step.key, step.value]));
  const count = steps.find(isA("COUNT_BUSINESS_DAYS"));
  const missing = (ids: readonly string[]) =>
    texts.dates.list(ids.map((id) => texts.missing(id) ?? nameOf(id)));
  const settingText = (step: StepOf<"SETTING">) => {
    const words = texts.setting[step.key as ExplainedSetting] as
      | ((value: unknown) => string)
      | undefined;
    return texts.inForce(
      words === undefined ? step.key : words(step.value),
      step.validFrom && date(step.validFrom),
      step.source,
    );
  };
  const counting = steps.flatMap((step) =>
    step.step === "COUNT_DAYS"
      ? texts.countDays(date(step.day1), step.days, date(step.lastDay))
      : step.step === "WEEKS"
        ? texts.weeks(
            range(step.weekZero.start, step.weekZero.end),
            step.n,
            range(step.start, step.end),
          )
        : step.step === "WINDOW"
          ? texts.window(step.unit, range(step.start, step.end))
          : [],
  );
  return {
    title: answer.title,
    rule: answer.rule(settings),
    sources: [
      ...rule.cites.map((cite) => texts.lines(cite.text, cite.lines)),
      ...(rule.decisions.length === 0 ? [] : [texts.decision(rule.decisions)]),
      ...settingSteps.map(settingText),
      ...(count?.calendars ?? []).map(({ year, source }) => texts.calendar(year, source)),
    ],
    ...(count === undefined ? {} : { days: days(count, texts.weekend) }),
    ...(counting.length === 0 ? {} : { counting: counting.join(" ") }),
    inputs: steps.flatMap((step) => input(step)),
    changes: steps
      .filter(isA("WOULD_CHANGE"))
      .map((step) =>
        texts.change(
          step.change as Exclude<typeof step.change, ExpectedChange>,
          missing(step.who ?? []),
          step.on === undefined ? "" : date(step.on),
        ),
      ),
  };

  function input(step: ExplanationStep): readonly ExplainedInput[] {
    switch (step.step) {
      case "ASSUMES":
        return [{ label: texts.assumed, value: texts.assumes[step.what] }];
      case "STARTS":
        return [
          {
            label: texts.starts[step.from],
            value: date(step.on),
            ...(step.contact && { record: { kind: "CONTACT", id: step.contact } }),
          },
        ];
      case "JUDGED_ON":
        return [
          {
            label: texts.judged,
            value: `${date(step.on)}, ${texts.judgedBecause[step.because]}`,
          },
        ];
      case "PERSON":
        return [
          {
            label: nameOf(step.person),
            value: [
              texts.verdict[step.verdict],
              texts.labels.setting[step.setting],
              step.state === "IA" ? undefined : step.state,
              step.since && texts.since(date(step.since)),
              step.businessDaysLeft === undefined
                ? undefined
                : texts.daysLeft(step.businessDaysLeft),
            ]
              .filter((part) => part !== undefined && part !== "")
              .join(", "),
            record: { kind: "PERSON", id: step.person },
          },
        ];
      case "CONTACT":
        return [
          {
            label: texts.contact(date(step.on)),
            value: [texts.dates.list(step.people.map(nameOf)), texts.contactVerdict[step.verdict]]
              .filter(Boolean)
              .join(": "),
            record: { kind: "CONTACT", id: step.contact },
          },
        ];
      case "LEVEL":
        return [
          { label: texts.levelLabel, value: texts.level(step.effective, step.minimum) },
          ...(step.minimumMetOn === undefined
            ? []
            : [{ label: texts.levelLabel, value: texts.minimumMet(date(step.minimumMetOn)) }]),
          ...step.records.map((record) => ({
            label: texts.labels.frequencySource[record.source],
            value: texts.levelRecord(record.times, record.per, date(record.from)),
            record: { kind: "LEVEL" } as const,
          })),
        ];
      case "TASK_RECORD":
        return [
          {
            label: texts.task,
            value: [
              date(step.on),
              step.states && texts.taskStates(date(step.states)),
              step.counts ? texts.taskCounts : texts.taskCountsNot,
            ]
              .filter(Boolean)
              .join(", "),
          },
        ];
      case "SETTLED":
        return [{ label: texts.settled, value: texts.settledOn(date(step.on), step.late) }];
      case "CANCELLED":
        return [
          {
            label: texts.cancelled,
            value: [date(step.on), step.reason && texts.labels.cancelReason[step.reason]]
              .filter(Boolean)
              .join(", "),
          },
        ];
      case "LAPSED":
        return [
          {
            label: texts.lapsed,
            value: `${date(step.on)}, ${texts.labels.cancelReason[step.reason]}`,
          },
        ];
      case "WAITS_FOR":
        return step.missing.length === 0
          ? []
          : [{ label: texts.waits, value: missing(step.missing) }];
      default:
        return answer.input?.(step) ?? [];
    }
  }
}

/** The day of the event is no counted day and stands first; the last counted one is the day due. */
function days(count: StepOf<"COUNT_BUSINESS_DAYS">, weekend: string): readonly ExplainedDay[] {
  return [
    { date: count.from, counts: "start" },
    ...count.days.map((day): ExplainedDay =>
      "n" in day
        ? { date: day.date, counts: day.date === count.dueOn ? "due" : "counted", number: day.n }
        : {
            date: day.date,
            counts: "skipped",
            reason: day.skipped === "HOLIDAY" ? day.name : weekend,
          },
    ),
  ];
}
