export { type Derived, derive, deriveCases } from "./derive.ts";
export {
  behindBook,
  deriveAllDue,
  type Discrepancy,
  rederiveDue,
  verifyAll,
} from "./keep-current.ts";
export * from "./effect.ts";
