import { ia } from "../kernel/citation.ts";
import { rule } from "../kernel/rule.ts";
import type { LivingSetting, MemberRole } from "../people/people.ts";
import { THIRTY_DAY_SETTINGS } from "./who-is-owed/membership.ts";

/** How someone is seen because of where they live. */
export type ContactPlan =
  | "WITH_FAMILY"
  | "ADULT_OF_HOME"
  | "OWN_MONTH"
  | "OWN_MONTH_FACILITY"
  | "INTERSTATE"
  | "PER_PLAN"
  | "NONE";

/**
 * What living in a setting means for contacts with someone, in one word: for explaining a move. What is owed in a window,
 * `evaluate` says.
 */
export const contactPlanOf = rule(
  {
    id: "CON-14",
    also: ["CON-6", "CON-7", "CON-9", "CON-10", "CON-12", "CON-13"],
    cites: [ia("60-84")],
  },
  (
    role: MemberRole,
    stay: { readonly setting: LivingSetting; readonly state: string },
  ): ContactPlan => {
    const home = stay.setting === "PARENTAL_HOME";
    if (role !== "CHILD") {
      if (home) return "ADULT_OF_HOME";
      return role === "PARENT" ? "PER_PLAN" : "NONE";
    }
    if (stay.state !== "IA") return "INTERSTATE";
    if (home) return "WITH_FAMILY";
    return THIRTY_DAY_SETTINGS.has(stay.setting) ? "OWN_MONTH_FACILITY" : "OWN_MONTH";
  },
);
