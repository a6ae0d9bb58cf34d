import type { UiMessages } from "../messages/en.ts";
import type { DueState } from "./state.ts";

/**
 * The word on a due tag. `days` is a plain count in the unit of the rule, computed by the domain: days late, days
 * left, or days waited; the state says which.
 */
export function dueWords(state: DueState, days: number | undefined, messages: UiMessages): string {
  const word = messages.states[state];
  if (days === undefined || days < 1) return word;
  if (state === "late") return messages.daysLate(days);
  if (state === "week" || state === "later") return messages.inDays(days);
  if (state === "waiting") return `${word}, ${messages.waitingDays(days)}`;
  return word;
}
