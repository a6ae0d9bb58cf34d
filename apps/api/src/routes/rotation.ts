import {
  readsAdministration as reads,
  type Route,
  writesAdministration as writes,
} from "./route.ts";

/** What administrators do about the order of turns, and what needs a second of them. */
export const ROTATION_ROUTES = {
  "rotation.list": reads("LEDGER_SEE"),
  "rotation.area": reads("LEDGER_SEE"),
  // Reads every line of an area, or of all.
  "rotation.check": { ...reads("LEDGER_CORRECT"), perMinute: 30 },
  "rotation.pause": writes("CONTRACTS_ADMIN"),
  "rotation.resume": writes("CONTRACTS_ADMIN"),
  "rotation.previewCorrection": reads("LEDGER_CORRECT"),
  "rotation.proposeCorrection": writes("LEDGER_CORRECT"),
  "rotation.endingContracts": reads("LEDGER_CORRECT"),
  "rotation.proposeCaseMove": writes("LEDGER_CORRECT"),
  "settings.preview": reads("SETTINGS_ADMIN"),
  "settings.propose": writes("SETTINGS_ADMIN"),
  "proposals.list": reads("LEDGER_CORRECT"),
  "proposals.answer": writes("LEDGER_CORRECT"),
} as const satisfies Record<string, Route>;
