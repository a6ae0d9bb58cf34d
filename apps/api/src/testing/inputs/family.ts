import type { FAMILY_ROUTES } from "../../routes/family.ts";
import type { Inputs } from "./inputs.ts";

export const FAMILY_INPUTS: Inputs<keyof typeof FAMILY_ROUTES> = {
  "family.show": ({ theCase }) => ({ caseId: theCase.caseId }),
  "family.caseFile": ({ theCase }) => ({ caseId: theCase.caseId }),
  "family.explainProjected": ({ theCase }) => ({
    caseId: theCase.caseId,
    episodeId: theCase.episodeId,
    key: "none",
  }),
};
