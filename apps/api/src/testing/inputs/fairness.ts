import type { FAIRNESS_ROUTES } from "../../routes/fairness.ts";
import type { Inputs } from "./inputs.ts";

export const FAIRNESS_INPUTS: Inputs<keyof typeof FAIRNESS_ROUTES> = {
  "fairness.report": ({ contractAreaId }) => ({ contractAreaId, year: 2026 }),
  "fairness.orderReview": ({ contractAreaId }) => ({ contractAreaId, year: 2026 }),
  "fairness.simulate": ({ contractAreaId }) => ({
    source: { kind: "AREA", contractAreaId },
    seed: 1,
    rules: { tieBreak: "STARTER_FIRST" },
  }),
};
