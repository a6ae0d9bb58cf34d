import { newId } from "@kinward/db";
import type { ROTATION_ROUTES } from "../../routes/rotation.ts";
import type { Inputs } from "./inputs.ts";

const change = () => ({ commandId: newId(), reason: "Test" });

export const ROTATION_INPUTS: Inputs<keyof typeof ROTATION_ROUTES> = {
  "rotation.list": () => ({}),
  "rotation.area": ({ contractAreaId }) => ({ contractAreaId, page: 1 }),
  "rotation.check": () => ({}),
  // Long after the days of the other inputs: a pause would refuse their referrals.
  "rotation.pause": ({ contractAreaId }) => ({
    ...change(),
    contractAreaId,
    from: "2090-01-01",
    resumesOn: "2090-01-02",
  }),
  "rotation.resume": ({ contractAreaId }) => ({
    ...change(),
    contractAreaId,
    from: "2090-01-01",
    resumesOn: "2090-01-01",
  }),
  "rotation.previewCorrection": ({ contractAreaId, organizations }) => ({
    contractAreaId,
    seq: 1,
    contractor: organizations.foreignContractor,
    counted: true,
  }),
  "rotation.proposeCorrection": ({ contractAreaId, organizations }) => ({
    ...change(),
    contractAreaId,
    seq: 1,
    contractor: organizations.foreignContractor,
    counted: true,
  }),
  "rotation.endingContracts": () => ({}),
  "rotation.proposeCaseMove": ({ contracts }) => ({
    ...change(),
    contractId: contracts[0],
    successorId: contracts[1],
  }),
  "settings.preview": () => ({
    profile: "IA_FSRP",
    validFrom: "2027-01-01",
    values: { allowSingleContractor: true },
  }),
  "settings.propose": () => ({
    ...change(),
    profile: "IA_FSRP",
    validFrom: "2027-01-01",
    values: { allowSingleContractor: true },
    source: "Test",
  }),
  "proposals.list": () => ({}),
  "proposals.answer": () => ({ commandId: newId(), proposalId: newId(), decision: "APPROVED" }),
};
