import { newId } from "@kinward/db";
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
  "policy.comparisonEffect": () => ({
    comparison: { of: "VERSIONS", key: "initialContactBusinessDays", first: 0, second: 0 },
  }),
  "policy.books": () => ({ profile: "IA_FSRP" }),
  "policy.book": () => ({ profile: "IA_FSRP" }),
  "policy.examples": () => ({}),
  "policy.example": () => ({ exampleId: newId() }),
  "policy.saveExample": () => ({
    commandId: newId(),
    expectedVersion: 0,
    title: "Example",
    document: { given: { effectiveDate: "2026-11-20", members: [], contacts: [] } },
  }),
};
