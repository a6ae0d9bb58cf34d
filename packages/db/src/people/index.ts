export { loadNames } from "./names.ts";
export { insertPeople } from "./write-person.ts";
