import { newId } from "@kinward/db";
import type { PROOF_ROUTES } from "../../routes/proof.ts";
import type { Inputs } from "./inputs.ts";

export const PROOF_INPUTS: Inputs<keyof typeof PROOF_ROUTES> = {
  "proof.heads": () => ({}),
  "proof.ledger": ({ contractAreaId }) => ({ contractAreaId, format: "JSON" }),
  "proof.receipt": ({ theCase }) => ({ referralId: theCase.referralId }),
  "proof.makeCheckpoints": () => ({ commandId: newId() }),
};
