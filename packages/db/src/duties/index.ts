export { deriveAllDue, type Discrepancy, rederiveDue, verifyAll } from "./keep-current.ts";
