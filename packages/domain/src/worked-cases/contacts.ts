import type { BlockChecker, WorkedCase } from "./checker.ts";
import { Comparison } from "./compare.ts";
import type { Block } from "./contact-block.ts";
import {
  businessDayTable,
  clock,
  CLOCK_FIELDS,
  clocksFor,
  derived,
  due,
  firstMonthTable,
  weeks,
  weekZeroBlock,
} from "./contact-dates.ts";
import { asOf, expectations, notOwed, obligations, tasks, warnings } from "./contact-duties.ts";
import { careCoordinator, householdNotification, membership } from "./contact-people.ts";

const nothing: Block = () => undefined;

const BLOCKS: Readonly<Record<string, Block>> = {
  asOf,
  obligations,
  expectations,
  derived,
  due,
  dueWeekday: nothing,
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
  flags: warnings,
};

const blockFor = (block: string): Block | undefined => {
  if (block.startsWith("clocksFor")) return clocksFor;
  if (CLOCK_FIELDS.has(block)) return clock(block);
  // Judged with the date beside it.
  const dated = block.endsWith("Weekday") ? block.slice(0, -"Weekday".length) : undefined;
  return dated !== undefined && CLOCK_FIELDS.has(dated) ? nothing : BLOCKS[block];
};

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
