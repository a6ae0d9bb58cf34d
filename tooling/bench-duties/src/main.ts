import { isDeepStrictEqual } from "node:util";
import type { CaseFile } from "@kinward/domain/casefile";
import { evaluate } from "@kinward/domain/contacts";
import { defaultPolicyBook } from "@kinward/domain/policy";
import {
  type AddFive,
  everyDay,
  fiveDaysByBusinessDaysJs,
  fiveDaysByKinward,
  fiveDaysByMoment,
  windowsByKinward,
  windowsByRrule,
} from "./calendars.ts";
import { AS_OF, exampleCase, openCases } from "./cases.ts";
import { closuresOf, kinwardRows, naturalRows, timesOf } from "./compare.ts";
import { measureInTurn, sayInTurn } from "./in-turn.ts";
import { naturalDuties } from "./natural.ts";
import { compiledLogic, owedByKinward, questionsOf, rulesEngine } from "./owed.ts";

const OPEN_CASES = 100_000;
const ROUNDS = 7;
const MONTHS = [
  "2026-12",
  "2027-01",
  "2027-02",
  "2027-03",
  "2027-04",
  "2027-05",
  "2027-06",
  "2027-07",
];
/** Dates on which business days are counted; a few hundred keep the slow ones bearable. */
const DAYS = 260;

const say = (line: string): void => console.log(line);
const book = defaultPolicyBook("IA_FSRP");
const closures = closuresOf(book, 2025, 2029);
const times = timesOf(closures);

function expectSame(what: string, one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other))
    throw new Error(`${what} differ:\n${JSON.stringify(one)}\n${JSON.stringify(other)}`);
}

/** A file that nobody has judged yet: what was prepared for an earlier judgement does not help. */
const anew = (file: CaseFile): CaseFile => ({ ...file });

say(
  "Each table: the ways take turns; microseconds of the best round, and how many times Kinward's.",
);

// One five-person case over eight months
const example = exampleCase();
const questions = questionsOf(example, MONTHS);
const [byRules, byLogic] = [rulesEngine(), compiledLogic()];
expectSame("duties", kinwardRows(example, book, AS_OF), naturalRows(example, closures, AS_OF));
const owed = owedByKinward(example, book, AS_OF).toSorted();
expectSame("who is owed, by rules", owed, [...(await byRules(questions))].toSorted());
expectSame("who is owed, by logic", owed, [...byLogic(questions)].toSorted());
sayInTurn(
  `One case of ${example.members.length} people over eight months, ${evaluate(example, book, AS_OF).duties.length} obligations`,
  await measureInTurn(
    [
      { name: "Kinward, everything", work: () => evaluate(anew(example), book, AS_OF) },
      {
        name: "date-fns, everything but tasks",
        work: () => naturalDuties(example, times, AS_OF),
      },
      { name: "json-rules-engine, who must be seen", work: () => byRules(questions) },
      { name: "json-logic-engine compiled, who must be seen", work: () => byLogic(questions) },
    ],
    ROUNDS,
  ),
  say,
);

// Recurring windows
const dates = [example.contacts[0]?.date ?? AS_OF, "2026-11-20"] as const;
expectSame("windows", windowsByKinward(...dates), windowsByRrule(...dates));
sayInTurn(
  "First days of three weeks and eight months",
  await measureInTurn(
    [
      { name: "Kinward", work: () => windowsByKinward(...dates) },
      { name: "rrule", work: () => windowsByRrule(...dates) },
    ],
    ROUNDS,
  ),
  say,
);

// Business days
const days = everyDay();
const adders: readonly (readonly [string, AddFive])[] = [
  ["Kinward", fiveDaysByKinward(book)],
  ["moment-business-days", fiveDaysByMoment(closures)],
  ["business-days-js", fiveDaysByBusinessDaysJs()],
];
const right = adders[0]?.[1](days) ?? [];
const wrong = (add: AddFive): number =>
  add(days).filter((date, index) => date !== right[index]).length;
const some = days.filter((_, index) => index % Math.ceil(days.length / DAYS) === 0);
sayInTurn(
  `Five business days after each of ${some.length} days, holidays counted`,
  await measureInTurn(
    adders.map(([name, add]) => ({ name, work: () => add(some) })),
    3,
  ),
  say,
);
for (const [name, add] of adders.slice(1))
  say(`  ${name} differs on ${wrong(add)} of ${days.length} days`);

// All open cases of a large agency
const cases = openCases(OPEN_CASES);
for (const file of cases.slice(0, 500))
  expectSame("duties", kinwardRows(file, book, AS_OF), naturalRows(file, closures, AS_OF));
let kinward = Number.POSITIVE_INFINITY;
let natural = Number.POSITIVE_INFINITY;
const PART = 5_000;
for (let round = 0; round < 3; round += 1) {
  let [ours, theirs] = [0, 0];
  for (let from = 0; from < cases.length; from += PART) {
    const part = cases.slice(from, from + PART);
    ours += seconds(() => part.forEach((file) => evaluate(anew(file), book, AS_OF)));
    // The other way takes so long that one part in ten has to do.
    if ((from / PART) % 10 === round)
      theirs += 10 * seconds(() => part.forEach((file) => naturalDuties(file, times, AS_OF)));
  }
  kinward = Math.min(kinward, ours);
  natural = Math.min(natural, theirs);
}
say(`\n${OPEN_CASES.toLocaleString("en-US")} open cases of two to five people, processor time`);
say(`  Kinward   ${kinward.toFixed(2)} s`);
say(
  `  date-fns  ${natural.toFixed(2)} s (from a tenth of them), ${(natural / kinward).toFixed(1)}x`,
);

/** Seconds of processor time: what else the machine does is not counted. */
function seconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}
