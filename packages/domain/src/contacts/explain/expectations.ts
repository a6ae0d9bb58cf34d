import { toDay } from "../../calendar/day-number.ts";
import type { CaseFile } from "../../casefile/case-file.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { PolicyBook } from "../../policy/policy-book.ts";
import { judgeCase } from "../evaluate.ts";
import { caseFacts } from "../facts/case-facts.ts";
import { explainCoordinator } from "./coordinator.ts";
import { type ExplainedExpectation, householdKey } from "./expectation.ts";
import { explainHouseholdChange } from "./household.ts";

/** What is expected on a day beside contacts, each with its reason: care coordinators, then notices by date. */
export const explainExpectations = (
  caseFile: CaseFile,
  book: PolicyBook,
  asOf: PlainDate,
): readonly ExplainedExpectation[] => {
  const facts = caseFacts(caseFile);
  // Topic 6 asks for them; the other profile has its own text (DEC-70).
  if (facts.file.profile !== "IA_FSRP") return [];
  return [
    ...judgeCase(facts, book, toDay(asOf)).map(explainCoordinator),
    ...facts.file.householdChanges
      .map((change, index) => ({ change, key: householdKey(change.id ?? `${index + 1}`) }))
      .filter(({ change }) => change.date <= asOf)
      .toSorted((a, b) => (a.change.date < b.change.date ? -1 : 1))
      .map(({ change, key }) => explainHouseholdChange(change, book, asOf, key)),
  ];
};

/** Why one of them stands as it does; undefined where the day knows no such expectation. */
export const explainExpectation = (
  caseFile: CaseFile,
  book: PolicyBook,
  asOf: PlainDate,
  key: string,
): ExplainedExpectation | undefined =>
  explainExpectations(caseFile, book, asOf).find(({ expectation }) => expectation.key === key);
