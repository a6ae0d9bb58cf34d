import type { Expectation, ExplainedExpectation, ExplanationStep } from "@kinward/domain/contacts";
import {
  type ExpectedChange,
  type ExplainContext,
  type Explained,
  type ExplainedInput,
  type ExplainTexts,
  inWords,
  type StepOf,
} from "./explain.ts";

/** What a language brings to explain what is expected beside contacts. */
export interface ExpectedTexts {
  readonly name: Record<Expectation["rule"], string>;
  /** The answer; `done` is empty where it has not happened. */
  readonly standing: Record<
    Expectation["standing"],
    (dates: { readonly due: string; readonly done: string }) => string
  >;
  /** The rule in plain words. */
  readonly rule: Record<Expectation["rule"], string>;
  readonly setting: Record<
    "coordinatorGraceBusinessDays" | "householdNoticeBusinessDays",
    (value: unknown) => string
  >;
  /** A member of the staff without a name in the file. */
  readonly coordinator: string;
  coordinatorTerm(from: string, to: string | undefined, counts: boolean): string;
  readonly noCoordinator: string;
  readonly householdChange: Record<StepOf<"HOUSEHOLD_CHANGE">["type"], string>;
  readonly notice: string;
  noticeGiven(date: string | undefined, businessDays: number): string;
  readonly missing: Record<"CARE_COORDINATOR" | "NOTICE", string>;
  readonly change: Record<ExpectedChange, string>;
}

/** An expectation in words, and which household change it is about: "Entered the home: a cousin, Wed, Jan 27". */
export interface ExplainedExpected extends Explained {
  readonly about?: string;
}

/** Turns the reasoning of an expectation into words, with those of duties where they are the same. */
export const expectedExplainer = (texts: ExplainTexts, own: ExpectedTexts) => {
  const wordOf = (words: Readonly<Record<string, string>>, code: string) => words[code];
  const all: ExplainTexts = {
    ...texts,
    setting: { ...texts.setting, ...own.setting },
    missing: (id) => wordOf(own.missing, id) ?? texts.missing(id),
    change: (change, who, on) => wordOf(own.change, change) ?? texts.change(change, who, on),
  };
  return (explained: ExplainedExpectation, context: ExplainContext): ExplainedExpected => {
    const { rule, standing, dueOn, doneOn } = explained.expectation;
    const { today } = context;
    const date = (iso: string) => texts.dates.date(iso, { today });
    const change = explained.steps.find((step) => step.step === "HOUSEHOLD_CHANGE");
    const [of] = change === undefined ? [] : input(change);
    const words = inWords(all, explained, context, {
      title: own.standing[standing]({
        due: date(dueOn),
        done: doneOn === undefined ? "" : date(doneOn),
      }),
      rule: () => own.rule[rule],
      input,
    });
    return { ...words, ...(of && { about: `${of.label}: ${of.value}` }) };

    function input(step: ExplanationStep): readonly ExplainedInput[] {
      switch (step.step) {
        case "COORDINATOR": {
          const { name = own.coordinator, from, to, counts } = step;
          return [{ label: name, value: own.coordinatorTerm(date(from), to && date(to), counts) }];
        }
        case "NO_COORDINATOR": {
          const { from, to } = step;
          const value = from === to ? date(from) : texts.dates.range(from, to, { today });
          return [{ label: own.noCoordinator, value }];
        }
        case "HOUSEHOLD_CHANGE": {
          const who = step.person === undefined ? step.who : context.nameOf(step.person);
          const value = who === undefined ? date(step.on) : `${who}, ${date(step.on)}`;
          return [
            {
              label: own.householdChange[step.type],
              value,
              ...(step.person && { record: { kind: "PERSON", id: step.person } }),
            },
          ];
        }
        case "NOTICE":
          return [
            {
              label: own.notice,
              value: own.noticeGiven(step.on && date(step.on), step.businessDays),
            },
          ];
        default:
          return [];
      }
    }
  };
};
