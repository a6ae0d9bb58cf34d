import type { PAST_ROUTES } from "../../routes/past.ts";
import type { Inputs } from "./inputs.ts";

export const PAST_INPUTS: Inputs<keyof typeof PAST_ROUTES> = {
  "history.asKnown": ({ theCase }) => ({ caseId: theCase.caseId, on: "2026-11-10" }),
  "history.explain": ({ theCase }) => ({
    caseId: theCase.caseId,
    on: "2026-11-10",
    episodeId: theCase.episodeId,
    key: "none",
  }),
  "history.accesses": ({ theCase }) => ({ caseId: theCase.caseId, page: 1 }),
  "history.filters": ({ theCase }) => ({ caseId: theCase.caseId }),
  "history.export": ({ theCase }) => ({ caseId: theCase.caseId, format: "CSV" }),
};
