import type { BlockChecker, WorkedCase } from "./checker.ts";
import { Comparison } from "./compare.ts";
import type { Block } from "./contact-block.ts";
import {
  businessDayTable,
  clocksFor,
  derived,
  due,
  firstMonthTable,
  weeks,
  weekZeroBlock,
} from "./contact-dates.ts";
import { asOf, notOwed, tasks, warnings } from "./contact-duties.ts";
import { careCoordinator, householdNotification, membership } from "./contact-people.ts";

const BLOCKS: Readonly<Record<string, Block>> = {
  asOf,
  derived,
  due,
  dueWeekday: () => undefined,
  weeks,
  weekZero: weekZeroBlock,
  tasks,
  notOwed,
  businessDayTable,
  firstMonthTable,
  membership,
  householdNotification,
  careCoordinator,
  warnings,
};

const blockFor = (block: string): Block | undefined =>
  block.startsWith("clocksFor") ? clocksFor : BLOCKS[block];

/** Blocks whose names other areas use as well; they are ours where the case has an Iowa effective date. */
const isContactCase = (workedCase: WorkedCase): boolean =>
  workedCase.book.profile === "IA_FSRP" &&
  ["effectiveDate", "episodes", "effectiveDates"].some((key) => key in workedCase.given);

/** Who must be seen by when, membership, coordinator and household notices. */
export const contactsChecker: BlockChecker = {
  area: "contacts",
  takes: (block, workedCase) =>
    blockFor(block) !== undefined && (block.startsWith("clocksFor") || isContactCase(workedCase)),
  check: (block, expected, workedCase) => {
    const comparison = new Comparison();
    blockFor(block)?.(comparison, expected, workedCase);
    if (block === "due") {
      const weekday = workedCase.expect["dueWeekday"];
      if (weekday !== undefined)
        comparison.fields("", { due: expected, dueWeekday: weekday }, { due: expected });
    }
    return comparison.result();
  },
};
