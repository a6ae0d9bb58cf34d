import { readsScope, type Route, writesScope } from "./route.ts";

/** Finding people, and records that are about the same one. */
export const MERGE_ROUTES = {
  "persons.search": readsScope("SEARCH", { kind: "CASE_READ", purpose: "SEARCH" }),
  "persons.duplicates": readsScope("PERSON_MERGE"),
  "persons.compare": readsScope("PERSON_MERGE", { kind: "CASE_READ", purpose: "OPEN" }),
  "persons.merges": readsScope("PERSON_MERGE"),
  "persons.mergeRests": readsScope("PERSON_MERGE"),
  "persons.merge": writesScope("PERSON_MERGE"),
  "persons.undoMerge": writesScope("PERSON_MERGE"),
  "persons.notSame": writesScope("PERSON_MERGE"),
  "persons.maybeSame": writesScope("PERSON_MERGE"),
  "persons.mergeProposals": readsScope("PERSON_MERGE"),
  "persons.proposeMerge": writesScope("PERSON_MERGE_PROPOSE"),
  "persons.approveMerge": writesScope("PERSON_MERGE"),
  "persons.declineMerge": writesScope("PERSON_MERGE"),
  "persons.withdrawMerge": writesScope("PERSON_MERGE_PROPOSE"),
} as const satisfies Record<string, Route>;
