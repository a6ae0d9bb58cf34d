import { newId } from "@kinward/db";
import type { FACTS_ROUTES } from "../../routes/facts.ts";
import type { Inputs } from "./inputs.ts";

export const FACTS_INPUTS: Inputs<keyof typeof FACTS_ROUTES> = {
  "cases.about": ({ theCase }) => ({ caseId: theCase.caseId }),
  "cases.correctOpening": ({ theCase }) => ({
    commandId: newId(),
    caseId: theCase.caseId,
    revision: 1,
    openedOn: "2026-11-18",
    openingBasis: "CINA_ASSESSMENT",
    reason: "Typing error",
  }),
  "cases.correctNeeds": ({ theCase }) => ({
    commandId: newId(),
    caseId: theCase.caseId,
    revision: 1,
    needs: { languages: ["es"], interpreterNeeded: true },
    reason: "Asked at the first visit",
  }),
  "cases.confirmNeeds": ({ theCase }) => ({
    commandId: newId(),
    caseId: theCase.caseId,
    revision: 1,
  }),
};
