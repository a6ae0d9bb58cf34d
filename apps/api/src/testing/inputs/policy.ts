import { plainDate } from "@kinward/domain/kernel";
import type { POLICY_ROUTES } from "../../routes/policy.ts";
import type { Inputs } from "./inputs.ts";

export const POLICY_INPUTS: Inputs<keyof typeof POLICY_ROUTES> = {
  "policy.settingsEffect": () => ({
    profile: "IA_FSRP",
    validFrom: plainDate("2027-03-01"),
    values: { initialContactBusinessDays: 4 },
  }),
  "policy.holidaysEffect": () => ({
    profile: "IA_FSRP",
    year: 2031,
    holidays: [{ date: plainDate("2031-01-01"), name: "New Year's Day" }],
    expectedBook: 0,
  }),
};
