export { correctEffectiveDate, listForms } from "./effective-date.ts";
export { recordFurtherForm } from "./further-forms.ts";
export { listFacts, listIdentities } from "./list-facts.ts";
export { findServices, recordEndOfServices } from "./services.ts";
export { correctMark, endMark, recordMark, setMajority } from "./write-marks.ts";
