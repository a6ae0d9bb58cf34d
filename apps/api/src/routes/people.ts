import { readsCase, type Route, writesCase } from "./route.ts";

/** Who is in a case, and who enters or leaves its household. */
export const PEOPLE_ROUTES = {
  "people.add": writesCase("PEOPLE_AND_HOUSEHOLD"),
  "people.endMembership": writesCase("MEMBER_MARKS"),
  "people.recordDeath": writesCase("MEMBER_MARKS"),
  "people.confirm": writesCase("MEMBER_MARKS"),
  "people.correctMembership": writesCase("MEMBER_MARKS"),
  "people.correctPerson": writesCase("PEOPLE_AND_HOUSEHOLD"),
  "people.previewBirthDate": readsCase("PEOPLE_AND_HOUSEHOLD"),
  "people.correctStay": writesCase("PEOPLE_AND_HOUSEHOLD"),
  "people.withdrawStay": writesCase("PEOPLE_AND_HOUSEHOLD"),
  "people.remove": writesCase("PEOPLE_AND_HOUSEHOLD"),
  "people.recordHouseholdChange": writesCase("PEOPLE_AND_HOUSEHOLD"),
  "people.receiveNotice": writesCase("MEMBER_MARKS"),
  "people.current": readsCase("CASE_READ"),
  "people.household": readsCase("CASE_READ"),
} as const satisfies Record<string, Route>;
