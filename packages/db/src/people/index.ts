export { findCases, findPeople, searchPeople } from "./find-people.ts";
export { loadNames } from "./names.ts";
export { insertPeople } from "./write-person.ts";
