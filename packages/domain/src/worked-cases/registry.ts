import { assignmentChecker } from "./assignment.ts";
import type { BlockChecker } from "./checker.ts";
import { contactsChecker } from "./contacts.ts";
import { reportsChecker } from "./reports.ts";

/** Every area that can judge expected blocks; the first one that takes a block judges it. */
export const CHECKERS: readonly BlockChecker[] = [
  assignmentChecker,
  contactsChecker,
  reportsChecker,
];
