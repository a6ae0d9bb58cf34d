import type { CaseFile, Member } from "@kinward/domain/casefile";
import { evaluate } from "@kinward/domain/contacts";
import type { PlainDate } from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import { Engine } from "json-rules-engine";
import { LogicEngine } from "json-logic-engine";

/** What a rules engine is told about one person and one period. Made beforehand: only judging is measured. */
export interface Question {
  readonly key: string;
  readonly period: "INITIAL" | "FIRST30" | "MONTH";
  readonly isChild: boolean;
  readonly isMarked: boolean;
  readonly inIowa: boolean;
  readonly setting: string;
}

/** One question for each person and period of a case without moves. */
export function questionsOf(file: CaseFile, months: readonly string[]): readonly Question[] {
  const ask = (member: Member, period: Question["period"], key: string): Question => ({
    key,
    period,
    isChild: member.role === "CHILD",
    isMarked: (member.criteria ?? []).some((mark) =>
      ["ABUSE_VICTIM", "CINA"].includes(typeof mark === "string" ? mark : mark.basis),
    ),
    inIowa: (member.living[0]?.state ?? "IA") === "IA",
    setting: member.living[0]?.setting ?? "UNKNOWN",
  });
  return file.members.flatMap((member) => [
    ask(member, "INITIAL", `INITIAL:${member.id}`),
    ask(member, "FIRST30", `FIRST30:${member.id}`),
    ...months.map((month) => ask(member, "MONTH", `MONTH:${month}:${member.id}`)),
  ]);
}

const FIVE_DAY = ["PARENTAL_HOME", "FOSTER_FAMILY", "KINSHIP", "SHELTER"];

/** Who must be seen, as rules of json-rules-engine. */
export function rulesEngine(): (questions: readonly Question[]) => Promise<readonly string[]> {
  const engine = new Engine();
  const is = (fact: string, value: unknown) => ({ fact, operator: "equal", value });
  const owed = { type: "OWED" };
  engine.addRule({
    conditions: {
      all: [is("period", "INITIAL"), is("isChild", false), is("setting", "PARENTAL_HOME")],
    },
    event: owed,
  });
  engine.addRule({
    conditions: {
      all: [
        is("period", "INITIAL"),
        is("isChild", true),
        is("isMarked", true),
        is("inIowa", true),
        { fact: "setting", operator: "in", value: FIVE_DAY },
      ],
    },
    event: owed,
  });
  engine.addRule({
    conditions: {
      all: [
        { fact: "period", operator: "in", value: ["FIRST30", "MONTH"] },
        is("isChild", true),
        is("inIowa", true),
        { fact: "setting", operator: "notEqual", value: "PARENTAL_HOME" },
      ],
    },
    event: owed,
  });
  return async (questions) => {
    const keys: string[] = [];
    for (const question of questions) {
      const { events } = await engine.run({ ...question });
      if (events.length > 0) keys.push(question.key);
    }
    return keys;
  };
}

/** The same as one expression of JSON Logic, compiled to a function. */
export function compiledLogic(): (questions: readonly Question[]) => readonly string[] {
  const is = (name: string, value: unknown) => ({ "===": [{ var: name }, value] });
  const judge = new LogicEngine().build({
    or: [
      { and: [is("period", "INITIAL"), is("isChild", false), is("setting", "PARENTAL_HOME")] },
      {
        and: [
          is("period", "INITIAL"),
          is("isChild", true),
          is("isMarked", true),
          is("inIowa", true),
          { in: [{ var: "setting" }, FIVE_DAY] },
        ],
      },
      {
        and: [
          { in: [{ var: "period" }, ["FIRST30", "MONTH"]] },
          is("isChild", true),
          is("inIowa", true),
          { "!==": [{ var: "setting" }, "PARENTAL_HOME"] },
        ],
      },
    ],
  }) as (question: Question) => unknown;
  return (questions) =>
    questions.filter((question) => judge(question) === true).map(({ key }) => key);
}

/** Who must be seen by Kinward's own judgement, in the keys of the questions. */
export const owedByKinward = (
  file: CaseFile,
  book: PolicyBook,
  asOf: PlainDate,
): readonly string[] =>
  evaluate(file, book, asOf)
    .duties.map((duty) => duty.key)
    .filter((key) => /^(INITIAL|FIRST30|MONTH):/u.test(key) && !key.endsWith(":FAMILY"));
