import type { DueState } from "@kinward/ui";
import { contracts as m } from "./messages.ts";
import type { MatrixArea } from "./present.ts";

export interface StarterState {
  readonly name?: string;
  readonly look: DueState;
  readonly word: string;
  /** Once the first turn is taken the order runs by itself, and nobody is named any more. */
  readonly canName: boolean;
}

/** Whether someone is named to begin the order of an area, and whether that is still open. */
export function starterState(area: MatrixArea): StarterState {
  const starter = area.contracts.find((contract) => contract.contractId === area.starterContractId);
  const name = starter === undefined ? {} : { name: starter.organizationName };
  if (area.firstLineWritten)
    return { ...name, look: "done", word: m.starters.begun, canName: false };
  if (starter !== undefined)
    return { ...name, look: "done", word: m.starters.ready, canName: true };
  if (area.contracts.length < 2) return { look: "later", word: m.starters.noPair, canName: false };
  return { look: "today", word: m.starters.needed, canName: true };
}
