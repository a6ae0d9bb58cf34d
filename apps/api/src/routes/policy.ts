import { readsAdministration, readsScope, type Route, writesAdministration } from "./route.ts";

/** What a change of policy would do, and examples that show how the rules count. */
export const POLICY_ROUTES = {
  // Asked again for each part of the cases, so more often in a minute than anything else.
  "policy.settingsEffect": { ...readsScope("POLICY_EFFECT"), perMinute: 1200 },
  "policy.holidaysEffect": { ...readsScope("POLICY_EFFECT"), perMinute: 1200 },
  "policy.comparisonEffect": { ...readsScope("POLICY_EFFECT"), perMinute: 1200 },
  "policy.books": readsAdministration("SETTINGS_ADMIN"),
  "policy.book": readsAdministration("SETTINGS_ADMIN"),
  "policy.examples": readsAdministration("HOLIDAYS_AND_LISTS"),
  "policy.example": readsAdministration("HOLIDAYS_AND_LISTS"),
  "policy.saveExample": writesAdministration("HOLIDAYS_AND_LISTS"),
} as const satisfies Record<string, Route>;
